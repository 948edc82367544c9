package org.imprimatur.exchange;

import java.time.LocalDate;
import java.time.YearMonth;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** The days that a date can mean, for forms that know no EDTF. */
final class Days {

	private Days() {
	}

	/** The first of them; none where the date is open to the past. */
	static @Nullable LocalDate from(EdtfDate date) {
		return date.earliest().equals(EdtfDate.DISTANT_PAST) ? null : date.earliest();
	}

	/** The last of them; none where the date is open to the future. */
	static @Nullable LocalDate to(EdtfDate date) {
		return date.latest().equals(EdtfDate.DISTANT_FUTURE) ? null : date.latest();
	}

	/** What is certain of the date: the day, else the month, else the year that all of them lie in, if there is one. */
	static @Nullable String certain(@Nullable EdtfDate date) {
		if (date == null || date.earliest().getYear() != date.latest().getYear()) {
			return null;
		}
		if (date.exact()) {
			return date.earliest().toString();
		}
		YearMonth month = YearMonth.from(date.earliest());
		return month.equals(YearMonth.from(date.latest()))
				? month.toString()
				: "%04d".formatted(month.getYear());
	}
}

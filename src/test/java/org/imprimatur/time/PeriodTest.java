package org.imprimatur.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
		2026-06-12, 2026-07-01, 2026-06-11, FALSE
		2026-06-12, 2026-07-01, 2026-06-12, TRUE
		2026-06-12, 2026-07-01, 2026-06-30, TRUE
		2026-06-12, 2026-07-01, 2026-07-01, FALSE
		2026-06-12, 2026-06-12, 2026-06-12, FALSE
		2026-06,    2026-08,    2026-06-12, UNCERTAIN
		2026-06,    2026-08,    2026-06-30, TRUE
		2026-06,    2026-08,    2026-07-31, TRUE
		2026-06,    2026-08,    2026-08-01, UNCERTAIN
		2026-06,    2026-08,    2026-08-31, FALSE
		2026-06,    2026-06,    2026-06-30, FALSE
		,           2026-08-01, 0000-01-01, TRUE
		2026-06-12, ,           9999-12-31, TRUE
		,           ,           2026-06-12, TRUE
		""")
	void holdsFromItsStartToTheDayBeforeItsEnd(@Nullable String start, @Nullable String end, LocalDate day,
			Truth expected) {
		Period period = new Period(start == null ? null : EdtfDate.parse(start),
				end == null ? null : EdtfDate.parse(end));
		assertThat(period.contains(day)).isEqualTo(expected);
	}
}

package org.imprimatur.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is so long after a date (design, "The domain"). */
class DelayTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
		5 years          | 2024-02-29             | 2029-02-28
		1 year           | 2026-06                | [2027-06-01..2027-06-30]
		1 month          | 2026-01-31             | 2026-02-28
		2 weeks          | 2026-01-01             | 2026-01-15
		30 days          | 2026-01-01             | 2026-01-31
		30 days          | [2026-01-01..]         | [2026-01-31..]
		1 business day   | 2026-06-26             | [2026-06-29..2026-07-07]
		10 business days | 2026-06-26             | [2026-07-10..2026-07-21]
		10 business days | [2026-06-26..2026-06-27] | [2026-07-10..2026-07-21]
		""", delimiter = '|')
	void isCountedWithoutTheDayItself(String delay, String date, String after) {
		assertThat(Delay.parse(delay).after(EdtfDate.parse(date))).hasToString(after);
	}

	@Test
	void whatIsUnboundedStaysSo() {
		EdtfDate any = EdtfDate.between(LocalDate.MIN, LocalDate.MAX);
		assertThat(Delay.parse("9999 years").after(any)).isEqualTo(any);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "5", "years", "0 days", "-1 days", "5  years", "5 Years", "10000 days", "1.5 years",
			"5 years and a day"})
	void whatIsNoDelayIsRefused(String text) {
		assertThatThrownBy(() -> Delay.parse(text)).isInstanceOf(DateTimeParseException.class)
				.hasMessageContaining("write 5 years, 6 months, 2 weeks, 30 days or 10 business days");
	}
}

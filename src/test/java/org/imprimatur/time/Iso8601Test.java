package org.imprimatur.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Iso8601Test {

	@ParameterizedTest
	@ValueSource(strings = {"2026-06-26", "2024-02-29", "0000-01-01", "9999-12-31"})
	void aDayIsRead(String text) {
		assertThat(Iso8601.day(text)).isEqualTo(LocalDate.parse(text));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
		2026-06-31       | June 2026 goes from 2026-06-01 to 2026-06-30
		2025-02-29       | February 2025 goes from 2025-02-01 to 2025-02-28
		2026-06-00       | June 2026 goes from 2026-06-01 to 2026-06-30
		2026-13-01       | months go from 01 to 12
		2026-00-01       | months go from 01 to 12
		+12026-01-01     | write it as 2026-06-26
		12026-01-01      | write it as 2026-06-26
		-2026-01-01      | write it as 2026-06-26
		2026-6-1         | write it as 2026-06-26
		2026-06          | write it as 2026-06-26
		" 2026-06-26"    | write it as 2026-06-26
		"2026-06-26Z"    | write it as 2026-06-26
		"٢٠٢٦-٠٦-٢٦"     | write it as 2026-06-26
		""               | write it as 2026-06-26
		""")
	void whatIsNoDayIsRefusedWithTheRightForm(String text, String form) {
		assertThatThrownBy(() -> Iso8601.day(text)).isInstanceOf(DateTimeParseException.class)
				.hasMessage("'%s' is no day: %s".formatted(text, form));
	}

	@Test
	void aMomentIsRead() {
		OffsetDateTime noon = OffsetDateTime.of(2026, 6, 26, 12, 0, 0, 0, ZoneOffset.UTC);
		assertThat(Iso8601.moment("2026-06-26T12:00:00Z")).isEqualTo(noon);
		assertThat(Iso8601.moment("2026-06-26t12:00:00z")).isEqualTo(noon);
		assertThat(Iso8601.moment("2026-06-26T14:00:00+02:00")).isEqualTo(noon);
		assertThat(Iso8601.moment("2026-06-26T12:00:00.000000001Z")).isEqualTo(noon.plusNanos(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				2026-12-28T00:00Z               | write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00
				2026-12-28T00:00:00             | write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00
				2026-12-28T00:00:00+02          | write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00
				2026-12-28                      | write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00
				+999999999-12-31T23:59:59Z      | write it as 2026-06-26T12:00:00Z, with seconds, and Z or an offset such as +02:00
				2026-06-31T00:00:00Z            | June 2026 goes from 2026-06-01 to 2026-06-30
				2026-12-28T24:00:00Z            | times go from 00:00:00 to 23:59:59, and offsets from -18:00 to +18:00
				2026-12-28T23:59:60Z            | times go from 00:00:00 to 23:59:59, and offsets from -18:00 to +18:00
				2026-12-28T00:00:00+19:00       | times go from 00:00:00 to 23:59:59, and offsets from -18:00 to +18:00
				""")
	void whatIsNoMomentIsRefusedWithTheRightForm(String text, String form) {
		assertThatThrownBy(() -> Iso8601.moment(text)).isInstanceOf(DateTimeParseException.class)
				.hasMessage("'%s' is no moment: %s".formatted(text, form));
	}

	@Test
	void whatIsQuotedIsShort() {
		assertThatThrownBy(() -> Iso8601.day("2".repeat(10_000)))
				.hasMessage("'%s…' is no day: write it as 2026-06-26".formatted("2".repeat(40)));
	}
}

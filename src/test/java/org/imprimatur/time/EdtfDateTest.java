package org.imprimatur.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

	private static final String SIGNS = "0123456789X-?~%[].,/ {}T+é\n";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		2026-06-26                | 2026-06-26 | 2026-06-26 | 26 June 2026
		2026-06                   | 2026-06-01 | 2026-06-30 | June 2026
		2024-02                   | 2024-02-01 | 2024-02-29 | February 2024
		2026                      | 2026-01-01 | 2026-12-31 | 2026
		2026-06-26?               | 2026-06-25 | 2026-06-27 | 26 June 2026, uncertain
		2026-06~                  | 2026-05-01 | 2026-07-31 | June 2026, about
		2026%                     | 2025-01-01 | 2027-12-31 | 2026, about, uncertain
		2026-21                   | 2026-03-01 | 2026-05-31 | spring 2026 (March to May)
		2026-22                   | 2026-06-01 | 2026-08-31 | summer 2026 (June to August)
		2026-23                   | 2026-09-01 | 2026-11-30 | autumn 2026 (September to November)
		2026-24                   | 2026-12-01 | 2027-02-28 | winter 2026 (December 2026 to February 2027)
		2026-22~                  | 2026-03-01 | 2026-11-30 | summer 2026 (June to August), about
		9999-24                   | 9999-12-01 | 9999-12-31 | winter 9999 (December 9999 to February 10000)
		2026-XX                   | 2026-01-01 | 2026-12-31 | 2026, month unknown
		2026-XX-XX                | 2026-01-01 | 2026-12-31 | 2026, month and day unknown
		2026-06-XX                | 2026-06-01 | 2026-06-30 | June 2026, day unknown
		202X                      | 2020-01-01 | 2029-12-31 | the 2020s
		202X?                     | 2010-01-01 | 2039-12-31 | the 2020s, uncertain
		20XX                      | 2000-01-01 | 2099-12-31 | between 2000 and 2099
		XXXX-06-26                | 0000-06-26 | 9999-06-26 | 26 June, year unknown
		XXXX-02-29                | 0000-02-29 | 9996-02-29 | 29 February, year unknown
		XXXX-12-31~               | 0000-12-30 | 9999-12-31 | 31 December, year unknown, about
		0000?                     | 0000-01-01 | 0001-12-31 | 0000, uncertain
		[..2026-06-30]            | 0000-01-01 | 2026-06-30 | on or before 30 June 2026
		[2026-06-01..]            | 2026-06-01 | 9999-12-31 | on or after 1 June 2026
		[2026-06-12,2026-06-13]   | 2026-06-12 | 2026-06-13 | 12 June 2026 or 13 June 2026
		[2026-06-13,2026-06-12]   | 2026-06-12 | 2026-06-13 | 13 June 2026 or 12 June 2026
		[2026-06-12..2026-06-15]  | 2026-06-12 | 2026-06-15 | between 12 June 2026 and 15 June 2026
		[..2026-06~]              | 0000-01-01 | 2026-07-31 | on or before June 2026, about
		[2026-06-12]              | 2026-06-12 | 2026-06-12 | 12 June 2026
		""")
	void meansDaysAndReadsAloud(String text, LocalDate earliest, LocalDate latest, String reading) {
		EdtfDate date = EdtfDate.parse(text);
		assertThat(date).isEqualTo(new EdtfDate(text, earliest, latest)).hasToString(text);
		assertThat(date.reading()).isEqualTo(reading);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
		2026-13               | there is no month 13; months are 01 to 12, and seasons 21 to 24 without a day
		2026-00-01            | there is no month 00; months are 01 to 12, and seasons 21 to 24 without a day
		2026-22-01            | there is no month 22; months are 01 to 12, and seasons 21 to 24 without a day
		2026-02-29            | there is no day 29; that February has days 01 to 28
		XXXX-02-30            | there is no day 30; that February has days 01 to 29
		2026-06-00            | there is no day 00; that June has days 01 to 30
		2026-XX-26            | a day needs its month; write 2026-XX-XX
		202X-06               | where digits of the year are unknown, no month can follow; write 202X
		XXXX-06               | where the year is unknown, the month and the day are needed; write XXXX-06-26
		2026-06-12/2026-06-15 | it is an interval; give the start and the end of a period instead
		[..]                  | it has no bound; write [..2026-06-30] or [2026-06-01..]
		[2026-07..2026-06]    | 2026-07 lies after 2026-06; put the earlier date first
		""")
	void saysWhatIsWrong(String text, String reason) {
		assertThatThrownBy(() -> EdtfDate.parse(text)).isInstanceOf(DateTimeParseException.class)
				.hasMessage("'%s' is no date here: %s", text, reason);
	}

	@ParameterizedTest
	@ValueSource(strings = {"", " ", "26 June 2026", "2026-6-26", "2026-06-26T10:00", " 2026", "20260626", "-2026",
			"Y12026", "[]", "[2026", "[2026,]", "{2026,2027}", "2026??", "٢٠٢٦", "2026\n"})
	void saysWhatADateLooksLike(String text) {
		assertThatThrownBy(() -> EdtfDate.parse(text)).isInstanceOf(DateTimeParseException.class)
				.hasMessageContaining("write 2026-06-26, 2026-06 or 2026");
	}

	@Test
	void qualifyingWidens() {
		for (long seed = 0; seed < 2000; seed++) {
			EdtfDate plain = EdtfDate.parse(someDate(new Random(seed)));
			assertThat(plain.earliest()).as("seed %d: %s", seed, plain).isBeforeOrEqualTo(plain.latest());
			for (char qualifier : "?~%".toCharArray()) {
				EdtfDate wide = EdtfDate.parse(plain.text() + qualifier);
				assertThat(wide.earliest()).as("seed %d: %s", seed, wide).isBefore(plain.earliest());
				assertThat(wide.latest()).as("seed %d: %s", seed, wide).isAfter(plain.latest());
			}
		}
	}

	@Test
	void whateverIsWrittenIsADateOrRefused() {
		int dates = 0;
		for (long seed = 0; seed < 50_000; seed++) {
			Random random = new Random(seed);
			StringBuilder text = new StringBuilder(random.nextBoolean()
					? someDate(random)
					: "[%s..%s]".formatted(someDate(random), someDate(random)));
			for (int changes = random.nextInt(3); changes > 0; changes--) {
				text.setCharAt(random.nextInt(text.length()), SIGNS.charAt(random.nextInt(SIGNS.length())));
			}
			try {
				EdtfDate date = EdtfDate.parse(text.toString());
				assertThat(date.earliest()).as("seed %d: %s", seed, text).isBeforeOrEqualTo(date.latest());
				assertThat(date.reading()).as("seed %d: %s", seed, text).isNotBlank();
				dates++;
			} catch (DateTimeParseException e) {
				assertThat(e.getMessage()).as("seed %d: %s", seed, text).contains(" is no date here: ");
			}
		}
		assertThat(dates).isBetween(5_000, 45_000);
	}

	@Test
	void comparesWithDates() {
		EdtfDate june = EdtfDate.parse("2026-06");
		assertThat(EdtfDate.parse("2026-05").before(june)).isEqualTo(Truth.TRUE);
		assertThat(june.before(EdtfDate.parse("2026-06-30"))).isEqualTo(Truth.UNCERTAIN);
		assertThat(june.before(june)).isEqualTo(Truth.UNCERTAIN);
		assertThat(june.before(EdtfDate.parse("2026-06-01"))).isEqualTo(Truth.FALSE);
		assertThat(EdtfDate.of(LocalDate.EPOCH).before(EdtfDate.of(LocalDate.EPOCH))).isEqualTo(Truth.FALSE);
	}

	@Test
	void isExactOnlyToTheDay() {
		assertThat(EdtfDate.of(LocalDate.of(2026, 6, 26))).isEqualTo(EdtfDate.parse("2026-06-26"));
		assertThat(EdtfDate.parse("2026-06-26").exact()).isTrue();
		assertThat(EdtfDate.parse("2026-06").exact()).isFalse();
	}

	private static String someDate(Random random) {
		LocalDate day = LocalDate.of(1000 + random.nextInt(8000), 1, 1).plusDays(random.nextInt(365));
		return switch (random.nextInt(7)) {
			case 0 -> "%tY".formatted(day);
			case 1 -> "%tY-%<tm".formatted(day);
			case 2 -> "%tY-%<tm-XX".formatted(day);
			case 3 -> "%tY-XX".formatted(day);
			case 4 -> "%tY-%d".formatted(day, 21 + random.nextInt(4));
			case 5 -> "%s%s".formatted(day.toString().substring(0, 3), "X");
			default -> day.toString();
		};
	}
}

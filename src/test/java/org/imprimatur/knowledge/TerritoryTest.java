package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerritoryTest {

	@ParameterizedTest
	@ValueSource(strings = {"IT", "GB", "US-CA", "GB-SCT", "FR-2A", "EU", "EEA"})
	void aCodeIsInTheVocabulary(String code) {
		assertThat(Territory.of(code)).isEqualTo(code);
	}

	@Test
	void everyCountryIsInTheVocabulary() {
		assertThat(Locale.getISOCountries()).allSatisfy(code -> assertThat(Territory.of(code)).isEqualTo(code));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
		"UK"                           | 'UK' is no ISO 3166 code; the United Kingdom is GB
		"it"                           | 'it': write IT
		" IT"                          | ' IT': write IT
		"ITA"                          | 'ITA': write IT
		"Italy"                        | 'Italy': write IT
		"ITALIA"                       | 'ITALIA': write IT
		"Vereinigte Staaten"           | 'Vereinigte Staaten': write US
		"U.S."                         | 'U.S.': write US
		"the moon"                     | 'the moon' is no ISO 3166 code; write IT, US-CA, EU or EEA
		"United States of America"     | 'United States of America': write US
		"UK-SCT"                       | 'UK-SCT': write GB-SCT
		"us-ca"                        | 'us-ca': write US-CA
		"US_CA"                        | 'US_CA': write US-CA
		"US-"                          | 'US-': write US
		"US-CALI"                      | 'US-CALI' is no ISO 3166 code; write IT, US-CA, EU or EEA
		"EU-IT"                        | 'EU-IT' is no ISO 3166 code; write IT, US-CA, EU or EEA
		"eu"                           | 'eu': write EU
		"European Economic Area"       | 'European Economic Area': write EEA
		"XX"                           | 'XX' is no ISO 3166 code; write IT, US-CA, EU or EEA
		"XX-AB"                        | 'XX-AB' is no ISO 3166 code; write IT, US-CA, EU or EEA
		""                             | '' is no ISO 3166 code; write IT, US-CA, EU or EEA
		"-"                            | '-' is no ISO 3166 code; write IT, US-CA, EU or EEA
		""")
	void anotherSpellingIsRefusedWithWhatIsMeant(String text, String sentence) {
		assertThatThrownBy(() -> Territory.of(text)).isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
	}

	@Test
	void whatIsQuotedIsShortAndOnOneLine() {
		assertThatThrownBy(() -> Territory.of("\n\u0000\u200b" + "x".repeat(100_000)))
				.hasMessage("'   %s…' is no ISO 3166 code; write IT, US-CA, EU or EEA".formatted("x".repeat(37)));
	}
}

package org.imprimatur.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.time.Truth.FALSE;
import static org.imprimatur.time.Truth.TRUE;
import static org.imprimatur.time.Truth.UNCERTAIN;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

	@ParameterizedTest
	@CsvSource(textBlock = """
		FALSE,     FALSE,     FALSE,     FALSE
		FALSE,     UNCERTAIN, FALSE,     UNCERTAIN
		FALSE,     TRUE,      FALSE,     TRUE
		UNCERTAIN, UNCERTAIN, UNCERTAIN, UNCERTAIN
		UNCERTAIN, TRUE,      UNCERTAIN, TRUE
		TRUE,      TRUE,      TRUE,      TRUE
		""")
	void combinesAsKleeneDoes(Truth one, Truth other, Truth and, Truth or) {
		assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(and);
		assertThat(one.or(other)).isEqualTo(other.or(one)).isEqualTo(or);
		assertThat(one.and(other).not()).as("De Morgan").isEqualTo(one.not().or(other.not()));
	}

	@Test
	void doubtStaysDoubt() {
		assertThat(UNCERTAIN.not()).isEqualTo(UNCERTAIN);
		assertThat(TRUE.not()).isEqualTo(FALSE);
		assertThat(FALSE.not()).isEqualTo(TRUE);
	}

	@Test
	void onlyTheFalseIsImpossible() {
		assertThat(TRUE.possible()).isTrue();
		assertThat(UNCERTAIN.possible()).isTrue();
		assertThat(FALSE.possible()).isFalse();
		assertThat(Truth.of(true)).isEqualTo(TRUE);
		assertThat(Truth.of(false)).isEqualTo(FALSE);
	}
}

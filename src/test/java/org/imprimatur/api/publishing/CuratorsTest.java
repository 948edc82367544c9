package org.imprimatur.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.publishing.Curators.Curator;
import org.imprimatur.knowledge.Sha256;
import org.junit.jupiter.api.Test;

class CuratorsTest {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

	@Test
	void nobodyMayUnlessConfigured() {
		assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> new Curators(List.of()).curator("Bearer anything", TODAY))
				.satisfies(refusal -> assertThat(refusal.code().status().value()).isEqualTo(403));
	}

	@Test
	void aTokenIsGoodUntilTheDayOnWhichItExpires() {
		Curators curators = new Curators(List.of(new Curator("Ada", Sha256.of("one"), TODAY),
				new Curator("Bob", Sha256.of("two").toUpperCase(Locale.ROOT), null)));
		assertThat(curators.curator("Bearer one", TODAY.minusDays(1)).name()).isEqualTo("Ada");
		assertThatExceptionOfType(Refusal.class).isThrownBy(() -> curators.curator("Bearer one", TODAY));
		assertThat(curators.curator("bearer  two ", TODAY).name()).isEqualTo("Bob");
		assertThatExceptionOfType(Refusal.class)
				.isThrownBy(() -> curators.curator("Bearer " + Sha256.of("two"), TODAY));
	}

	@Test
	void aTokenInPlaceOfItsDigestIsRefusedAndNotTold() {
		Curators curators = new Curators(List.of(new Curator("Ada", "a-token", null)));
		assertThatExceptionOfType(UnusableCurators.class).isThrownBy(curators::check)
				.withMessageContaining("imprimatur.curators[0].token-sha256").withMessageNotContaining("a-token");
		assertThat(curators.toString()).doesNotContain("a-token");
	}
}

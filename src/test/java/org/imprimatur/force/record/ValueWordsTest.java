package org.imprimatur.force.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.knowledge.Category.Places;
import org.imprimatur.knowledge.Category.Threshold;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What disputes say of parts of facts. */
class ValueWordsTest {

	private final ValueWords words = new ValueWords(new Facts(List.of()));

	@Test
	void whereAModelWasReleasedIsNotWhereItWasTrained() {
		assertThat(test(null, null, "EU", new Threshold("1e25", null), null)).isEqualTo(
				"whatever is trained with more than 1e25 operations and released in the European Union");
		assertThat(test(ModelKind.SERVICE, new Period(null, EdtfDate.parse("2026-08-02")), "EU", null, null))
				.isEqualTo("services released up to 2 August 2026 in the European Union");
	}

	@Test
	void oneOfThePlacesIsEnough() {
		assertThat(test(null, null, null, null, new Places(List.of("CN"), List.of(), List.of("RU"))))
				.isEqualTo("whoever is in China or owned from Russia");
	}

	@Test
	void aScopeThatNamesNothingIsThatOfItsBearer() {
		assertThat(words.ofPart(Scope.WHOLE)).isEqualTo("the whole");
	}

	private String test(@Nullable ModelKind kind, @Nullable Period released, @Nullable String territory,
			@Nullable Threshold compute, @Nullable Places places) {
		return words.ofPart(new org.imprimatur.knowledge.Category.Test(kind, released, territory, compute, places));
	}
}

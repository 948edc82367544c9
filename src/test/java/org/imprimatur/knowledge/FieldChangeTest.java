package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.knowledge.Evidence.Stance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldChangeTest {

	private static final Concern BEFORE = concern("A", List.of("one", "two"), "What it is",
			evidence("It says so.", Stance.SUPPORTS));

	@Test
	void equalStatesHaveNone() {
		assertThat(FieldChange.between(BEFORE, BEFORE)).isEmpty();
	}

	@Test
	void eachFieldTellsWhatItHasNoMoreAndWhatIsNew() {
		assertThat(FieldChange.between(BEFORE, concern("B", List.of("two", "three"), null,
				evidence("It says so.", Stance.DISPUTES)))).containsExactly(
						new FieldChange("aliases", List.of("one"), List.of("three")),
						new FieldChange("description", List.of("What it is"), List.of()),
						new FieldChange("evidence", List.of("source/s: It says so. (fields [name], stance SUPPORTS)"),
								List.of("source/s: It says so. (fields [name], stance DISPUTES)")),
						new FieldChange("name", List.of("A"), List.of("B")));
	}

	@Test
	void anotherOrderIsAChangeOfNoValues() {
		assertThat(FieldChange.between(BEFORE, concern("A", List.of("two", "one"), "What it is",
				evidence("It says so.", Stance.SUPPORTS))))
				.containsExactly(new FieldChange("aliases", List.of(), List.of()));
	}

	@Test
	void whatWasNotThereHadNoFields() {
		assertThat(FieldChange.between(null, BEFORE)).extracting(FieldChange::field).containsExactly("aliases",
				"description", "evidence", "name");
		assertThat(FieldChange.between(BEFORE, null)).allSatisfy(it -> assertThat(it.added()).isEmpty()).hasSize(4);
	}

	private static Concern concern(String name, List<String> aliases, @Nullable String description,
			Evidence evidence) {
		return new Concern("concern/a", name, aliases, description, List.of(evidence));
	}

	private static Evidence evidence(String paraphrase, Stance stance) {
		return new Evidence(new Ref<>("source/s"), null, paraphrase, null, List.of("name"), stance, null, null, null);
	}
}

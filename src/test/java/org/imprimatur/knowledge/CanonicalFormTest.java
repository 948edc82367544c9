package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.junit.jupiter.api.Test;

/** One text for one state of an entity. */
class CanonicalFormTest {

	@Test
	void membersAreSortedByNameAndWhatIsAbsentIsLeftOut() {
		Category category = new Category("category/c", "Firms", List.of(), null, "who they are", null,
				List.of(new Membership(new Ref<>("company/f"), new Period(EdtfDate.parse("2026"), null), null,
						null, List.of())),
				List.of());
		assertThat(CanonicalForm.write(category)).isEqualTo("""
			{"criterion":"who they are","id":"category/c",\
			"members":[{"member":"company/f","period":{"start":"2026"}}],"name":"Firms"}""");
	}

	@Test
	void textsThatReadAlikeAreWrittenAlike() {
		assertThat(CanonicalForm.write(company("Café", "Å")))
				.isEqualTo(CanonicalForm.write(company("Cafe\u0301", "A\u030a")))
				.isEqualTo("""
					{"aliases":["Å"],"id":"company/c","identifiers":[{"scheme":"Å","value":"Café"}],"name":"Café"}""");
	}

	/** It has texts in every place that a text can have: a field, a list, and a part. */
	private static Company company(String one, String other) {
		return new Company("company/c", one, List.of(other), "", null, List.of(new Identifier(other, one)), List.of());
	}
}

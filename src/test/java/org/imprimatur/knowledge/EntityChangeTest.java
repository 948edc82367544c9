package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Test;

class EntityChangeTest {

	@Test
	void whatBecameOfEachIdIsTold() {
		List<DossierContents> before = List.of(
				new DossierContents(dossier("one"),
						List.of(concern("a", "A"), concern("b", "B"), concern("c", "C"), concern("d", "D"),
								concern("same", "Same")),
						List.of(gone("e", "It never was"), gone("f", "Nor was it"), gone("same-too", "Gone"))),
				new DossierContents(dossier("two"), List.of(), List.of()));
		List<DossierContents> after = List.of(
				new DossierContents(dossier("one"),
						List.of(concern("a", "A, again"), concern("e", "E"), concern("g", "G"),
								concern("same", "Same")),
						List.of(gone("b", "It was c all along", "concern/c"), gone("d", "No source has it"),
								gone("f", "It was a rumour"), gone("same-too", "Gone"))),
				new DossierContents(dossier("two"), List.of(concern("c", "C")), List.of()));
		assertThat(EntityChange.between(before, after)).containsExactly(
				new EntityChange("concern/a", "a", RecordChangeKind.CHANGED, "dossier/one", null,
						List.of(new FieldChange("description", List.of("A"), List.of("A, again"))), null, null),
				new EntityChange("concern/b", "b", RecordChangeKind.MERGED, "dossier/one", null, List.of(),
						"It was c all along", new Ref<>("concern/c")),
				new EntityChange("concern/c", "c", RecordChangeKind.CHANGED, "dossier/two", "dossier/one", List.of(),
						null, null),
				new EntityChange("concern/d", "d", RecordChangeKind.WITHDRAWN, "dossier/one", null, List.of(),
						"No source has it", null),
				new EntityChange("concern/e", "e", RecordChangeKind.RESTORED, "dossier/one", null, List.of(), null,
						null),
				new EntityChange("concern/f", "concern/f", RecordChangeKind.WITHDRAWN, "dossier/one", null, List.of(),
						"It was a rumour", null),
				new EntityChange("concern/g", "g", RecordChangeKind.ADDED, "dossier/one", null, List.of(), null,
						null));
		assertThat(EntityChange.between(after, after)).isEmpty();
	}

	private static Dossier dossier(String name) {
		return new Dossier("dossier/" + name, name, List.of(), EdtfDate.parse("2026"), null, List.of(), List.of());
	}

	private static Entity concern(String name, String description) {
		return new Concern("concern/" + name, name, List.of(), description, List.of());
	}

	private static Withdrawal gone(String name, String reason) {
		return new Withdrawal("concern/" + name, reason, null);
	}

	private static Withdrawal gone(String name, String reason, String successor) {
		return new Withdrawal("concern/" + name, reason, new Ref<>(successor));
	}
}

package org.imprimatur.force.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Finds what sources disagree about (design, "The rules of force", rule 4).
 *
 * @param record the admitted record
 */
record Disputes(AdmittedRecord record) {

	/** Every dispute about the entity. */
	List<Dispute> about(Entity entity) {
		List<Dispute> disputes = new ArrayList<>();
		for (EvidenceKey key : record.passages(entity)) {
			Evidence passage = entity.evidence().get(key.position());
			if (passage.stance() == Stance.SUPPORTS) {
				continue;
			}
			if (passage.fields().isEmpty()) {
				add(disputes, dispute(entity, null, passage, key));
			}
			passage.fields().forEach(field -> add(disputes, dispute(entity, field, passage, key)));
		}
		return disputes;
	}

	// Passages that say the same of the same field make one dispute.
	private static void add(List<Dispute> disputes, Dispute added) {
		for (int i = 0; i < disputes.size(); i++) {
			Dispute known = disputes.get(i);
			if (Objects.equals(known.field(), added.field())
					&& Objects.equals(known.otherValue(), added.otherValue())) {
				disputes.set(i, new Dispute(known.entity(), known.field(), known.value(), known.otherValue(),
						known.supporting(),
						Stream.concat(known.disputing().stream(), added.disputing().stream()).toList()));
				return;
			}
		}
		disputes.add(added);
	}

	private Dispute dispute(Entity entity, @Nullable String field, Evidence passage, EvidenceKey key) {
		List<String> fields = field == null ? List.of() : List.of(field);
		return new Dispute(new Ref<>(entity.id()), field, field == null ? entity.name() : value(entity, field),
				passage.otherValue(), record.supporting(entity, fields), List.of(key));
	}

	private static String value(Entity entity, String field) {
		return Shape.of(entity.getClass()).field(field).stream().flatMap(it -> it.values(entity).stream())
				.map(String::valueOf).collect(Collectors.joining(", "));
	}
}

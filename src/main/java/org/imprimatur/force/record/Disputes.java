package org.imprimatur.force.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Finds what sources disagree about (design, "The rules of force", rule 4).
 *
 * @param record the admitted record
 * @param words what puts the values into words
 */
record Disputes(AdmittedRecord record, ValueWords words) {

	Disputes(AdmittedRecord record) {
		this(record, new ValueWords(record.recorded()));
	}

	/** Every dispute about the entity, then about each part of its facts. */
	List<Dispute> about(Entity entity) {
		List<Dispute> disputes = new ArrayList<>();
		for (EvidenceKey key : disputing(record.passages(entity))) {
			Evidence passage = record.passage(key);
			if (passage.fields().isEmpty()) {
				add(disputes, new Dispute(new Ref<>(entity.id()), null, entity.name(), other(passage),
						record.supporting(entity, List.of()), List.of(key)));
			}
			passage.fields().forEach(field -> add(disputes, new Dispute(new Ref<>(entity.id()), field,
					value(entity, field), other(passage), record.supporting(entity, List.of(field)),
					List.of(key))));
		}
		entity.parts().forEach(part -> disputes.addAll(about(entity, part)));
		return disputes;
	}

	private List<Dispute> about(Entity entity, EvidencedPart part) {
		List<Dispute> disputes = new ArrayList<>();
		for (EvidenceKey key : disputing(record.passages(entity, part))) {
			Evidence passage = record.passage(key);
			List<String> fields = passage.fields().isEmpty() ? List.of("") : passage.fields();
			fields.forEach(field -> add(disputes, new Dispute(new Ref<>(entity.id()),
					field.isEmpty() ? part.field() : part.field() + "." + field,
					field.isEmpty() ? words.ofPart(part) : value(part, field), other(passage),
					record.supporting(entity, part), List.of(key))));
		}
		return disputes;
	}

	private @Nullable String other(Evidence passage) {
		return passage.otherValue() == null ? null : words.of(passage.otherValue());
	}

	private List<EvidenceKey> disputing(List<EvidenceKey> passages) {
		return passages.stream().filter(it -> record.passage(it).stance() == Stance.DISPUTES).toList();
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

	private String value(Object holder, String field) {
		List<String> values = Shape.of(holder.getClass()).fields().stream()
				.flatMap(it -> it.values(holder).stream()
						.filter(value -> it.name().equals(field) || field.startsWith(Evidence.field(it.name(), ""))
								&& Evidence.field(it.name(), String.valueOf(value)).equals(field))
						.map(value -> words.of(it, value)))
				.toList();
		return words.several(values);
	}
}

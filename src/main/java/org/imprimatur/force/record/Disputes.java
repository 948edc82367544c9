package org.imprimatur.force.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;

/**
 * Finds what sources disagree about (design, "The rules of force", rule 4).
 *
 * @param record the admitted record
 */
record Disputes(AdmittedRecord record) {

	/** Every dispute about the entity, then about each part of its facts. */
	List<Dispute> about(Entity entity) {
		List<Dispute> disputes = new ArrayList<>();
		for (EvidenceKey key : disputing(record.passages(entity))) {
			Evidence passage = record.passage(key);
			if (passage.fields().isEmpty()) {
				add(disputes, new Dispute(new Ref<>(entity.id()), null, entity.name(), passage.otherValue(),
						record.supporting(entity, List.of()), List.of(key)));
			}
			passage.fields().forEach(field -> add(disputes, new Dispute(new Ref<>(entity.id()), field,
					value(entity, field), passage.otherValue(), record.supporting(entity, List.of(field)),
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
					field.isEmpty() ? words(part) : value(part, field), passage.otherValue(),
					record.supporting(entity, part), List.of(key))));
		}
		return disputes;
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

	private static String value(Object holder, String field) {
		return Shape.of(holder.getClass()).fields().stream()
				.flatMap(it -> it.values(holder).stream().map(Disputes::words).filter(
						value -> it.name().equals(field) || Evidence.field(it.name(), value).equals(field)))
				.collect(Collectors.joining(", "));
	}

	// A part in words is what it says, without how that is known.
	private static String words(Object value) {
		return value instanceof EvidencedPart part
				? Shape.of(part.getClass()).fields().stream().filter(it -> !it.name().equals("evidence"))
						.flatMap(it -> it.values(part).stream()).map(String::valueOf).collect(Collectors.joining(", "))
				: String.valueOf(value);
	}
}

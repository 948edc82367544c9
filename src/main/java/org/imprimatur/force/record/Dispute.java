package org.imprimatur.force.record;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * That sources disagree about a fact. The recorded value counts; the other is shown (design, "The rules of force", rule
 * 4).
 *
 * @param entity whose fact it is
 * @param field the field in dispute, {@code releases} or {@code releases.date} if it is a part or a value of one;
 *     {@code null} if it is the existence
 * @param value what is recorded: the value of the field or the part in words, or the entity's name
 * @param otherValue what the disputing passages say instead, if they do
 * @param supporting the passages for what is recorded
 * @param disputing the passages against it
 */
public record Dispute(Ref<Entity> entity, @Nullable String field, String value, @Nullable String otherValue,
		List<EvidenceKey> supporting, List<EvidenceKey> disputing) {

	/**
	 * Every dispute about one of the facts, whatever the model and the day, in the order of the entities' ids.
	 *
	 * @param named what the facts refer to, so that it can be called by its name
	 */
	public static List<Dispute> in(Facts facts, Facts named) {
		AdmittedRecord record = new AdmittedRecord(new Facts(Stream.concat(named.all(), facts.all()).toList()), null);
		return facts.all().flatMap(entity -> record.disputes(entity).stream()).toList();
	}
}

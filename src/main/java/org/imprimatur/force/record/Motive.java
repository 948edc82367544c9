package org.imprimatur.force.record;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;

/**
 * Why an instrument was made, and how well that is supported: by the passages that name this very motive, else by those
 * on its motives, else by those on the instrument.
 *
 * @param instrument what was made
 * @param motive the concern or the earlier instrument that it answers
 * @param doubtful whether only weak sources tell of the motive, or the instrument itself is in doubt (design, "The
 *     rules of force", rule 4)
 * @param supporting the passages for it
 */
public record Motive(Ref<Instrument> instrument, Ref<Entity> motive, boolean doubtful, List<EvidenceKey> supporting) {

	private static final String FIELD = "motivatedBy";

	/** Every motive of the instruments among the facts, in the order of the instruments' ids. */
	public static List<Motive> in(Facts facts) {
		AdmittedRecord record = new AdmittedRecord(facts, null);
		return facts.all(Instrument.class).stream()
				.flatMap(act -> act.motivatedBy().stream().map(motive -> of(record, act, motive))).toList();
	}

	private static Motive of(AdmittedRecord record, Instrument act, Ref<Entity> motive) {
		List<EvidenceKey> supporting = Stream.of(List.of(Evidence.field(FIELD, motive.id())), List.of(FIELD))
				.map(fields -> naming(record, act, fields)).filter(it -> !it.isEmpty()).findFirst()
				.orElseGet(() -> naming(record, act, List.of()));
		return new Motive(new Ref<>(act.id()), motive, record.doubtful(act) || record.weak(supporting), supporting);
	}

	private static List<EvidenceKey> naming(AdmittedRecord record, Instrument act, List<String> fields) {
		return record.passages(act).stream().filter(it -> record.passage(it).stance() == Stance.SUPPORTS)
				.filter(it -> fields.isEmpty()
						? record.passage(it).fields().isEmpty()
						: record.passage(it).fields().stream().anyMatch(fields::contains))
				.toList();
	}
}

package org.imprimatur.force.timeline;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.time.EdtfDate;

/**
 * What happened to nodes, and what will, in order of date. The timeline of several nodes is that of each, put together;
 * that of a company holds those of the models that it makes or offers, and that of a dossier those of its subjects.
 */
public final class Timeline {

	private static final Comparator<TimelineEntry> ORDER = Comparator
			.comparing(TimelineEntry::date, Comparator.nullsLast(Comparator.comparing(Timeline::surelyBy)
					.thenComparing(EdtfDate::earliest, Comparator.reverseOrder()).thenComparing(EdtfDate::latest)))
			.thenComparing(TimelineEntry::kind).thenComparing(it -> it.node().id()).thenComparing(TimelineEntry::key);

	private Timeline() {
	}

	/**
	 * The timeline of some nodes as a story: what an act does on one day is one entry, with all that it sums up, and no
	 * source is published in it. It is in the order of {@link #of}.
	 */
	public static List<TimelineEntry> story(Facts facts, Collection<String> nodes) {
		return new Story(facts).tell(entries(facts, nodes).toList()).sorted(ORDER).toList();
	}

	/**
	 * The timeline of some nodes, each thing by itself. What is sure stands by its day; what can be one of many days
	 * stands after all that is sure to have happened by the last of these, or by the first where there is no last; what
	 * has no date stands at the end. On one day the order is that of kind and id. The same facts always give the same
	 * timeline; facts that do not belong to it do not change it.
	 *
	 * @param facts all that may belong to it
	 * @param nodes the ids of the nodes; those that the facts do not hold have no entries
	 */
	public static List<TimelineEntry> of(Facts facts, Collection<String> nodes) {
		return entries(facts, nodes).map(TimelineSentences::hedged).toList();
	}

	private static Stream<TimelineEntry> entries(Facts facts, Collection<String> nodes) {
		AdmittedRecord record = new AdmittedRecord(facts, null);
		SequencedSet<Entity> all = new LinkedHashSet<>();
		nodes.forEach(id -> expand(facts, facts.find(id, Entity.class), all));
		return all.stream().flatMap(node -> of(record, node)).distinct().sorted(ORDER);
	}

	private static LocalDate surelyBy(EdtfDate date) {
		return date.latest().isBefore(EdtfDate.DISTANT_FUTURE) ? date.latest() : date.earliest();
	}

	private static void expand(Facts facts, Optional<Entity> node, SequencedSet<Entity> all) {
		node.filter(all::add).ifPresent(it -> (switch (it) {
			case Company company -> facts.all(Model.class).stream()
					.filter(model -> Stream.concat(Stream.ofNullable(model.developer()), model.deployers().stream())
							.anyMatch(maker -> maker.id().equals(company.id())));
			case Dossier dossier -> dossier.subjects().stream()
					.flatMap(subject -> facts.find(subject, Entity.class).stream());
			default -> Stream.<Entity>empty();
		}).forEach(further -> expand(facts, Optional.of(further), all)));
	}

	private static Stream<TimelineEntry> of(AdmittedRecord record, Entity node) {
		ForcePeriods periods = new ForcePeriods(record, node instanceof Model model ? model : null);
		Collection<Entity> involved = new TimelineExtent(record, node, periods.operation().scopes()).entities();
		TimelineEntries entries = new TimelineEntries(record, periods);
		return involved.stream().flatMap(it -> entries.of(it, involved));
	}
}

package org.imprimatur.force.timeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toList;
import static org.imprimatur.force.timeline.TimelineKind.EVENT;
import static org.imprimatur.force.timeline.TimelineKind.ISSUED;
import static org.imprimatur.force.timeline.TimelineKind.SOURCE_PUBLISHED;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Sentences;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Tells a timeline as people do: an act once, with what it imposes and does, each condition with the act by which it
 * begins or ends; and of what is vague or uncertain that it is (design, "The API").
 */
final class Story {

	/**
	 * What is told as one.
	 *
	 * @param act the act that does it; none where models are released, or duties due or found met or breached
	 * @param kind of what kind it is, which is all one where an act does it
	 */
	private record Moment(Optional<Ref<Entity>> act, TimelineKind kind, @Nullable EdtfDate date) {
	}

	/** What becomes of one or of several things. */
	private record Deed(String one, String many) {

		/** What surely becomes of them, or what may. */
		static Deed of(boolean certain, String one, String many, String perhaps) {
			return certain ? new Deed(one, many) : new Deed(perhaps, perhaps);
		}

		String to(List<String> things) {
			return (things.size() == 1 ? one : many).formatted(Names.listSome(things));
		}
	}

	private final Facts facts;
	private final Sentences sentences;

	Story(Facts facts) {
		this.facts = facts;
		this.sentences = new Sentences(facts, Days.END_OF_RECORD);
	}

	/** The story that entries tell, in no order. */
	Stream<TimelineEntry> tell(List<TimelineEntry> entries) {
		Map<Moment, List<TimelineEntry>> moments = entries.stream()
				.filter(entry -> entry.kind() != EVENT && entry.kind() != SOURCE_PUBLISHED)
				.filter(entry -> !isToldElsewhere(entry, entries))
				.collect(groupingBy(this::moment, LinkedHashMap::new, toList()));
		return Stream.concat(entries.stream().filter(entry -> entry.kind() == EVENT),
				moments.entrySet().stream().map(it -> together(it.getKey(), it.getValue())))
				.map(this::withItsDoubts);
	}

	/** That an act was issued some day, where it is told on another what it does. */
	private boolean isToldElsewhere(TimelineEntry entry, List<TimelineEntry> entries) {
		return entry.kind() == ISSUED && entry.date() == null && entries.stream()
				.anyMatch(it -> it.date() != null && act(it).equals(Optional.of(entry.node())));
	}

	private Moment moment(TimelineEntry entry) {
		Optional<Ref<Entity>> act = act(entry);
		return new Moment(act, act.isPresent() ? ISSUED : entry.kind(), entry.date());
	}

	private Optional<Ref<Entity>> act(TimelineEntry entry) {
		return switch (entry.kind()) {
			case ISSUED, PUBLISHED, TAKES_EFFECT, EXPIRES -> Optional.of(entry.node());
			case EFFECT, SUSPENSION_ENDS, CONDITION_STARTS -> Optional.of(entry.related().getFirst());
			case CONDITION_ENDS -> entry.related().reversed().stream()
					.filter(it -> facts.find(it.id(), Instrument.class).isPresent()).findFirst();
			case RELEASE, EVENT, MET, BREACHED, DEADLINE, SOURCE_PUBLISHED -> Optional.empty();
		};
	}

	/** One entry, which is certain where the first of it is. */
	private TimelineEntry together(Moment moment, List<TimelineEntry> parts) {
		List<TimelineEntry> ordered = parts.stream().sorted(Comparator.comparing(TimelineEntry::kind)
				.thenComparing(TimelineEntry::certain, Comparator.reverseOrder())).toList();
		TimelineEntry head = ordered.getFirst();
		Ref<Entity> node = moment.act().orElse(head.node());
		return new TimelineEntry(head.kind(), moment.date(), title(moment.act(), ordered), node,
				all(parts, part -> Stream.concat(Stream.of(part.node()), part.related().stream()))
						.filter(it -> !it.equals(node)).toList(),
				head.certain(), all(parts, part -> part.evidence().stream()).toList(),
				all(parts, part -> part.disputes().stream()).toList(), parts.size() == 1
						? List.of()
						: ordered.stream().map(TimelineEntry::hedged).toList());
	}

	private static <T> Stream<T> all(List<TimelineEntry> parts, Function<TimelineEntry, Stream<T>> of) {
		return parts.stream().flatMap(of).distinct();
	}

	private String title(Optional<Ref<Entity>> act, List<TimelineEntry> parts) {
		Map<Deed, List<String>> deeds = new LinkedHashMap<>();
		parts.forEach(part -> deed(part).ifPresent(
				deed -> deeds.computeIfAbsent(deed, it -> new ArrayList<>()).add(sentences.name(affected(part)))));
		String done = deeds.entrySet().stream().map(it -> it.getKey().to(it.getValue())).collect(joining("; "));
		String head = parts.stream().filter(part -> deed(part).isEmpty()).map(TimelineEntry::title)
				.map(it -> it.substring(0, it.length() - 1)).limit(act.isPresent() ? 1 : parts.size())
				.collect(joining("; "));
		if (head.isEmpty()) {
			return Sentences.sentence(act.map(it -> "by %s, ".formatted(sentences.name(it))).orElse("") + done);
		}
		return Sentences.sentence(head) + (done.isEmpty() ? "" : " " + Sentences.sentence(done));
	}

	private static Ref<Entity> affected(TimelineEntry part) {
		return switch (part.kind()) {
			case EFFECT, SUSPENSION_ENDS -> part.related().getLast();
			default -> part.node();
		};
	}

	/** What becomes of something, if another title than its own tells it. */
	private Optional<Deed> deed(TimelineEntry part) {
		boolean certain = part.certain();
		return switch (part.kind()) {
			case EFFECT -> facts.find(part.node().id(), Effect.class).map(Sentences::done)
					.map(done -> Deed.of(certain, "%s is " + done, "%s are " + done, "%s may be " + done));
			case SUSPENSION_ENDS -> Optional.of(Deed.of(certain, "the suspension of %s ends",
					"the suspensions of %s end", "the suspension of %s may end"));
			case CONDITION_STARTS -> Optional.of(Deed.of(certain, "%s begins", "%s begin", "%s may begin"));
			case CONDITION_ENDS -> Optional.of(Deed.of(certain, "%s ends", "%s end", "%s may end"));
			case DEADLINE -> Optional.of(Deed.of(certain, "deadline of %s", "deadlines of %s",
					"perhaps the deadline of %s"));
			case MET -> Optional.of(found(part, "met"));
			case BREACHED -> Optional.of(found(part, "breached"));
			case RELEASE, EVENT, ISSUED, PUBLISHED, TAKES_EFFECT, EXPIRES, SOURCE_PUBLISHED -> Optional.empty();
		};
	}

	private Deed found(TimelineEntry part, String how) {
		String by = part.related().stream().filter(it -> facts.find(it.id(), Party.class).isPresent()).findFirst()
				.map(it -> " by " + sentences.name(it)).orElse("");
		String found = "found " + how + by;
		return Deed.of(part.certain(), "%s is " + found, "%s are " + found, "%s may be " + found);
	}

	/** Says before the title what leaves the day or the whole in doubt. */
	private TimelineEntry withItsDoubts(TimelineEntry entry) {
		EdtfDate date = entry.date();
		String day = date == null ? "on an unknown day" : date.exact() ? "" : Names.day(date);
		String doubt = entry.certain() || deed(entry).isPresent() ? "" : "not certain";
		String said = Stream.of(day, doubt).filter(it -> !it.isEmpty()).collect(joining(", "));
		return said.isEmpty()
				? entry
				: entry.withTitle(
						Sentences.sentence(said + ": " + Sentences.clause(entry.title())));
	}
}

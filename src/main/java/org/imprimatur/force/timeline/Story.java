package org.imprimatur.force.timeline;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.imprimatur.force.timeline.TimelineKind.EVENT;
import static org.imprimatur.force.timeline.TimelineKind.ISSUED;
import static org.imprimatur.force.timeline.TimelineKind.SOURCE_PUBLISHED;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
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

	private final Facts facts;
	private final StorySentences sentences;

	Story(Facts facts) {
		this.facts = facts;
		this.sentences = new StorySentences(facts);
	}

	/** The story that entries tell, in no order. */
	Stream<TimelineEntry> tell(List<TimelineEntry> entries) {
		Map<Moment, List<TimelineEntry>> moments = entries.stream()
				.filter(entry -> entry.kind() != EVENT && entry.kind() != SOURCE_PUBLISHED)
				.filter(entry -> !isToldElsewhere(entry, entries))
				.collect(groupingBy(this::moment, LinkedHashMap::new, toList()));
		return Stream.concat(entries.stream().filter(entry -> entry.kind() == EVENT),
				moments.entrySet().stream().map(it -> together(it.getKey(), it.getValue())))
				.map(sentences::withItsDoubts);
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
		return new TimelineEntry(head.kind(), moment.date(), sentences.title(moment.act(), ordered), node,
				all(parts, part -> Stream.concat(Stream.of(part.node()), part.related().stream()))
						.filter(it -> !it.equals(node)).toList(),
				head.certain(), all(parts, part -> part.evidence().stream()).toList(),
				all(parts, part -> part.disputes().stream()).toList(), parts.size() == 1
						? List.of()
						: ordered.stream().map(TimelineSentences::hedged).toList());
	}

	private static <T> Stream<T> all(List<TimelineEntry> parts, Function<TimelineEntry, Stream<T>> of) {
		return parts.stream().flatMap(of).distinct();
	}
}

package org.imprimatur.force.timeline;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;

/** Puts what belongs together into sentences for people, with what leaves it in doubt. */
final class StorySentences {

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
	private final Wording wording;

	StorySentences(Facts facts) {
		this.facts = facts;
		this.wording = new Wording(facts);
	}

	/** What an act does on a day, or what happens on it without one. */
	String title(Optional<Ref<Entity>> act, List<TimelineEntry> parts) {
		Map<Deed, List<String>> deeds = new LinkedHashMap<>();
		parts.forEach(part -> deed(part).ifPresent(
				deed -> deeds.computeIfAbsent(deed, it -> new ArrayList<>()).add(wording.name(affected(part)))));
		String done = deeds.entrySet().stream().map(it -> it.getKey().to(it.getValue())).collect(joining("; "));
		String head = parts.stream().filter(part -> deed(part).isEmpty()).map(TimelineEntry::title)
				.map(it -> it.substring(0, it.length() - 1)).limit(act.isPresent() ? 1 : parts.size())
				.collect(joining("; "));
		if (head.isEmpty()) {
			return Names.sentence(act.map(it -> "by %s, ".formatted(wording.name(it))).orElse("") + done);
		}
		return Names.sentence(head) + (done.isEmpty() ? "" : " " + Names.sentence(done));
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
			case EFFECT -> facts.find(part.node().id(), Effect.class).map(Wording::done)
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
				.map(it -> " by " + wording.name(it)).orElse("");
		String found = "found " + how + by;
		return Deed.of(part.certain(), "%s is " + found, "%s are " + found, "%s may be " + found);
	}

	/** Says before the title what leaves the day or the whole in doubt. */
	TimelineEntry withItsDoubts(TimelineEntry entry) {
		EdtfDate date = entry.date();
		String day = date == null ? "on an unknown day" : date.exact() ? "" : Names.day(date);
		String doubt = entry.certain() || deed(entry).isPresent() ? "" : "not certain";
		String said = Stream.of(day, doubt).filter(it -> !it.isEmpty()).collect(joining(", "));
		return said.isEmpty()
				? entry
				: entry.withTitle(
						Names.sentence(said + ": " + Names.clause(entry.title())));
	}
}

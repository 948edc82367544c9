package org.imprimatur.force.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.CoverageSentence;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.EdtfDate;

/**
 * Says a difference in at most three sentences that can be shown and quoted as they are: what the conditions came to
 * from which day, which of them changed, and how far the sources go (design, "The rules of force", rule 7).
 */
public final class DifferenceSentences {

	private static final int NAMED = 3;
	private static final int TURNS = 4;

	private final Facts facts;
	private final Difference difference;
	private final String model;

	private DifferenceSentences(Facts facts, Difference difference) {
		this.facts = facts;
		this.difference = difference;
		this.model = name(new Ref<Entity>(difference.before().question().model()));
	}

	/** What changed from one day to another. */
	public static String between(Facts facts, Difference difference) {
		DifferenceSentences summary = new DifferenceSentences(facts, difference);
		return summary.told(summary.turns() + " " + summary.changed("changed in that time"));
	}

	/**
	 * What would be otherwise without some instruments.
	 *
	 * @param facts all that bears on the model, and the instruments
	 */
	public static String without(Facts facts, Difference difference, Collection<Ref<Instrument>> instruments) {
		DifferenceSentences summary = new DifferenceSentences(facts, difference);
		String taken = Names.list(instruments.stream().map(summary::name).toList());
		return summary.told(summary.supposed(taken) + " " + summary.changed("would have stood otherwise"));
	}

	private String told(String sentences) {
		ConditionSet after = difference.after();
		return sentences + " " + CoverageSentence.of(after.coverage(), after.question());
	}

	private String turns() {
		String stood = stood(difference.before().standing());
		List<String> turns = new ArrayList<>();
		for (StandingChange it : difference.standings()) {
			String next = stood(it.after());
			if (!next.equals(stood)) {
				turns.add("%s from %s".formatted(next, day(EdtfDate.of(it.since()))));
				stood = next;
			}
		}
		turns.addFirst("%s on %s".formatted(stood(difference.before().standing()), day(difference.before())));
		return Names.sentence("%s was %s%s still on %s%s".formatted(model, Names.list(shortened(turns)),
				turns.size() == 1 ? " and" : ", and", day(difference.after()),
				difference.after().beyondCoverage() ? ", as far as is known" : ""));
	}

	// The last turn is the one that holds.
	private static List<String> shortened(List<String> turns) {
		if (turns.size() <= TURNS + 1) {
			return turns;
		}
		List<String> shortened = new ArrayList<>(turns.subList(0, TURNS - 1));
		shortened.add("otherwise at %d more turns".formatted(turns.size() - TURNS));
		shortened.add(turns.getLast());
		return shortened;
	}

	private String changed(String how) {
		List<String> titles = difference.changes().stream().map(Change::condition).distinct()
				.map(it -> "“%s”".formatted(
						facts.find(it, Condition.class).map(Condition::title).orElse("one not reported yet")))
				.toList();
		return switch (titles.size()) {
			case 0 -> "None of the conditions known %s.".formatted(how);
			case 1 -> "One of the conditions known %s: %s.".formatted(how, titles.getFirst());
			default -> {
				Optional<String> named = Optional.of(titles).filter(it -> it.size() <= NAMED)
						.map(Names::list);
				yield "Of the conditions known, %d %s%s.".formatted(titles.size(), how,
						named.map(": "::concat).orElse(""));
			}
		};
	}

	private String supposed(String taken) {
		String before = stood(difference.before().standing());
		String after = stood(difference.after().standing());
		String day = day(difference.after());
		return before.equals(after)
				? "Without %s, %s would still have been %s on %s.".formatted(taken, model, before, day)
				: "Without %s, %s would have been %s on %s, where it was %s.".formatted(taken, model, after, day,
						before);
	}

	private static String stood(Standing standing) {
		String place = standing.level() == Level.UNCERTAIN ? null : standing.territory();
		return (switch (standing.level()) {
			case PROHIBITED -> "prohibited";
			case LICENCE_REQUIRED -> "under a licence requirement";
			case LIMITED -> "limited";
			case CONDITIONAL -> "under duties";
			case OTHERS_BOUND -> "under no condition known that restricts those who develop or offer it";
			case COMMITMENTS_ONLY -> "under commitments alone, which do not bind in law";
			case NONE_KNOWN -> "under no condition known";
			case UNCERTAIN -> "of uncertain standing";
		}) + (place == null ? "" : " in " + Territory.name(place));
	}

	private static String day(ConditionSet set) {
		return day(EdtfDate.of(set.question().asOf()));
	}

	private static String day(EdtfDate day) {
		return Names.day(day);
	}

	private String name(Ref<?> ref) {
		return facts.find(ref.id(), Entity.class).map(it -> Names.of(it, facts))
				.orElseGet(() -> "a certain " + Kind.ofId(ref.id()).prefix());
	}
}

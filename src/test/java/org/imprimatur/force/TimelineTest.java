package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.imprimatur.Cases;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Test;

/** Holds timelines against an oracle that looks at each day on its own, over generated histories. */
class TimelineTest {

	private static final List<String> MODELS = List.of("model/m0", "model/m1", "model/m2");
	private static final List<LocalDate> DAYS = Oracle.FIRST_DAY.datesUntil(Oracle.LAST_DAY).toList().reversed();

	@Test
	void withExactDatesConditionsStartAndEndWhenTheOracleSays() {
		int starts = 0;
		int ends = 0;
		int again = 0;
		for (long seed = 0; seed < Cases.of(200); seed++) {
			Histories told = GeneratedHistories.exact(seed);
			Map<String, Entity> world = Worlds.of(told.entities(), null).getFirst();
			for (String model : MODELS) {
				List<TimelineEntry> timeline = Timeline.of(told.facts(), List.of(model));
				List<Oracle> places = places(world, model);
				for (Imposed pair : imposed(told.facts())) {
					Then then = then(world, model, pair);
					List<TimelineEntry> entries = pair.in(timeline);
					if (!entries.isEmpty() || reaches(places, pair)) {
						String where = "seed %d, %s, %s".formatted(seed, model, pair);
						assertThat(dates(entries, TimelineKind.CONDITION_STARTS)).as(where).isEqualTo(then.starts());
						assertThat(dates(entries, TimelineKind.CONDITION_ENDS)).as(where).isEqualTo(then.ends());
						assertThat(entries).as(where).allMatch(TimelineEntry::certain);
						starts += then.starts().size();
						ends += then.ends().size();
						again += then.starts().size() > 1 ? 1 : 0;
					}
				}
			}
		}
		assertThat(starts).as("conditions that started").isGreaterThan(Cases.of(400));
		assertThat(ends).as("conditions that ended").isGreaterThan(Cases.of(200));
		assertThat(again).as("conditions that were revived").isPositive();
	}

	@Test
	void whatIsUncertainHoldsWhateverMayBe() {
		int open = 0;
		for (long seed = 0; seed < Cases.of(120); seed++) {
			Histories told = GeneratedHistories.vague(seed, 3, 2, false);
			List<Map<String, Entity>> worlds = Worlds.of(told.entities(), null);
			List<TimelineEntry> timeline = Timeline.of(told.facts(), List.of("model/m1"));
			List<Imposed> imposed = imposed(told.facts());
			for (Map<String, Entity> world : worlds) {
				List<Oracle> places = places(world, "model/m1");
				for (Imposed pair : imposed) {
					if (!(world.get(pair.instrument()) instanceof Instrument) || !reaches(places, pair)) {
						continue;
					}
					List<TimelineEntry> entries = pair.in(timeline);
					Then then = then(world, "model/m1", pair);
					String where = "seed %d, %s".formatted(seed, pair);
					admits(where, entries, TimelineKind.CONDITION_STARTS, then.starts());
					admits(where, entries, TimelineKind.CONDITION_ENDS, then.ends());
				}
			}
			open += (int) imposed.stream().filter(pair -> pair.in(timeline).stream()
					.anyMatch(it -> it.date() == null || !it.date().exact())).count();
		}
		assertThat(open).as("conditions with an uncertain day").isGreaterThan(Cases.of(20));
	}

	@Test
	void withExactDatesEffectsDoTheirsWhenTheOracleSays() {
		int seen = 0;
		Condition any = (Condition) new Histories().condition("condition/any", Modality.PROHIBITION, Action.USE)
				.entity();
		for (long seed = 0; seed < Cases.of(200); seed++) {
			Histories told = GeneratedHistories.exact(seed);
			Map<String, Entity> world = Worlds.of(told.entities(), null).getFirst();
			for (Effect effect : told.facts().all(Effect.class)) {
				if (effect.scope() != null || effect.kind() == EffectKind.UPHOLDS) {
					continue;
				}
				List<TimelineEntry> timeline = Timeline.of(told.facts(), List.of(effect.id())).stream()
						.filter(it -> it.node().id().equals(effect.id())).toList();
				AsItStood stood = new AsItStood(world, AsItStood.model("", world), "", any);
				Then then = spells(
						day -> stood.on(day, oracle -> stood.has(effect) && oracle.operates(effect, any, day)));
				String where = "seed %d, %s".formatted(seed, effect.id());
				assertThat(dates(timeline, TimelineKind.EFFECT)).as(where).isEqualTo(then.starts());
				if (effect.kind() == EffectKind.SUSPENDS) {
					assertThat(dates(timeline, TimelineKind.SUSPENSION_ENDS)).as(where).isEqualTo(then.ends());
					seen++;
				}
			}
		}
		assertThat(seen).as("suspensions").isGreaterThan(Cases.of(40));
	}

	@Test
	void whatIsVagueStandsAfterWhatIsSureByThenAndWhatHasNoDateLast() {
		for (long seed = 0; seed < Cases.of(100); seed++) {
			Histories told = GeneratedHistories.vague(seed, 6, 2, true);
			List<TimelineEntry> timeline = Timeline.of(told.facts(), MODELS);
			for (int place = 1; place < timeline.size(); place++) {
				EdtfDate before = timeline.get(place - 1).date();
				EdtfDate date = timeline.get(place).date();
				String where = "seed %d, %s before %s".formatted(seed, before, date);
				if (before == null || date == null) {
					assertThat(date).as(where).isNull();
				} else if (date.exact() && !before.exact()) {
					assertThat(last(before)).as(where).isBefore(date.earliest());
				} else {
					assertThat(last(before)).as(where).isBeforeOrEqualTo(last(date));
				}
			}
			assertThat(timeline.stream().map(TimelineEntry::key)).as("seed %d", seed).doesNotHaveDuplicates();
		}
	}

	private static LocalDate last(EdtfDate date) {
		return date.latest().isBefore(EdtfDate.DISTANT_FUTURE) ? date.latest() : date.earliest();
	}

	@Test
	void theStoryTellsEverythingOnceAndAnActOnceADay() {
		int together = 0;
		for (long seed = 0; seed < Cases.of(100); seed++) {
			Histories told = GeneratedHistories.vague(seed, 4, 2, true);
			List<TimelineEntry> details = Timeline.of(told.facts(), MODELS).stream()
					.filter(it -> it.kind() != TimelineKind.SOURCE_PUBLISHED).toList();
			List<TimelineEntry> story = Timeline.story(told.facts(), MODELS);
			List<TimelineEntry> parts = story.stream().flatMap(it -> it.parts().stream()).toList();
			String where = "seed %d".formatted(seed);
			assertThat(details).as(where).containsAll(parts);
			assertThat(parts).as(where).doesNotHaveDuplicates();
			assertThat(story.stream().map(TimelineEntry::key)).as(where).doesNotHaveDuplicates();
			assertThat(story.stream().filter(it -> it.kind() == TimelineKind.ISSUED)
					.map(it -> it.node().id())).as(where).doesNotHaveDuplicates();
			long undated = details.stream().filter(it -> it.kind() == TimelineKind.ISSUED && it.date() == null).count();
			assertThat(story.stream().mapToLong(it -> Math.max(1, it.parts().size())).sum()).as(where)
					.isBetween(details.size() - undated, (long) details.size());
			together += parts.size();
		}
		assertThat(together).as("entries that are parts of others").isGreaterThan(Cases.of(500));
	}

	@Test
	void aStorySaysWhatIsUncertainAndWhatIsVague() {
		Histories told = new Histories();
		told.model("model/m");
		told.condition("condition/c", Modality.PROHIBITION, Action.USE).scope(Histories.over("model/m"));
		told.instrument("order/o", "[2026-03-03..2026-03-04]").imposes("condition/c");
		assertThat(Timeline.story(told.facts(), List.of("model/m"))).extracting(TimelineEntry::title).singleElement()
				.asString().startsWith("3 or 4 March 2026: ")
				.endsWith("“c” begins.");
	}

	@Test
	void neitherTheOrderOfTheFactsNorTheCompanyOfOtherNodesChangesIt() {
		for (long seed = 0; seed < Cases.of(100); seed++) {
			Histories told = GeneratedHistories.vague(seed, 3, 2, false);
			List<Entity> shuffled = new ArrayList<>(told.entities());
			Collections.shuffle(shuffled, new Random(seed));
			List<TimelineEntry> together = Timeline.of(told.facts(), MODELS);
			assertThat(Timeline.of(new Facts(shuffled), MODELS)).as("seed %d", seed).isEqualTo(together);
			assertThat(MODELS.stream().flatMap(it -> Timeline.of(told.facts(), List.of(it)).stream()).distinct())
					.as("seed %d", seed).containsExactlyInAnyOrderElementsOf(together);
		}
	}

	@Test
	void aLetterThatDoesNotReachAModelOfItsMakerIsNotOnItsTimeline() {
		Histories told = new Histories().company("company/anthropic", null);
		told.model("model/mythos").by("company/anthropic");
		told.model("model/opus").by("company/anthropic");
		told.instrument("letter/first", "2026-06-12").imposes("condition/licence");
		told.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(Histories.over("company/anthropic", "model/mythos"));
		assertThat(Timeline.of(told.facts(), List.of("model/opus"))).isEmpty();
		assertThat(Timeline.of(told.facts(), List.of("model/mythos"))).extracting(TimelineEntry::kind).containsExactly(
				TimelineKind.ISSUED, TimelineKind.TAKES_EFFECT, TimelineKind.CONDITION_STARTS);
	}

	@Test
	void aFindingStandsOnTheDayOnWhichItWasMade() {
		Histories told = new Histories();
		told.model("model/m");
		told.instrument("order/o", "2026-01-01").imposes("condition/duty");
		told.instrument("ruling/r", "2026-03-01");
		told.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(Histories.over("model/m"))
				.found(Condition.Outcome.BREACHED, "2026-02-01", "2026-03-01", "ruling/r",
						told.passage("2026-03-02", Reliability.WEAK));
		assertThat(Timeline.of(told.facts(), List.of("model/m"))).filteredOn(it -> it.kind() == TimelineKind.BREACHED)
				.singleElement().satisfies(it -> {
					assertThat(it.date()).isEqualTo(Histories.date("2026-03-01"));
					assertThat(it.title()).isEqualTo("Not certain: “duty” is found breached, since 1 February 2026.");
					assertThat(it.related()).containsExactly(new Ref<>("ruling/r"));
					assertThat(it.certain()).isFalse();
					assertThat(it.evidence()).containsExactly(new EvidenceKey("condition/duty", 0));
				});
		assertThat(Timeline.of(told.facts(), List.of("ruling/r"))).extracting(TimelineEntry::kind)
				.contains(TimelineKind.BREACHED);
	}

	/** The days on which a condition stood when it had not the day before, and on which it no longer did. */
	private record Then(List<LocalDate> starts, List<LocalDate> ends) {
	}

	private record Imposed(String instrument, String condition) {
		List<TimelineEntry> in(List<TimelineEntry> timeline) {
			return timeline.stream().filter(it -> it.node().id().equals(condition) && !it.related().isEmpty()
					&& it.related().getFirst().id().equals(instrument)).toList();
		}
	}

	private static Then then(Map<String, Entity> world, String model, Imposed pair) {
		Instrument by = (Instrument) Objects.requireNonNull(world.get(pair.instrument()));
		if (by.effective() == null || !(world.get(pair.condition()) instanceof Condition norm)) {
			return new Then(List.of(), List.of());
		}
		String place = norm.scope().territory().stream().findFirst().orElse("");
		AsItStood stood = new AsItStood(world, AsItStood.model(model, world), place, norm);
		return spells(day -> stood.on(day, oracle -> switch (oracle.state(by, norm, day).state()) {
			case IN_FORCE, SUSPENDED -> true;
			default -> false;
		}));
	}

	private static Then spells(Predicate<LocalDate> holds) {
		Then then = new Then(new ArrayList<>(), new ArrayList<>());
		boolean held = false;
		for (LocalDate day = Oracle.FIRST_DAY; day.isBefore(Oracle.LAST_DAY); day = day.plusDays(1)) {
			boolean holding = holds.test(day);
			if (holding != held) {
				(holding ? then.starts() : then.ends()).add(day);
			}
			held = holding;
		}
		return then;
	}

	/** The oracles of the places that scopes name, and of one that none does. */
	private static List<Oracle> places(Map<String, Entity> world, String model) {
		return Stream.of("", "US", "EU", "IT").map(place -> new Oracle(world, AsItStood.model(model, world), place))
				.toList();
	}

	// What reaches it at all most often does in the end.
	private static boolean reaches(List<Oracle> places, Imposed pair) {
		return places.stream().anyMatch(oracle -> DAYS.stream()
				.anyMatch(day -> oracle.answer(pair.instrument(), pair.condition(), day) != null));
	}

	private static void admits(String where, Collection<TimelineEntry> entries, TimelineKind kind,
			List<LocalDate> days) {
		List<TimelineEntry> found = entries.stream().filter(it -> it.kind() == kind).toList();
		assertThat(days).as("%s: %s, as %s tell", where, kind, found)
				.allMatch(day -> found.stream().anyMatch(it -> admits(it, day)));
		assertThat(found).as("%s: %s, where it was on %s", where, kind, days)
				.allMatch(it -> !it.certain() || days.stream().anyMatch(day -> admits(it, day)));
	}

	private static boolean admits(TimelineEntry entry, LocalDate day) {
		EdtfDate date = entry.date();
		return date == null || !date.earliest().isAfter(day) && !date.latest().isBefore(day);
	}

	private static List<LocalDate> dates(List<TimelineEntry> entries, TimelineKind kind) {
		return entries.stream().filter(it -> it.kind() == kind)
				.map(it -> Objects.requireNonNull(it.date()).earliest()).toList();
	}

	private static List<Imposed> imposed(Facts facts) {
		return facts.all(Instrument.class).stream()
				.flatMap(by -> by.imposes().stream().distinct().map(it -> new Imposed(by.id(), it.id()))).toList();
	}
}

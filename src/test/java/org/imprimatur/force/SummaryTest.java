package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.EXPORT;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Action.USE;
import static org.imprimatur.knowledge.Condition.Modality.LICENCE_REQUIRED;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PERMISSION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;

/** What people quote of a condition set. */
class SummaryTest {

	private final Histories histories = new Histories().company("company/maker", null);

	SummaryTest() {
		histories.model("model/m").by("company/maker");
		histories.instrument("letter/l", "2026-06-12").imposes("condition/licence");
		histories.condition("condition/licence", LICENCE_REQUIRED, EXPORT).scope(over("model/m"))
				.borneBy("company/maker");
		histories.with(new Dossier("dossier/d", "D", List.of(new Ref<>("model/m")), Histories.date("2026-09-18"), null,
				List.of(), List.of()));
	}

	private String on(String day) {
		return histories.ask("model/m", day).summary();
	}

	@Test
	void itSaysWhatDecidesAndHowFarTheSourcesGo() {
		assertThat(on("2026-06-13")).isEqualTo("""
			On 13 June 2026 the letter of 12 June 2026 made a licence necessary for maker to export m (“licence”). \
			Sources were read to 18 September 2026.""");
		assertThat(on("2027-01-01")).endsWith(
				"Sources were read to 18 September 2026 only; what has changed since is not known.");
		assertThat(on("2026-06-11")).isEqualTo("""
			No condition is known that was in force for m on 11 June 2026. Sources were read to 18 September 2026.""");
		assertThat(histories.ask("model/m", "2026-06-11", "2026-06-10", null).summary())
				.endsWith("This is told by what had been published by 10 June 2026.");
	}

	@Test
	void anExceptionIsSaidAndOneThatMayNotBeThereIsSaidToBeUncertain() {
		histories.instrument("letter/leave", "2026-06-26").imposes("condition/leave");
		var leave = histories.condition("condition/leave", PERMISSION, EXPORT).scope(over("model/m"))
				.exceptionTo("condition/licence");
		assertThat(on("2026-06-27")).startsWith("""
			On 27 June 2026 the letter of 12 June 2026 made a licence necessary for maker to export m (“licence”), \
			except as permitted by “leave”. Sources""");
		leave.reported("2026-06-27", Reliability.WEAK);
		assertThat(on("2026-06-27")).startsWith(
				"It is uncertain how m stood on 27 June 2026; in force in any case: “licence”. “leave”")
				.contains("only weak sources tell of this permission");
	}

	@Test
	void othersAndWhatDoesNotBindAreNamedForWhatTheyAre() {
		histories.condition("condition/licence", PROHIBITION, USE).scope(over("model/m")).borneBy("company/other");
		assertThat(on("2026-06-13")).startsWith(
				"""
					On 13 June 2026 no condition known restricted those who develop or offer m; in force without restricting them: “licence”.""");
		histories.instrument("letter/l", "2026-06-12").notBinding().imposes("condition/licence");
		assertThat(on("2026-06-13")).startsWith("""
			On 13 June 2026 nothing known bound those who develop or offer m in law; in force without binding: \
			“licence”.""");
	}

	@Test
	void whatMayBeUndertakenIsNotSaidToBeInForce() {
		histories.condition("condition/licence", PROHIBITION, USE).scope(over("model/m")).borneBy("company/other");
		histories.instrument("undertaking/u", "2026-06-01").notBinding().imposes("condition/u");
		histories.condition("condition/u", OBLIGATION, REPORT).scope(over("model/m")).reported("2026-06-01",
				Reliability.WEAK);
		assertThat(histories.ask("model/m", "2026-06-13").standing().because()).hasSize(2);
		assertThat(on("2026-06-13")).contains("in force without restricting them: “licence”. Sources");
	}

	@Test
	void whatHoldsElsewhereIsNotSaidOfThePlaceThatIsNamed() {
		histories.condition("condition/licence", PROHIBITION, USE).scope(over("model/m").in("US"))
				.borneBy("company/maker");
		histories.instrument("order/it", "2026-06-01").imposes("condition/z");
		histories.condition("condition/z", PROHIBITION, USE).scope(over("model/m").in("IT")).borneBy("company/maker");
		assertThat(on("2026-06-13")).startsWith("""
			On 13 June 2026, in the United States, the letter of 12 June 2026 forbade maker to use m \
			(“licence”). In force too, there or elsewhere: “z”. Sources""");
		assertThat(histories.ask("model/m", "2026-06-13", null, "US").summary()).startsWith("""
			On 13 June 2026, in the United States, the letter of 12 June 2026 forbade maker to use m \
			(“licence”). Sources""");
	}

	@Test
	void whatIsSureBesideWhatIsOpenIsSaid() {
		histories.instrument("order/o", "2026-06-01").imposes("condition/ban");
		histories.condition("condition/ban", PROHIBITION, USE).scope(over("model/m")).reported("2026-06-01",
				Reliability.WEAK);
		assertThat(on("2026-06-13")).startsWith("""
			It is uncertain how m stood on 13 June 2026; in force in any case: “licence”. “ban” by the order of \
			1 June 2026 may have been in force: only weak sources tell of this prohibition. Sources""");
	}

	@Test
	void whatIsOpenInAPlaceIsNotSaidOfAll() {
		histories.instrument("order/o", "2026-06-01").imposes("condition/ban");
		histories.condition("condition/ban", PROHIBITION, USE).scope(over("model/m").in("IT")).reported("2026-06-01",
				Reliability.WEAK);
		assertThat(on("2026-06-13")).startsWith("""
			It is uncertain how m stood on 13 June 2026; in force in any case: “licence”. In Italy, “ban” by the order \
			of 1 June 2026 may have been in force: only weak sources tell of this prohibition. Sources""");
		assertThat(histories.ask("model/m", "2026-06-13", null, "IT").summary()).startsWith(
				"""
					It is uncertain how m stood on 13 June 2026 in Italy; in force in any case: “licence”. “ban” by the order of \
					1 June 2026 may have been in force: only weak sources tell of this prohibition. Sources""");
	}

	@Test
	void whatIsToldOfADayBeforeThereWasTheModelSaysSo() {
		histories.model("model/m").by("company/maker").released("2026-08", null).released("2026-07-01", "IT");
		assertThat(on("2026-06-13")).startsWith("""
			On 13 June 2026, before the first reported release of m (1 July 2026), the letter of 12 June 2026 made a \
			licence necessary for maker to export m (“licence”). Sources""");
		assertThat(on("2026-06-11")).startsWith("""
			No condition is known that was in force for m on 11 June 2026, before its first reported release \
			(1 July 2026). Sources""");
		assertThat(on("2026-07-01")).startsWith("On 1 July 2026 the letter");
		histories.instrument("order/o", "2026-06-01").imposes("condition/ban");
		histories.condition("condition/ban", PROHIBITION, USE).scope(over("model/m").in("IT")).reported("2026-06-01",
				Reliability.WEAK);
		assertThat(on("2026-06-13")).startsWith("""
			It is uncertain how m stood on 13 June 2026, before its first reported release (1 July 2026); in force in \
			any case: “licence”. In Italy, “ban” by""");
		assertThat(histories.ask("model/m", "2026-06-13", null, "IT").summary()).startsWith(
				"It is uncertain how m stood on 13 June 2026 in Italy, before its first reported release (1 July 2026);");
	}

	@Test
	void whatElseIsInForceIsNamed() {
		histories.instrument("order/o", "2026-06-01").imposes("condition/one", "condition/two", "condition/three");
		for (String other : List.of("one", "two", "three")) {
			histories.condition("condition/" + other, OBLIGATION, REPORT).scope(over("model/m"));
		}
		assertThat(on("2026-06-13")).contains(" In force too: “one”, “three” and “two”. Sources");
		histories.condition("condition/four", OBLIGATION, REPORT).scope(over("model/m"));
		histories.instrument("order/p", "2026-06-02").imposes("condition/four");
		assertThat(on("2026-06-13")).contains(" In force too: “one”, “three” and 2 more. Sources");
	}

	@Test
	void itIsNeverMoreCertainThanTheSet() {
		Set<Level> seen = EnumSet.noneOf(Level.class);
		for (long seed = 0; seed < 600; seed++) {
			boolean reported = seed % 3 == 0;
			Facts facts = GeneratedHistories.vague(seed, 3, 2, reported).facts();
			ConditionSet set = ConditionSets.of(facts,
					GeneratedHistories.question(new Random(seed), reported, seed % 2 == 0 ? null : "IT"));
			String summary = set.summary();
			Level level = set.standing().level();
			assertThat(summary.startsWith("It is uncertain how")).as("seed %d: %s", seed, summary)
					.isEqualTo(level == Level.UNCERTAIN);
			String said = summary.split(", unless permitted by | Suspended on that day: ")[0];
			for (AppliedCondition it : set.conditions()) {
				String title = facts.find(it.condition(), Condition.class).orElseThrow().title();
				boolean elsewhere = set.conditions().stream().anyMatch(
						other -> other.condition().equals(it.condition()) && other.state() == State.IN_FORCE);
				if (it.state() != State.IN_FORCE && !elsewhere && level != Level.UNCERTAIN) {
					assertThat(said).as("seed %d", seed).doesNotContain("“%s”".formatted(title));
				}
			}
			seen.add(level);
		}
		assertThat(seen).hasSizeGreaterThan(5);
	}
}

package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.over;
import static org.imprimatur.knowledge.Condition.Action.EXPORT;
import static org.imprimatur.knowledge.Condition.Action.PAY;
import static org.imprimatur.knowledge.Condition.Action.PROCESS_DATA;
import static org.imprimatur.knowledge.Condition.Action.PROVIDE;
import static org.imprimatur.knowledge.Condition.Action.REPORT;
import static org.imprimatur.knowledge.Condition.Action.USE;
import static org.imprimatur.knowledge.Condition.Modality.LICENCE_REQUIRED;
import static org.imprimatur.knowledge.Condition.Modality.OBLIGATION;
import static org.imprimatur.knowledge.Condition.Modality.PERMISSION;
import static org.imprimatur.knowledge.Condition.Modality.PROHIBITION;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;

import java.util.List;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 7. */
class StandingTest {

	private final Histories histories = new Histories();
	private final Histories.InstrumentDraft order;

	StandingTest() {
		histories.company("company/c", null);
		histories.model("model/m").by("company/c");
		order = histories.instrument("order/a", "2026-01-01").imposes("condition/a");
	}

	private Standing standing() {
		return histories.ask("model/m", "2026-02-01").standing();
	}

	private Histories.ConditionDraft norm(Condition.Modality modality, Condition.Action action) {
		return histories.condition("condition/a", modality, action).scope(over("model/m"));
	}

	@Test
	void theStrictestNormInForceCounts() {
		norm(PROHIBITION, PROVIDE);
		assertThat(standing().level()).isEqualTo(Level.PROHIBITED);
		assertThat(standing().because()).extracting(Ref::id).containsExactly("condition/a");
		norm(LICENCE_REQUIRED, EXPORT);
		assertThat(standing().level()).isEqualTo(Level.LICENCE_REQUIRED);
		norm(PROHIBITION, PROCESS_DATA);
		assertThat(standing().level()).isEqualTo(Level.LIMITED);
		norm(PROHIBITION, PROVIDE).scope(over("model/m").ofData("category/minors"));
		assertThat(standing().level()).isEqualTo(Level.LIMITED);
		norm(PROHIBITION, USE).scope(over("model/m").forPurpose("surveillance"));
		assertThat(standing().level()).isEqualTo(Level.LIMITED);
		norm(LICENCE_REQUIRED, EXPORT).scope(over("model/m").forPurpose("surveillance"));
		assertThat(standing().level()).isEqualTo(Level.LIMITED);
		norm(OBLIGATION, REPORT);
		assertThat(standing().level()).isEqualTo(Level.CONDITIONAL);
		norm(OBLIGATION, PAY);
		assertThat(standing().level()).isEqualTo(Level.OTHERS_BOUND);
		assertThat(standing().because()).extracting(Ref::id).containsExactly("condition/a");
		order.effective("2026-03-01", null);
		assertThat(standing().level()).isEqualTo(Level.NONE_KNOWN);
		assertThat(standing().because()).isEmpty();
	}

	@Test
	void whatDoesNotBindOrIsBorneByOthersDoesNotCount() {
		norm(PROHIBITION, PROVIDE).borneBy("company/contractor");
		assertThat(standing().level()).isEqualTo(Level.OTHERS_BOUND);
		histories.instrument("undertaking/u", "2026-01-01").notBinding().imposes("condition/u");
		histories.condition("condition/u", OBLIGATION, REPORT).scope(over("model/m")).borneBy("company/c");
		assertThat(standing().because()).as("with what it undertook").extracting(Ref::id)
				.containsExactlyInAnyOrder("condition/a", "condition/u");
		norm(PROHIBITION, PROVIDE).borneBy("company/c");
		assertThat(standing().level()).isEqualTo(Level.PROHIBITED);
		order.notBinding();
		assertThat(standing().level()).isEqualTo(Level.COMMITMENTS_ONLY);
	}

	@Test
	void whoeverMeetsACriterionInWordsMayBeTheDeveloper() {
		histories.category("category/frontier").test(ModelKind.MODEL, null, null);
		histories.category("category/large").inWords("Developers with much revenue");
		norm(OBLIGATION, REPORT).scope(over("category/frontier")).borneBy("category/large");
		assertThat(standing().possible()).containsExactly(Level.CONDITIONAL, Level.OTHERS_BOUND);
		norm(OBLIGATION, REPORT).scope(over("model/m")).borneBy("category/large");
		assertThat(standing().level()).as("who names the model would name its maker").isEqualTo(Level.OTHERS_BOUND);
	}

	@Test
	void anExceptionMakesItLimitedAndAnUncertainOneUncertain() {
		norm(PROHIBITION, PROVIDE);
		order.imposes("condition/a", "condition/leave");
		var leave = histories.condition("condition/leave", PERMISSION, PROVIDE).scope(over("model/m"))
				.exceptionTo("condition/a");
		assertThat(standing().level()).isEqualTo(Level.LIMITED);
		leave.reported("2026-01-01", Reliability.WEAK);
		assertThat(standing().level()).isEqualTo(Level.UNCERTAIN);
		assertThat(standing().possible()).containsExactly(Level.PROHIBITED, Level.LIMITED);
	}

	@Test
	void withoutATerritoryItSaysWhereItIsStrictest() {
		norm(PROHIBITION, PROVIDE).scope(over("model/m").in("EU"));
		assertThat(standing().territory()).isEqualTo("EU");
		assertThat(histories.ask("model/m", "2026-02-01", null, "US").standing().level()).isEqualTo(Level.NONE_KNOWN);
		assertThat(histories.ask("model/m", "2026-02-01", null, "IT").standing().level()).isEqualTo(Level.PROHIBITED);
		histories.instrument("order/lifting", "2026-01-05").has("effect/lifting");
		histories.effect("effect/lifting", REVOKES, "order/a").scope(over().in("EU"));
		histories.instrument("order/exempts", "2026-01-06").has("effect/exempts");
		histories.effect("effect/exempts", REVOKES, "effect/lifting").scope(over().in("IT"));
		assertThat(standing().level()).isEqualTo(Level.PROHIBITED);
		assertThat(standing().territory()).isEqualTo("IT");
	}

	@Test
	void aGroupOfTerritoriesHoldsInItsMembers() {
		norm(PROHIBITION, PROVIDE).scope(over("model/m").in("EEA"));
		for (String place : List.of("EEA", "EU", "IT", "IT-21", "NO", "LI")) {
			assertThat(histories.ask("model/m", "2026-02-01", null, place).standing().level()).as(place)
					.isEqualTo(Level.PROHIBITED);
		}
		assertThat(histories.ask("model/m", "2026-02-01", null, "CH").standing().level()).isEqualTo(Level.NONE_KNOWN);
		norm(PROHIBITION, PROVIDE).scope(over("model/m").in("EU"));
		assertThat(histories.ask("model/m", "2026-02-01", null, "NO").standing().level()).isEqualTo(Level.NONE_KNOWN);
	}

	@Test
	void coverageIsThatOfTheDossiersAboutIt() {
		norm(PROHIBITION, PROVIDE);
		histories.with(new Dossier("dossier/c", "C", List.of(new Ref<>("company/c")),
				Histories.date("2026-07-01"), null, List.of("annexes"), List.of(new Ref<>("source/s"))));
		histories.with(new Dossier("dossier/x", "X", List.of(new Ref<>("company/x")),
				Histories.date("2026-01-01"), null, List.of(), List.of()));
		Coverage coverage = histories.ask("model/m", "2026-02-01").coverage();
		assertThat(coverage.dossiers()).extracting(Ref::id).containsExactly("dossier/c");
		assertThat(coverage.sources()).extracting(Ref::id).containsExactly("source/s");
		assertThat(coverage.through()).isEqualTo(Histories.date("2026-07-01"));
		assertThat(coverage.gaps()).containsExactly("annexes");
	}

	@Test
	void anAnswerForADayAfterItsSourcesIsBeyondThem() {
		norm(PROHIBITION, PROVIDE);
		assertThat(histories.ask("model/m", "2026-02-01").beyondCoverage()).as("without a dossier").isTrue();
		histories.with(new Dossier("dossier/c", "C", List.of(new Ref<>("company/c")),
				Histories.date("2026-07"), null, List.of(), List.of()));
		assertThat(histories.ask("model/m", "2026-07-01")).returns(false, ConditionSet::beyondCoverage)
				.returns(Histories.date("2026-07"), ConditionSet::through);
		assertThat(histories.ask("model/m", "2026-07-02").beyondCoverage()).as("some day of July").isTrue();
		assertThat(histories.ask("model/m", "2026-02-01", "2026-01-31", null))
				.returns(true, ConditionSet::beyondCoverage)
				.returns(Histories.date("2026-01-31"), ConditionSet::through);
		assertThat(histories.ask("model/m", "2030-01-01").standing()).as("what merely goes on keeps its value")
				.isEqualTo(histories.ask("model/m", "2026-07-01").standing());
	}
}

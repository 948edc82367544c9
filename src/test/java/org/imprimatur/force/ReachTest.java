package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.find;
import static org.imprimatur.force.Histories.period;
import static org.imprimatur.knowledge.Condition.Action.EXPORT;
import static org.imprimatur.knowledge.Condition.Modality.LICENCE_REQUIRED;

import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 1. */
class ReachTest {

	private final Histories histories = new Histories();

	ReachTest() {
		histories.company("company/anthropic", null).company("company/lab", "company/anthropic");
		histories.model("model/mythos").by("company/anthropic");
		histories.model("model/mythos-mini").by("company/anthropic").variantOf("model/mythos");
		histories.model("model/fable").by("company/anthropic");
		histories.model("model/opus").by("company/anthropic");
		histories.model("model/tale").by("company/lab").deployedBy("company/reseller");
		histories.instrument("letter/a", "2026-06-12").imposes("condition/a");
	}

	private ConditionSet over(Histories.ScopeDraft scope, String model) {
		histories.condition("condition/a", LICENCE_REQUIRED, EXPORT).scope(scope);
		return histories.ask(model, "2026-07-01");
	}

	private static Histories.ScopeDraft names(String... ids) {
		return Histories.over(ids);
	}

	@Test
	void aLicenceLetterOnTwoModelsOfACompanyDoesNotReachItsOthers() {
		var scope = names("company/anthropic", "model/mythos", "model/fable");
		assertThat(over(scope, "model/opus").conditions()).isEmpty();
		AppliedCondition mythos = find(over(scope, "model/mythos"), "condition/a");
		assertThat(mythos.reach()).isEqualTo(Reach.DIRECT);
		assertThat(mythos.via()).extracting(Ref::id).containsExactly("model/mythos");
	}

	@Test
	void besideModelsAnotherCompanyNarrowsToNothing() {
		assertThat(over(names("company/other", "model/mythos"), "model/mythos").conditions()).isEmpty();
	}

	@Test
	void aVariantIsReachedOnlyWhereTheScopeSaysSo() {
		assertThat(over(names("model/mythos"), "model/mythos-mini").conditions()).isEmpty();
		AppliedCondition mini = find(over(names("model/mythos").withVariants(), "model/mythos-mini"), "condition/a");
		assertThat(mini.reach()).isEqualTo(Reach.FAMILY);
		assertThat(mini.via()).extracting(Ref::id).containsExactly("model/mythos-mini", "model/mythos");
	}

	@Test
	void aSubsidiarysModelIsReachedOnlyWhereTheScopeSaysSo() {
		assertThat(over(names("company/anthropic"), "model/tale").conditions()).isEmpty();
		AppliedCondition tale = find(over(names("company/anthropic").withSubsidiaries(), "model/tale"), "condition/a");
		assertThat(tale.reach()).isEqualTo(Reach.COMPANY);
		assertThat(tale.via()).extracting(Ref::id).containsExactly("model/tale", "company/lab", "company/anthropic");
		assertThat(over(names("company/reseller"), "model/tale").conditions()).as("deployer").hasSize(1);
	}

	@Test
	void anExclusionWins() {
		assertThat(over(names("company/anthropic").except("model/opus"), "model/opus").conditions()).isEmpty();
		assertThat(over(names("company/anthropic").except("model/opus"), "model/fable").conditions()).hasSize(1);
	}

	@Test
	void aCategoryReachesItsMembersWhileTheyBelongToIt() {
		histories.category("category/wide").test(ModelKind.HARDWARE, null, null);
		histories.category("category/listed").partOf("category/wide")
				.member("company/anthropic", period("2026-01-01", "2026-07-01"), null)
				.member("company/lab", period("2026-06", null), null);
		var scope = names("category/wide");
		assertThat(over(scope, "model/opus").conditions()).as("no more").isEmpty();
		AppliedCondition tale = find(over(scope, "model/tale"), "condition/a");
		assertThat(tale.reach()).isEqualTo(Reach.CATEGORY);
		assertThat(tale.via()).extracting(Ref::id).containsExactly("model/tale", "company/lab", "category/listed",
				"category/wide");
		assertThat(find(histories.ask("model/tale", "2026-06-15"), "condition/a").state()).isEqualTo(State.UNCERTAIN);
	}

	@Test
	void whatAnInstrumentMakesAMemberIsOneWhileTheInstrumentIsOperative() {
		histories.category("category/listed").member("model/opus", null, "designation/list");
		histories.instrument("designation/list", "2026-01-01").effective("2026-01-01", "2026-07-10");
		assertThat(over(names("category/listed"), "model/opus").conditions()).hasSize(1);
		assertThat(histories.ask("model/opus", "2026-07-10").conditions()).isEmpty();
	}

	@Test
	void aTestedCriterionReachesModelsReleasedInItsPeriod() {
		histories.category("category/new").test(ModelKind.MODEL, period("2026-06-01", null), "EU");
		histories.model("model/old").released("2026-05-01", null);
		histories.model("model/new").released("2026-06-02", "IT");
		assertThat(over(names("category/new"), "model/old").conditions()).isEmpty();
		assertThat(over(names("category/new"), "model/new").conditions()).hasSize(1);
		assertThat(over(names("category/new"), "model/opus").conditions()).as("no release is known")
				.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
	}

	@Test
	void aReleaseCountsWhereTheTestLooks() {
		histories.category("category/old").test(ModelKind.MODEL, period(null, "2025-08-02"), "EU");
		histories.category("category/new").test(ModelKind.MODEL, period("2025-08-02", null), "EU");
		histories.model("model/late").released("2024-05", "US").released("2025-09", "EU");
		assertThat(over(names("category/old"), "model/late").conditions()).isEmpty();
		assertThat(over(names("category/new"), "model/late").conditions()).extracting(AppliedCondition::state)
				.containsExactly(State.IN_FORCE);
		histories.model("model/offered").released("[..2025-06-30]", "IT");
		assertThat(over(names("category/old"), "model/offered").conditions()).as("offered by a day")
				.extracting(AppliedCondition::state).containsExactly(State.IN_FORCE);
	}

	@Test
	void theSubsidiariesOfAMemberBelongWithItWhereItsMembershipSaysSo() {
		histories.category("category/listed").member("company/anthropic", null, null);
		assertThat(over(names("category/listed"), "model/tale").conditions()).isEmpty();
		histories.category("category/listed").group("company/anthropic", period("2026-01-01", "2026-08-01"), null);
		AppliedCondition tale = find(over(names("category/listed"), "model/tale"), "condition/a");
		assertThat(tale.via()).extracting(Ref::id).containsExactly("model/tale", "company/lab", "category/listed");
		assertThat(over(names("category/listed"), "model/opus").conditions()).hasSize(1);
		assertThat(histories.ask("model/tale", "2026-08-01").conditions()).as("no more").isEmpty();
		histories.category("category/listed").group("company/lab", null, null);
		assertThat(over(names("category/listed"), "model/opus").conditions()).as("a parent is no subsidiary").isEmpty();
	}

	@Test
	void aThresholdOfTrainingComputeIsPassedByWhatIsKnownToBeOverIt() {
		histories.category("category/large").computed("1e25", null);
		for (String[] known : new String[][]{{"1.1e25", null}, {"10000000000000000000000001", "1e27"}}) {
			histories.model("model/trained").trainedWith(known[0], known[1]);
			assertThat(over(names("category/large"), "model/trained").conditions()).as(known[0])
					.extracting(AppliedCondition::state).containsExactly(State.IN_FORCE);
		}
		for (String[] known : new String[][]{{"1e24", "1e26"}, {"1e25", "1.000001e25"}, {"9e24", null},
				{null, "1e26"}}) {
			histories.model("model/trained").trainedWith(known[0], known[1]);
			assertThat(over(names("category/large"), "model/trained").conditions()).as(known[0] + " to " + known[1])
					.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
		}
		for (String most : new String[]{"1e25", "0.9e25", "10.0e24"}) {
			histories.model("model/trained").trainedWith(null, most);
			assertThat(over(names("category/large"), "model/trained").conditions()).as(most).isEmpty();
		}
		assertThat(over(names("category/large"), "model/opus").conditions()).as("nothing is known")
				.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
		histories.category("category/large").computed(null, "1e25");
		histories.model("model/trained").trainedWith("10e24", "1e25");
		assertThat(over(names("category/large"), "model/trained").conditions()).as("reached")
				.extracting(AppliedCondition::state).containsExactly(State.IN_FORCE);
	}

	@Test
	void whatOnlyAWeakSourceTellsOfTheComputeIsUncertain() {
		histories.category("category/large").computed("1e25", null);
		histories.model("model/trained").trainedWith("2e25", null).reported("2026-01-01", "kind")
				.reported("2026-01-01", Reliability.WEAK, "trainingCompute");
		assertThat(over(names("category/large"), "model/trained").conditions()).extracting(AppliedCondition::state)
				.containsExactly(State.UNCERTAIN);
		histories.model("model/trained").trainedWith("2e25", null).reported("2026-01-01")
				.reported("2026-06-20", "trainingCompute");
		assertThat(over(names("category/large"), "model/trained").conditions()).extracting(AppliedCondition::state)
				.containsExactly(State.IN_FORCE);
		histories.instrument("letter/a", "2026-06-12").imposes("condition/a").reported("2026-06-12");
		histories.condition("condition/a", LICENCE_REQUIRED, EXPORT).scope(names("category/large"))
				.reported("2026-06-12");
		histories.category("category/large").computed("1e25", null).reported("2026-06-12");
		assertThat(histories.ask("model/trained", "2026-07-01", "2026-06-15", null).conditions()).as("not reported yet")
				.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
	}

	@Test
	void aCategoryOfPlacesReachesTheModelsOfCompaniesThere() {
		histories.company("company/lab", "company/anthropic", "GB");
		histories.category("category/british").places("", "GB", "");
		histories.category("category/american").places("", "", "US");
		histories.category("category/french").places("", "FR", "FR");
		AppliedCondition tale = find(over(names("category/british"), "model/tale"), "condition/a");
		assertThat(tale.reach()).isEqualTo(Reach.CATEGORY);
		assertThat(tale.via()).extracting(Ref::id).containsExactly("model/tale", "company/lab", "category/british");
		assertThat(over(names("category/british"), "model/opus").conditions()).isEmpty();
		assertThat(over(names("category/american"), "model/opus").conditions()).extracting(AppliedCondition::state)
				.containsExactly(State.IN_FORCE);
		assertThat(over(names("category/french"), "model/opus").conditions()).isEmpty();
		assertThat(over(names("category/french"), "model/tale").conditions()).as("nothing is known of the reseller")
				.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
		assertThat(over(names("model/mythos", "category/french"), "model/mythos").conditions())
				.as("beside a model it narrows").isEmpty();
	}

	@Test
	void twoCategoriesThatLeaveNothingOutHoldSurely() {
		histories.category("category/old").test(ModelKind.MODEL, period(null, "2025-08-02"), "EU");
		histories.category("category/new").test(ModelKind.MODEL, period("2025-08-02", null), "EU");
		histories.category("category/newest").test(ModelKind.MODEL, period("2025-08-03", null), "EU");
		histories.model("model/august").released("2025-08", "EU");
		assertThat(over(names("category/old"), "model/august").conditions()).extracting(AppliedCondition::state)
				.containsExactly(State.UNCERTAIN);
		assertThat(over(names("category/old", "category/new"), "model/august").conditions())
				.extracting(AppliedCondition::state).containsExactly(State.IN_FORCE);
		assertThat(over(names("category/old", "category/newest"), "model/august").conditions()).as("but for a day")
				.extracting(AppliedCondition::state).containsExactly(State.UNCERTAIN);
	}
}

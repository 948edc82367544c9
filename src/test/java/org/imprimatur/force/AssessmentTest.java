package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.imprimatur.force.Histories.over;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.assess.AssessedNorm;
import org.imprimatur.force.assess.Assessment;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
import org.imprimatur.force.assess.Permissibility;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Agency.AgencyKind;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a party may do something with a model. */
class AssessmentTest {

	private static final String DAY = "2026-03-31";

	private final Histories histories = new Histories();

	AssessmentTest() {
		histories.company("company/parent", null).company("company/maker", "company/parent")
				.company("company/other", null).model("model/m").by("company/maker");
	}

	@Test
	void silenceIsAVerdictOfItsOwn() {
		Assessment assessment = assess("company/maker", Action.PROVIDE);
		assertThat(assessment).returns(Permissibility.NOT_ADDRESSED, Assessment::outcome).returns(true,
				Assessment::silent);
		assertThat(assessment.statement()).startsWith("Nothing that the sources tell of forbids")
				.contains("no proof that it is allowed");
	}

	@Test
	void theBearerIsForbiddenAndOthersAreNot() {
		histories.condition("condition/ban", Modality.PROHIBITION, Action.PROVIDE).scope(over("model/m"))
				.borneBy("company/maker");
		imposed("condition/ban");
		assertThat(assess("company/maker", Action.PROVIDE)).returns(Permissibility.PROHIBITED, Assessment::outcome)
				.returns(false, Assessment::limited).returns(false, Assessment::silent);
		assertThat(assess("company/other", Action.PROVIDE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
	}

	@Test
	void whoReceivesIsToldWhatOthersMayNotDoTowardsIt() {
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("company/other")).borneBy("company/maker");
		imposed("condition/licence");
		Assessment maker = assess("company/maker", Action.EXPORT);
		assertThat(maker).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome).returns(true,
				Assessment::limited);
		assertThat(maker.norms().getFirst().statement()).isEqualTo(
				"“licence” makes a licence necessary for maker to export m, to other.");
		assertThat(maker.asRecipient()).isEmpty();
		assertThat(summary(maker)).isEqualTo(
				"""
					On 31 March 2026, maker needs a licence to export m in some cases: the requirement is limited to some \
					recipients, data or purposes, or has exceptions. “licence” makes a licence necessary for maker to export m, to other. No dossier \
					covers it, so that what no source told is not known.""");
		Assessment other = assess("company/other", Action.EXPORT);
		assertThat(other).returns(Permissibility.NOT_ADDRESSED, Assessment::outcome).returns(true, Assessment::silent);
		assertThat(other.asRecipient()).extracting(AssessedNorm::statement)
				.containsExactly("“licence” makes a licence necessary for maker to export m, to other.");
	}

	@Test
	void whoMayBeARecipientIsToldSo() {
		histories.category("category/listed").member("company/parent", null, null);
		histories.condition("condition/leave", Modality.PERMISSION, Action.EXPORT)
				.scope(over("model/m").towards("category/listed")).borneBy("company/maker");
		imposed("condition/leave");
		AssessedNorm towards = assess("company/other", Action.USE).asRecipient().getFirst();
		assertThat(towards.certain()).isFalse();
		assertThat(towards.statement())
				.isEqualTo("“leave” may let maker export m, to other, if among “category/listed”.");
	}

	@Test
	void aNormOnAnotherActionThatBearsOnThisLeavesItOpenAndIsNamed() {
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT).scope(over("model/m"));
		imposed("condition/licence");
		Assessment offering = assess("company/maker", Action.PROVIDE);
		assertThat(offering).returns(Permissibility.UNDETERMINED, Assessment::outcome).returns(false,
				Assessment::silent);
		assertThat(offering.undetermined()).containsExactly(
				"“licence” makes a licence necessary for maker to export m; this may bear on whether maker may provide m.");
		assertThat(summary(offering)).isEqualTo(
				"""
					Whether maker may provide m on 31 March 2026 is not settled by what is known. “licence” makes a licence \
					necessary for maker to export m; this may bear on whether maker may provide m. No dossier covers it, so that what \
					no source told is not known.""");
		histories.condition("condition/licence", Modality.PERMISSION, Action.EXPORT).scope(over("model/m"));
		assertThat(assess("company/maker", Action.PROVIDE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.PROVIDE).scope(over("model/m"));
		assertThat(assess("company/maker", Action.EXPORT).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		histories.condition("condition/licence", Modality.PROHIBITION, Action.PROCESS_DATA).scope(over("model/m"));
		assertThat(assess("company/maker", Action.PROVIDE).outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(assess("company/maker", Action.TRAIN).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
	}

	@Test
	void anExplicitPermissionPermitsAndACertainProhibitionDecides() {
		histories.condition("condition/leave", Modality.PERMISSION, Action.USE).scope(over("model/m"));
		histories.condition("condition/data", Modality.PROHIBITION, Action.PROCESS_DATA).scope(over("model/m"));
		imposed("condition/leave");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.PERMITTED);
		imposed("condition/leave", "condition/data");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.UNDETERMINED);
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"));
		imposed("condition/leave", "condition/data", "condition/ban");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
	}

	@Test
	void whatItUndertookIsAmongItsObligationsAndSaidNotToBind() {
		histories.instrument("undertaking/u", "2026-01-01").notBinding().imposes("condition/vetting");
		histories.condition("condition/vetting", Modality.OBLIGATION, Action.SAFEGUARD).scope(over("model/m"))
				.borneBy("company/maker");
		Assessment assessment = assess("company/maker", Action.PROVIDE);
		assertThat(assessment.outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(assessment.obligations()).singleElement().satisfies(it -> {
			assertThat(it.binding()).isFalse();
			assertThat(it.statement()).isEqualTo("Maker is to keep to “vetting”, which does not bind in law.");
		});
	}

	@Test
	void anExceptionForSomeRecipientsLeavesTheNormForTheOthers() {
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT).scope(over("model/m"));
		histories.condition("condition/leave", Modality.PERMISSION, Action.EXPORT)
				.scope(over("model/m").towards("company/other")).exceptionTo("condition/licence");
		imposed("condition/licence", "condition/leave");
		Assessment assessment = assess("company/maker", Action.EXPORT);
		assertThat(assessment).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome).returns(true,
				Assessment::limited);
		assertThat(assessment.norms()).hasSize(1);
		assertThat(assessment.exceptions()).extracting(it -> it.applied().condition().id())
				.containsExactly("condition/leave");
	}

	@Test
	void towardsARecipientOnlyThatHoldsWhichIsForIt() {
		histories.category("category/listed").member("company/other", null, null);
		histories.category("category/unnamed");
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("category/listed"));
		imposed("condition/licence");
		assertThat(export("company/other")).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome)
				.returns(false, Assessment::limited).returns("""
					On 31 March 2026, maker needs a licence to export m to other.""", Assessment::statement);
		assertThat(export("company/other").norms().getFirst().statement()).isEqualTo("""
			“licence” makes a licence necessary for maker to export m, to other, as one of “category/listed”.""");
		assertThat(export("company/parent")).returns(Permissibility.UNDETERMINED, Assessment::outcome);
		assertThat(export("company/parent").undetermined()).containsExactly(
				"It is not known whether parent is among “category/listed”, and “licence” holds towards these alone.");
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("company/other"));
		assertThat(export("company/parent")).returns(Permissibility.NOT_ADDRESSED, Assessment::outcome)
				.returns(true, Assessment::silent);
		assertThat(export("company/parent").statement())
				.startsWith("Nothing that the sources tell of forbids maker to export m to parent on 31 March 2026");
		assertThat(export("category/unnamed").outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(export("category/listed").undetermined())
				.containsExactly("“licence” holds towards other only, not towards all of category/listed.");
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT).scope(over("model/m"));
		assertThat(export("company/parent").outcome()).as("without recipients it holds towards everyone")
				.isEqualTo(Permissibility.LICENCE_REQUIRED);
	}

	@Test
	void whoLeftTheRecipientsIsNoneOfThem() {
		histories.category("category/listed").member("company/other", Histories.period(null, "2026-03-01"), null);
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("category/listed"));
		imposed("condition/licence");
		assertThat(export("company/other").outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
	}

	@Test
	void anExceptionForTheRecipientLiftsTheNormAndOneForAnotherDoesNot() {
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT).scope(over("model/m"));
		histories.condition("condition/leave", Modality.PERMISSION, Action.EXPORT)
				.scope(over("model/m").towards("company/other")).exceptionTo("condition/licence");
		imposed("condition/licence", "condition/leave");
		assertThat(export("company/other")).returns(Permissibility.PERMITTED, Assessment::outcome);
		assertThat(export("company/parent")).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome)
				.returns(false, Assessment::limited).returns(List.of(), Assessment::exceptions);
	}

	@Test
	void aNormForAPurposeIsNamedAndLiftedOnlyForIt() {
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE)
				.scope(over("model/m").forPurpose("surveillance"));
		imposed("condition/ban");
		Assessment ban = assess("company/maker", Action.USE);
		assertThat(ban).returns(Permissibility.PROHIBITED, Assessment::outcome).returns(true, Assessment::limited);
		assertThat(ban.norms().getFirst().statement())
				.isEqualTo("“ban” forbids maker to use m, for the purpose “surveillance”.");
		histories.condition("condition/leave", Modality.PERMISSION, Action.USE)
				.scope(over("model/m").forPurpose("research")).exceptionTo("condition/ban");
		imposed("condition/ban", "condition/leave");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
		histories.condition("condition/leave", Modality.PERMISSION, Action.USE)
				.scope(over("model/m").forPurpose("surveillance")).exceptionTo("condition/ban");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.PERMITTED);
	}

	private void controlled(String destinations, String seats, String parentSeats) {
		histories.company("company/sitting", null, "CN").company("company/daughter", "company/sitting", "DE")
				.company("company/far", null, "DE").company("company/unknown", null, null)
				.company("company/adopted", "company/nowhere", "DE");
		histories.category("category/places").places(destinations, seats, parentSeats);
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("category/places"));
		imposed("condition/licence");
	}

	@Test
	void aRecipientIsHeldAgainstThePlacesOfACategory() {
		controlled("CN", "CN", "CN");
		assertThat(export("company/sitting", "DE").outcome()).as("seat")
				.isEqualTo(Permissibility.LICENCE_REQUIRED);
		assertThat(export("company/daughter", "DE").outcome()).as("ultimate parent")
				.isEqualTo(Permissibility.LICENCE_REQUIRED);
		assertThat(export("company/far", "CN").outcome()).as("destination").isEqualTo(Permissibility.LICENCE_REQUIRED);
		Assessment far = export("company/far", "DE");
		assertThat(far.outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(far.statement()).startsWith(
				"Nothing that the sources tell of forbids maker to export m to far in Germany on 31 March 2026");
		for (String open : List.of("company/unknown", "company/adopted")) {
			assertThat(export(open, "DE").outcome()).as(open).isEqualTo(Permissibility.UNDETERMINED);
		}
		assertThat(export("company/far").undetermined()).as("a destination that is not known").containsExactly(
				"It is not known whether far is among “category/places”, and “licence” holds towards these alone.");
	}

	@Test
	void withoutARecipientADestinationAloneNeverClearsATestOfSeatOrParent() {
		controlled("CN", "CN", "");
		assertThat(export(null, "DE")).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome).returns(true,
				Assessment::limited);
		assertThat(export(null, "CN")).as("whoever is there").returns(Permissibility.LICENCE_REQUIRED,
				Assessment::outcome).returns(false, Assessment::limited);
		controlled("CN", "", "");
		assertThat(export(null, "DE").outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(export(null)).returns(Permissibility.LICENCE_REQUIRED, Assessment::outcome).returns(true,
				Assessment::limited);
		controlled("", "", "CN");
		assertThat(export(null, "DE").outcome()).isEqualTo(Permissibility.LICENCE_REQUIRED);
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT)
				.scope(over("model/m").towards("company/sitting"));
		assertThat(export(null, "DE").outcome()).as("a party may be anywhere")
				.isEqualTo(Permissibility.LICENCE_REQUIRED);
	}

	@Test
	void aPlaceThatHoldsOneOfThePlacesMayBeThere() {
		controlled("IT US-CA", "", "");
		assertThat(export("company/far", "EU").outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(export("company/far", "US").outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(export("company/far", "IT-25").outcome()).isEqualTo(Permissibility.LICENCE_REQUIRED);
		assertThat(export("company/far", "FR").outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
	}

	@Test
	void whatIsOwedToOthersIsOwedWhoeverTheRecipientIs() {
		histories.condition("condition/report", Modality.OBLIGATION, Action.REPORT)
				.scope(over("model/m").towards("agency/office"));
		imposed("condition/report");
		assertThat(export("company/other").obligations()).extracting(AssessedNorm::statement)
				.containsExactly("Maker has the duty “report”, towards a certain agency.");
	}

	@Test
	void anExceptionForThePartyLiftsTheNormForItAlone() {
		except();
		Assessment member = assess("company/maker", Action.USE);
		assertThat(member).returns(Permissibility.PERMITTED, Assessment::outcome).returns(false, Assessment::silent);
		assertThat(member.exceptions()).extracting(AssessedNorm::statement)
				.containsExactly("“leave” lets maker, as one of “category/listed”, use m.");
		assertThat(summary(member)).startsWith(
				"On 31 March 2026, maker may use m, as far as the conditions known say. “leave” lets maker,");
	}

	@Test
	void aNormThatIsLiftedIsNotSaidToDecide() {
		except();
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.USE).scope(over("model/m"));
		histories.instrument("order/licence", "2026-01-01").imposes("condition/licence");
		Assessment member = assess("company/maker", Action.USE);
		assertThat(member.outcome()).isEqualTo(Permissibility.LICENCE_REQUIRED);
		assertThat(member.norms()).extracting(AssessedNorm::statement).first().asString().startsWith("“ban” forbids");
		assertThat(summary(member)).contains("“licence” makes official clearance necessary").doesNotContain("“ban”");
	}

	private static String summary(Assessment assessment) {
		return assessment.summary(new Question("model/m", LocalDate.parse(DAY), null, null));
	}

	@Test
	void whetherAnExceptionIsThereForWhoeverIsNotListedIsOpen() {
		except();
		Assessment other = assess("company/other", Action.USE);
		assertThat(other.outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(other.undetermined()).containsExactly(
				"It is not known whether other is among “category/listed”, and “leave”, an exception to “ban”, holds for these alone.");
	}

	@Test
	void aCategoryKnownInWordsOnlySettlesNothing() {
		histories.category("category/contractors");
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("category/contractors");
		imposed("condition/ban");
		Assessment assessment = assess("company/other", Action.USE);
		assertThat(assessment.outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(assessment.undetermined()).containsExactly(
				"It is not known whether other is among “category/contractors”, of which the sources name no member, and “ban” holds for these alone.");
		assertThat(assess("category/contractors", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
	}

	@Test
	void whoWasListedAndIsNoMoreSurelyDoesNotBelong() {
		histories.category("category/listed").member("company/other", Histories.period(null, "2026-02-01"), null);
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("category/listed");
		imposed("condition/ban");
		assertThat(assess("company/other", Action.USE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
	}

	@Test
	void aWideCategoryIsOnlyPartlyMeantByANarrowOne() {
		histories.category("category/firms");
		histories.category("category/banks").partOf("category/firms");
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("category/banks");
		imposed("condition/ban");
		assertThat(assess("category/banks", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
		assertThat(assess("category/firms", Action.USE).undetermined())
				.containsExactly("“ban” is borne by “category/banks” only, not by all of category/firms.");
	}

	@Test
	void anOrderToADepartmentBindsItsBureaus() {
		histories.with(new Agency("agency/department", "Department", List.of(), AgencyKind.EXECUTIVE, "US", null,
				List.of()))
				.with(new Agency("agency/bureau", "Bureau", List.of(), AgencyKind.EXECUTIVE, "US",
						new Ref<>("agency/department"), List.of()));
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("agency/department");
		imposed("condition/ban");
		assertThat(assess("agency/bureau", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
		assertThat(assess("agency/bureau", Action.USE).norms().getFirst().statement())
				.isEqualTo("“ban” forbids the Bureau, as part of the Department, to use m.");
	}

	@Test
	void aSubsidiaryBearsOnlyWhereTheNormSaysSo() {
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("company/parent");
		imposed("condition/ban");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE)
				.scope(over("model/m").withSubsidiaries()).borneBy("company/parent");
		assertThat(assess("company/maker", Action.USE).outcome()).isEqualTo(Permissibility.PROHIBITED);
	}

	@Test
	void anUncertainBanSettlesNothingAndASureLicenceStandsBesideIt() {
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"));
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.USE).scope(over("model/m"));
		imposed("condition/ban", "condition/licence");
		histories.effect("effect/end", EffectKind.REVOKES, "condition/ban");
		histories.instrument("order/end", "2026-03?").has("effect/end");
		Assessment assessment = assess("company/maker", Action.USE);
		assertThat(assessment.outcome()).isEqualTo(Permissibility.UNDETERMINED);
		assertThat(assessment.undetermined())
				.containsExactly("Whether “ban” applies on 31 March 2026 is uncertain.");
		assertThat(assessment.norms()).extracting(AssessedNorm::certain).containsExactly(false, true);
	}

	@Test
	void recommendationsForbidNothingAndDutiesComeWithIt() {
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"));
		histories.instrument("letter/advice", "2026-01-01").notBinding().imposes("condition/ban");
		histories.condition("condition/duty", Modality.OBLIGATION, Action.REPORT).scope(over("model/m"))
				.borneBy("company/maker");
		histories.condition("condition/fine", Modality.OBLIGATION, Action.PAY).scope(over("model/m"));
		imposed("condition/duty", "condition/fine");
		Assessment assessment = assess("company/maker", Action.USE);
		assertThat(assessment).returns(true, Assessment::silent);
		assertThat(assessment.obligations()).extracting(AssessedNorm::statement)
				.containsExactly("Maker has the duty “duty”.");
	}

	@Test
	void whoeverIssuesANormForOthersIsNotInDoubtAboutBeingOneOfThem() {
		histories.with(new Agency("agency/department", "Department", List.of(), AgencyKind.EXECUTIVE, "US", null,
				List.of()));
		histories.category("category/contractors");
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"))
				.borneBy("category/contractors");
		histories.instrument("order/o", "2026-01-01").by("agency/department").imposes("condition/ban");
		assertThat(assess("agency/department", Action.USE).outcome()).isEqualTo(Permissibility.NOT_ADDRESSED);
		assertThat(assess("company/other", Action.USE).outcome()).isEqualTo(Permissibility.UNDETERMINED);
		histories.category("category/contractors").member("agency/other", null, null);
		assertThat(assess("agency/department", Action.USE).outcome()).as("agencies are among them")
				.isEqualTo(Permissibility.UNDETERMINED);
	}

	@Test
	void thePartyHasToBeKnown() {
		assertThatIllegalArgumentException().isThrownBy(() -> assess("company/nobody", Action.USE));
		assertThatIllegalArgumentException().isThrownBy(() -> assess("model/m", Action.USE));
		assertThatIllegalArgumentException().isThrownBy(() -> export("company/nobody"));
	}

	private void except() {
		histories.category("category/listed").member("company/maker", null, null);
		histories.condition("condition/ban", Modality.PROHIBITION, Action.USE).scope(over("model/m"));
		histories.condition("condition/leave", Modality.PERMISSION, Action.USE).scope(over("model/m"))
				.borneBy("category/listed").exceptionTo("condition/ban");
		imposed("condition/ban", "condition/leave");
	}

	private void imposed(String... conditions) {
		histories.instrument("order/o", "2026-01-01").imposes(conditions);
	}

	private Assessment assess(String party, Action action) {
		return assess(party, action, null);
	}

	private Assessment assess(String party, Action action, @Nullable String territory) {
		return assess(new Conduct(party, action, null, null), territory);
	}

	private Assessment export(@Nullable String recipient) {
		return export(recipient, null);
	}

	private Assessment export(@Nullable String recipient, @Nullable String destination) {
		return assess(new Conduct("company/maker", Action.EXPORT, recipient, destination), null);
	}

	private Assessment assess(Conduct conduct, @Nullable String territory) {
		return Assessments.of(histories.facts(), new Question("model/m", LocalDate.parse(DAY), null, territory),
				conduct);
	}
}

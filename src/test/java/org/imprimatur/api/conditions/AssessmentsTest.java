package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may do what with which model: from the real dossiers, over HTTP. */
@ApplicationTest
class AssessmentsTest {

	private static final String LICENCE = "condition/us-commerce-2026-06-12-licence";
	private static final String LEAVE = "condition/us-commerce-2026-06-26-listed-entities";

	private final Asker asker;
	private final RoundTrips roundTrips;

	AssessmentsTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.roundTrips = roundTrips;
	}

	record Id(String id) {
	}

	record Applied(String state, Id condition) {
	}

	record Norm(Applied applied, boolean certain, String statement) {
		String id() {
			return applied.condition().id();
		}
	}

	record Receipt(String asOf, String digest) {
	}

	record Assessment(String outcome, boolean limited, boolean silent, String statement, List<String> undetermined,
			List<Norm> norms, List<Norm> exceptions, List<Norm> obligations, List<Norm> asRecipient, Receipt receipt,
			String notice) {
	}

	@Test
	void anthropicNeedsALicenceToExportMythosExceptToListedEntities() {
		for (String action : List.of("EXPORT", "PROVIDE")) {
			Assessment it = assess("model/mythos-5", "company/anthropic", action, "2026-06-27");
			boolean exporting = action.equals("EXPORT");
			assertThat(it).as(action).returns(exporting ? "LICENCE_REQUIRED" : "UNDETERMINED", Assessment::outcome)
					.returns(exporting, Assessment::limited);
			assertThat(it.norms()).extracting(Norm::id).containsExactly(LICENCE);
			assertThat(it.exceptions()).extracting(Norm::id).containsExactly(LEAVE);
			assertThat(it.obligations()).extracting(Norm::id, Norm::certain).containsExactlyInAnyOrder(
					tuple("condition/us-commerce-2026-06-26-cooperation", true),
					tuple("condition/us-commerce-2026-06-26-monitoring", false));
			assertThat(it.notice()).contains("not legal advice");
		}
		assertThat(assess("model/mythos-5", "company/anthropic", "EXPORT", "2026-06-27").norms().getFirst()
				.statement()).isEqualTo(
						"“Licence before any export of Mythos or Fable” makes a licence necessary for Anthropic to export Claude Mythos 5, to recipients at any destination abroad and foreign persons.");
	}

	@Test
	void towardsTheListedEntitiesItNeedsNone() {
		assertThat(export("category/us-commerce-annex-a")).returns("PERMITTED", Assessment::outcome).returns(
				"""
					On 27 June 2026, Anthropic may export Claude Mythos 5 to entities listed in Annex A, as far as the conditions \
					known say.""",
				Assessment::statement);
		assertThat(export("company/openai\", destination: \"DE").statement()).isEqualTo(
				"Whether Anthropic may export Claude Mythos 5 to OpenAI in Germany on 27 June 2026 is not settled by what is known.");
		assertThat(export("company/openai")).returns("UNDETERMINED", Assessment::outcome);
		assertThat(export("company/openai").undetermined()).contains(
				"""
					It is not known whether OpenAI is among “Recipients at any destination abroad”, of which the sources name no \
					member, and “Licence before any export of Mythos or Fable” holds towards these alone.""");
	}

	@Test
	void noExceptionIsThereForFable() {
		assertThat(assess("model/fable-5", "company/anthropic", "EXPORT", "2026-06-27"))
				.returns("LICENCE_REQUIRED", Assessment::outcome).returns(List.of(), Assessment::exceptions);
	}

	@Test
	void afterTheControlsNoNormIsKnownAndThatIsSaid() {
		Assessment it = assess("model/mythos-5", "company/anthropic", "EXPORT", "2026-07-02");
		assertThat(it).returns("NOT_ADDRESSED", Assessment::outcome).returns(true, Assessment::silent);
		assertThat(it.statement()).startsWith("Nothing that the sources tell of forbids Anthropic");
	}

	@Test
	void theListedEntitiesAreShownAsRecipients() {
		Assessment it = assess("model/mythos-5", "category/us-commerce-annex-a", "USE", "2026-06-27");
		assertThat(it.asRecipient().stream().filter(Norm::certain).map(Norm::statement)).containsExactly(
				"“Mythos 5 without a licence for listed entities” lets Anthropic export Claude Mythos 5, to entities listed in Annex A.");
		assertThat(it.asRecipient()).extracting(Norm::id).contains(LICENCE);
	}

	@Test
	void theDepartmentOfWarHadSixMonthsAndOtherAgenciesNone() {
		Assessment department = assess("model/opus-4-8", "agency/us-department-of-war", "USE", "2026-03-01");
		assertThat(department.exceptions()).extracting(Norm::id, Norm::certain)
				.contains(tuple("condition/us-president-2026-02-27-phase-out", true));
		assertThat(department.outcome()).as("it is not in doubt about being one of its own contractors")
				.isEqualTo("PERMITTED");
		Assessment category = assess("model/opus-4-8", "category/us-federal-agencies", "USE", "2026-03-01");
		assertThat(category.norms()).extracting(Norm::id)
				.contains("condition/us-president-2026-02-27-stop-using");
		assertThat(category).as("an exception for some agencies leaves it to the others")
				.returns("PROHIBITED", Assessment::outcome).returns(true, Assessment::limited);
	}

	@Test
	void whoseMembershipIsNotKnownIsToldSo() {
		Assessment it = assess("model/opus-4-8", "agency/us-caisi", "USE", "2026-03-01");
		assertThat(it.outcome()).isEqualTo("UNDETERMINED");
		assertThat(it.undetermined()).anyMatch(sentence -> sentence.contains("Federal agencies of the United States"));
	}

	@Test
	void onlyTheDepartmentOfWarMayNotBuyFromAnthropic() {
		assertThat(assess("model/opus-4-8", "agency/us-department-of-war", "PROCURE", "2026-06-01").outcome())
				.isEqualTo("PROHIBITED");
		assertThat(assess("model/opus-4-8", "agency/us-commerce", "PROCURE", "2026-06-01"))
				.returns("NOT_ADDRESSED", Assessment::outcome).returns(true, Assessment::silent);
	}

	@Test
	void openAiCouldNotProcessTheDataOfItsItalianUsers() {
		Assessment it = assess("model/chatgpt", "company/openai", "PROCESS_DATA", "2023-04-05");
		assertThat(it).returns("PROHIBITED", Assessment::outcome).returns(true, Assessment::limited);
		assertThat(it.norms().getFirst().statement()).contains("forbids OpenAI");
	}

	@Test
	void whatCannotBeAskedIsRefused() {
		assertThat(refusal("model/mythos-5", "model/fable-5")).isEqualTo(
				"BAD_ARGUMENT: 'model/fable-5' is no party: give the id of a company, an agency, a person or a category");
		assertThat(refusal("model/mythos-5", "company/none")).startsWith("NOT_FOUND: there is no party 'company/none'");
		assertThat(refusal("model/mythos-5", "company/anthropic\", recipient: \"company/none"))
				.startsWith("NOT_FOUND: there is no party 'company/none'");
		assertThat(refusal("model/mythos-5", "company/anthropic\", recipient: \"model/fable-5"))
				.startsWith("BAD_ARGUMENT: 'model/fable-5' is no party");
		assertThat(refusal("model/none", "company/anthropic")).startsWith("NOT_FOUND: there is no model 'model/none'");
	}

	@Test
	void itTakesOneStatementForThePartyMore() {
		assertThat(roundTrips.of(() -> assess("model/mythos-preview", "person/dario-amodei", "USE", "2026-06-27")))
				.isLessThanOrEqualTo(3);
	}

	private Assessment assess(String model, String party, String action, String asOf) {
		return assess("model: \"%s\", party: \"%s\", action: %s, asOf: \"%s\"".formatted(model, party, action, asOf));
	}

	private Assessment export(String recipient) {
		return assess("model: \"model/mythos-5\", party: \"company/anthropic\", action: EXPORT, asOf: \"2026-06-27\","
				+ " recipient: \"%s\"".formatted(recipient));
	}

	private Assessment assess(String arguments) {
		return asker.askText("""
			{ assess(%s) {
			  outcome limited silent statement undetermined notice receipt { asOf digest }
			  norms { ...norm } exceptions { ...norm } obligations { ...norm } asRecipient { ...norm }
			} }
			fragment norm on AssessedNorm { certain statement applied { state condition { id } } }
			""".formatted(arguments)).path("assess").entity(Assessment.class).get();
	}

	private String refusal(String model, String party) {
		StringBuilder refusal = new StringBuilder();
		asker.askText("{ assess(model: \"%s\", party: \"%s\", action: USE) { outcome } }".formatted(model, party))
				.errors().satisfy(errors -> errors.forEach(error -> refusal
						.append(((Map<?, ?>) error.getExtensions()).get("code")).append(": ")
						.append(error.getMessage())));
		return refusal.toString();
	}
}

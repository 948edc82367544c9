package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** The answers that the product exists for, from the real dossiers, over HTTP, with the README's query. */
@ApplicationTest
class ConditionSetAnswersTest {

	private static final String LICENCE = "condition/us-commerce-2026-06-12-licence";

	private final Asker asker;

	ConditionSetAnswersTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	record Named(String id, String title) {
	}

	record Step(String statement, List<Object> evidence) {
	}

	record Applied(String state, Optional<String> reason, String reach, Optional<String> compliance, Named condition,
			Named instrument, List<Named> exceptions, List<Step> derivation) {

		boolean says(String words) {
			return derivation.stream().anyMatch(step -> step.statement().contains(words));
		}
	}

	record Standing(String level, List<Object> because) {
	}

	record Answer(Standing standing, List<Applied> conditions) {

		Applied condition(String id) {
			return conditions.stream().filter(applied -> applied.condition().id().equals(id)).findFirst()
					.orElseThrow(() -> new AssertionError("%s is not among %s".formatted(id,
							conditions.stream().map(applied -> applied.condition().id()).toList())));
		}

		List<Applied> imposedBy(String instrument) {
			return conditions.stream().filter(applied -> applied.instrument().id().equals(instrument)).toList();
		}
	}

	@Test
	void mythosNeedsALicenceTheDayAfterTheFirstLetter() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-06-13"));
		assertThat(answer.standing().level()).isEqualTo("LICENCE_REQUIRED");
		assertThat(answer.condition(LICENCE)).returns("IN_FORCE", Applied::state).returns("DIRECT", Applied::reach);
	}

	@Test
	void theSecondLetterLimitsTheRequirement() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-06-27"));
		assertThat(answer.standing().level()).isEqualTo("LIMITED");
		assertThat(answer.condition(LICENCE).state()).isEqualTo("IN_FORCE");
		assertThat(answer.condition(LICENCE).exceptions()).extracting(Named::id)
				.containsExactly("condition/us-commerce-2026-06-26-listed-entities");
	}

	@Test
	void theSecondLetterWasNotYetReportedOnItsOwnDay() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-06-27", "reportedBy", "2026-06-26"));
		assertThat(answer.standing().level()).isEqualTo("LICENCE_REQUIRED");
		assertThat(answer.condition(LICENCE).exceptions()).isEmpty();
		assertThat(answer.imposedBy("letter/us-commerce-2026-06-26")).isEmpty();
	}

	@Test
	void noExceptionReachesFable() {
		Answer answer = ask(Map.of("model", "model/fable-5", "asOf", "2026-06-27"));
		assertThat(answer.condition(LICENCE).state()).isEqualTo("IN_FORCE");
		assertThat(answer.condition(LICENCE).exceptions()).isEmpty();
	}

	@Test
	void theInstrumentOfTheThirtiethRevokedTheRequirement() {
		Answer answer = ask(Map.of("model", "model/fable-5", "asOf", "2026-07-02"));
		assertThat(answer.condition(LICENCE)).returns("ENDED", Applied::state).returns(Optional.of("REVOKED"),
				Applied::reason);
		assertThat(answer.imposedBy("undertaking/anthropic-2026-06-30")).isNotEmpty();
	}

	@Test
	void beforeItsReleaseTheDesignationReachesMythosThroughItsCompany() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-03-20", "territory", "US"));
		assertThat(answer.conditions()).isNotEmpty().allMatch(applied -> applied.reach().equals("COMPANY"));
		assertThat(answer.imposedBy("designation/us-dow-2026-03-03-3252")).isNotEmpty();
	}

	@Test
	void theRulingOfMarchSuspendsOneDesignationAndNotTheOther() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-04-15", "reportedBy", "2026-04-15"));
		// Since when each of them had effect is told by pages of which it is not known whether they were there by April.
		assertThat(answer.imposedBy("designation/us-dow-2026-03-03-3252")).isNotEmpty()
				.allMatch(applied -> applied.says("suspended this designation"));
		assertThat(answer.imposedBy("designation/us-dow-4713")).isNotEmpty()
				.noneMatch(applied -> applied.says("suspended"));
		assertThat(answer.conditions()).filteredOn(applied -> applied.says("may not have been reported yet"))
				.isNotEmpty().allMatch(applied -> applied.state().equals("UNCERTAIN"));
	}

	@Test
	void theRulingOfAugustMayHaveAnnulledOneDesignationAndNotTheOther() {
		Answer answer = ask(Map.of("model", "model/mythos-5", "asOf", "2026-09-10"));
		assertThat(answer.imposedBy("designation/us-dow-2026-03-03-3252")).isNotEmpty().allSatisfy(
				applied -> assertThat(applied).returns("UNCERTAIN", Applied::state).returns(Optional.empty(),
						Applied::reason));
		assertThat(answer.imposedBy("designation/us-dow-4713")).isNotEmpty()
				.allMatch(applied -> applied.state().equals("IN_FORCE"));
	}

	@Test
	void theGaranteLimitsChatGpt() {
		Answer answer = ask(Map.of("model", "model/chatgpt", "asOf", "2023-04-05"));
		assertThat(answer.condition("condition/it-garante-2023-03-30-limitation").state()).isEqualTo("IN_FORCE");
	}

	@Test
	void theLimitationEndedOnceItsConditionsWereMet() {
		Answer answer = ask(Map.of("model", "model/chatgpt", "asOf", "2023-05-20"));
		assertThat(answer.condition("condition/it-garante-2023-03-30-limitation")).returns("ENDED", Applied::state);
		Map<String, Optional<String>> compliance = new LinkedHashMap<>();
		answer.imposedBy("order/it-garante-2023-04-11").stream().filter(applied -> applied.state().equals("IN_FORCE"))
				.forEach(applied -> compliance.put(applied.condition().id(), applied.compliance()));
		assertThat(compliance.values()).contains(Optional.of("MET"), Optional.of("NOT_ESTABLISHED"),
				Optional.of("DUE"));
	}

	@Test
	void theFineIsVoidFromItsBeginningAndWasInForceByWhatWasReported() {
		assertThat(ask(Map.of("model", "model/chatgpt", "asOf", "2025-02-01")).imposedBy("order/it-garante-755"))
				.isNotEmpty()
				.allSatisfy(applied -> assertThat(applied).returns("ENDED", Applied::state)
						.returns(Optional.of("ANNULLED"), Applied::reason));
		assertThat(ask(Map.of("model", "model/chatgpt", "asOf", "2025-02-01", "reportedBy", "2025-02-01"))
				.imposedBy("order/it-garante-755")).isNotEmpty()
				.allMatch(applied -> applied.state().equals("IN_FORCE"));
	}

	@Test
	void everyStepRestsOnEvidence() {
		assertThat(ask(Map.of("model", "model/mythos-5", "asOf", "2026-06-27")).conditions()).isNotEmpty().allSatisfy(
				applied -> assertThat(applied.derivation()).isNotEmpty()
						.allSatisfy(step -> assertThat(step.evidence()).as(step.statement()).isNotEmpty()));
	}

	private Answer ask(Map<String, String> variables) {
		return asker.ask("why", variables).path("conditionSet")
				.entity(new ParameterizedTypeReference<Answer>() {
				}).get();
	}
}

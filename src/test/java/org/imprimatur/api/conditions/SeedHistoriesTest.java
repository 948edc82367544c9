package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/**
 * How the models of the dossiers stand on days on which their histories turn: all the conditions that reach them, and
 * their states.
 */
@ApplicationTest
class SeedHistoriesTest {

	private final Asker asker;

	SeedHistoriesTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	record Id(String id) {
	}

	record Standing(String level) {
	}

	record Applied(String state, String reach, @Nullable String compliance, Id condition) {
	}

	record Answer(Standing standing, List<Applied> conditions) {
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				deepseek    | 2025-01-27 | NONE_KNOWN |
				deepseek    | 2025-01-29 | COMMITMENTS_ONLY | it-garante-2025-01-28-information IN_FORCE
				deepseek    | 2025-02-15 | LIMITED    | it-garante-2025-01-28-information IN_FORCE, it-garante-2025-01-30-limitation IN_FORCE
				replika     | 2023-02-01 | NONE_KNOWN |
				replika     | 2023-03-01 | LIMITED    | it-garante-2023-02-02-limitation IN_FORCE, it-garante-2023-02-02-report IN_FORCE
				""")
	void atTheGarante(String model, String day, String standing, @Nullable String states) {
		hold("IT", "it-garante-", model, day, standing, states);
	}

	/** Nothing read says how long the limitation of 2023 lasted, nor when the decision of 2025 was notified. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				2023-06-21 | LIMITED   | it-garante-2023-02-02-limitation IN_FORCE, it-garante-2023-02-02-report IN_FORCE
				2023-06-23 | UNCERTAIN | it-garante-2023-02-02-limitation UNCERTAIN, it-garante-2023-02-02-report IN_FORCE
				2025-05-01 | UNCERTAIN | it-garante-2023-02-02-limitation UNCERTAIN, it-garante-2023-02-02-report IN_FORCE, it-garante-2025-04-10-fine UNCERTAIN, it-garante-2025-04-10-notice UNCERTAIN, it-garante-2025-04-10-age-verification UNCERTAIN
				2025-07-01 | UNCERTAIN | it-garante-2023-02-02-limitation UNCERTAIN, it-garante-2023-02-02-report IN_FORCE, it-garante-2025-04-10-fine IN_FORCE, it-garante-2025-04-10-notice IN_FORCE, it-garante-2025-04-10-age-verification IN_FORCE
				""")
	void doubtOverReplikaStaysDoubt(String day, String standing, @Nullable String states) {
		hold("IT", "it-garante-", "replika", day, standing, states);
	}

	/** By which day the fine was due in full, and whether it was paid, no source read tells. */
	@ParameterizedTest
	@CsvSource({"2025-06-08, DUE", "2025-06-10, NOT_ESTABLISHED", "2026-09-01, NOT_ESTABLISHED"})
	void replikasFineIsNotDueForEver(String day, String compliance) {
		assertThat(ask("replika", day).conditions())
				.filteredOn(applied -> applied.condition().id().equals("condition/it-garante-2025-04-10-fine"))
				.singleElement().matches(applied -> compliance.equals(applied.compliance()));
	}

	/** Of the ruling of 27 August 2026, which may have annulled the designation, only a machine's account was found. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				mythos-preview | 2026-03-15 | OTHERS_BOUND | us-president-2026-02-27-stop-using IN_FORCE, us-president-2026-02-27-phase-out IN_FORCE, us-dow-3252-contracts UNCERTAIN, us-dow-4713-procurement IN_FORCE, us-dow-4713-contractors IN_FORCE
				mythos-preview | 2026-05-01 | OTHERS_BOUND | us-president-2026-02-27-stop-using SUSPENDED, us-president-2026-02-27-phase-out SUSPENDED, us-dow-3252-contracts UNCERTAIN, us-dow-4713-procurement IN_FORCE, us-dow-4713-contractors IN_FORCE
				opus-4-8       | 2026-07-15 | OTHERS_BOUND | us-president-2026-02-27-stop-using SUSPENDED, us-president-2026-02-27-phase-out UNCERTAIN, us-dow-3252-contracts UNCERTAIN, us-dow-4713-procurement IN_FORCE, us-dow-4713-contractors IN_FORCE
				""")
	void underTheDesignations(String model, String day, String standing, @Nullable String states) {
		hold("US", "us-", model, day, standing, states);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				nvidia-a100     | 2022-08-25 | NONE_KNOWN       |
				nvidia-a100     | 2022-08-27 | LICENCE_REQUIRED | us-commerce-2022-08-26-licence IN_FORCE
				nvidia-a100     | 2022-09-10 | LIMITED          | us-commerce-2022-08-26-licence IN_FORCE, us-commerce-2022-09-01-a100-support IN_FORCE, us-commerce-2022-09-01-hong-kong IN_FORCE
				nvidia-a100     | 2023-06-01 | LIMITED          | us-commerce-2022-08-26-licence IN_FORCE, us-commerce-2022-09-01-a100-support ENDED, us-commerce-2022-09-01-hong-kong IN_FORCE
				nvidia-a100     | 2023-09-02 | LICENCE_REQUIRED | us-commerce-2022-08-26-licence IN_FORCE, us-commerce-2022-09-01-a100-support ENDED, us-commerce-2022-09-01-hong-kong ENDED
				nvidia-h100     | 2023-09-02 | LIMITED          | us-commerce-2022-08-26-licence IN_FORCE, us-commerce-2022-09-01-h100-development IN_FORCE, us-commerce-2022-09-01-hong-kong ENDED
				nvidia-a800     | 2022-12-01 | NONE_KNOWN       |
				nvidia-a800     | 2023-11-01 | LICENCE_REQUIRED | us-government-2023-10-23-licence IN_FORCE
				nvidia-a800     | 2023-11-17 | LICENCE_REQUIRED | us-government-2023-10-23-licence IN_FORCE, us-bis-2023-23055-licence IN_FORCE
				nvidia-rtx-4090 | 2023-11-01 | NONE_KNOWN       |
				nvidia-rtx-4090 | 2023-11-17 | LICENCE_REQUIRED | us-bis-2023-23055-licence IN_FORCE
				nvidia-h20      | 2025-04-08 | NONE_KNOWN       |
				nvidia-h20      | 2025-05-01 | LICENCE_REQUIRED | us-commerce-2025-04-09-licence IN_FORCE
				amd-mi308       | 2025-04-10 | UNCERTAIN        | us-commerce-2025-04-amd-licence UNCERTAIN
				amd-mi308       | 2025-05-01 | LICENCE_REQUIRED | us-commerce-2025-04-amd-licence IN_FORCE
				""")
	void underExportControl(String model, String day, String standing, @Nullable String states) {
		hold(null, "", model, day, standing, states);
	}

	/** The rule of 2026 eases how applications are judged; the licence is still needed, by the newer rule. */
	@ParameterizedTest
	@CsvSource({"nvidia-h200", "amd-mi325x"})
	void theRuleOf2026LeavesTheLicenceRequirement(String model) {
		assertThat(ask(model, "2026-01-12").conditions()).extracting(applied -> applied.condition().id())
				.containsExactly("condition/us-bis-2023-23055-licence");
		Answer after = ask(model, "2026-02-01");
		assertThat(after.standing().level()).isEqualTo("LICENCE_REQUIRED");
		assertThat(after.conditions()).hasSize(10)
				.filteredOn(applied -> !applied.condition().id().equals("condition/us-bis-2023-23055-licence"))
				.allMatch(applied -> applied.state().equals("IN_FORCE"))
				.filteredOn(applied -> applied.condition().id().startsWith("condition/us-bis-2026-00789-")).hasSize(8)
				.allMatch(applied -> applied.reach().equals("CATEGORY"));
		assertThat(after.conditions())
				.filteredOn(applied -> applied.condition().id().equals("condition/us-bis-2023-23055-licence"))
				.singleElement().matches(applied -> applied.state().equals("ENDED"));
	}

	/** What the article with which the histories began says in its own voice, or has others say, is found by its words. */
	@ParameterizedTest
	@CsvSource({"risk-based framework, event/analysis-risk-based-framework-2026-06",
			"precedent for other companies, event/analysis-precedent-2026-06",
			"competition with China, event/analysis-competition-with-china-2026-06",
			"clearer pathway, event/statement-clearer-pathway-2026-06",
			"real-time threat analysis, event/statement-real-time-threat-analysis-2026-06",
			"compromise, event/analysis-limited-release-compromise-2026-06",
			"redeployed critical infrastructure, event/anthropic-statement-2026-06-26"})
	void whatTheFirstArticleSaysIsFound(String words, String event) {
		assertThat(asker.ask("search", Map.of("query", words)).path("search.nodes[*].node.id").entityList(String.class)
				.get()).contains(event);
	}

	/** In a place, of the conditions of one regime alone: other histories may reach the model as well. */
	private void hold(@Nullable String place, String regime, String model, String day, String standing,
			@Nullable String states) {
		Answer answer = ask(place, model, day);
		Map<String, String> found = new TreeMap<>();
		answer.conditions().stream().map(it -> Map.entry(it.condition().id().replace("condition/", ""), it.state()))
				.filter(it -> it.getKey().startsWith(regime)).forEach(it -> found.put(it.getKey(), it.getValue()));
		assertThat(found).isEqualTo(states == null
				? Map.of()
				: Arrays.stream(states.split(", ")).map(it -> it.split(" "))
						.collect(Collectors.toMap(it -> it[0], it -> it[1])));
		assertThat(answer.standing().level()).isEqualTo(standing);
	}

	private Answer ask(String model, String day) {
		return ask(null, model, day);
	}

	private Answer ask(@Nullable String place, String model, String day) {
		Map<String, Object> variables = new HashMap<>(Map.of("model", "model/" + model, "asOf", day));
		variables.put("territory", place);
		return asker.ask("why", variables).path("conditionSet")
				.entity(new ParameterizedTypeReference<Answer>() {
				}).get();
	}
}

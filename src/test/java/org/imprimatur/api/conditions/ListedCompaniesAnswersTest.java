package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What it means for a company's models that the company stands on a list: from the real dossiers, over HTTP. */
@ApplicationTest
class ListedCompaniesAnswersTest {

	private static final String CONTRACTS = "condition/us-ndaa-2024-805-contracts";
	private static final String INDIRECT = "condition/us-ndaa-2024-805-indirect";
	private static final String EXISTING = "condition/us-ndaa-2024-805-existing-contracts";

	private final Asker asker;

	ListedCompaniesAnswersTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	record Id(String id) {
	}

	record Applied(String state, String reach, Id condition) {
	}

	record Norm(Applied applied) {
	}

	record Assessment(String outcome, boolean limited, List<Norm> norms, List<Norm> exceptions) {
	}

	record Date(String edtf) {
	}

	record Entry(String kind, Date date, Id node) {
		String line() {
			return "%s %s %s".formatted(date.edtf(), kind, node.id());
		}
	}

	@Test
	void theListOf2026DoesNotReviveThatOf2024() {
		assertThat(states("model/yolox-x", "2024-01-30")).isEmpty();
		assertThat(states("model/yolox-x", "2024-06-01")).isNotEmpty().allMatch("NOT_YET"::equals);
		assertThat(states("model/yolox-x", "2025-01-06")).isNotEmpty().allMatch("UNCERTAIN"::equals);
		for (String day : List.of("2025-01-07", "2025-06-01", "2026-02-14", "2026-06-11", "2026-07-01")) {
			assertThat(states("model/yolox-x", day)).as(day).isEmpty();
		}
	}

	@Test
	void aListWithdrawnOnTheDayOfItsPostingReachesNobodyAndEndsNothing() {
		for (String day : List.of("2026-02-13", "2026-02-14", "2026-06-09")) {
			assertThat(states("model/qwen3-max", day)).as(day).isEmpty();
			assertThat(states("model/sensechat-5-5", day)).as(day).isNotEmpty().allMatch("NOT_YET"::equals);
		}
		assertThat(timeline("designation/us-dow-1260h-2026-02-13")).containsExactly(
				"2026-02-13 EVENT event/1260h-list-withdrawn-2026-02-13",
				"2026-02-13 EVENT event/alibaba-baidu-statements-2026-02-13",
				"2026-02-13 PUBLISHED designation/us-dow-1260h-2026-02-13");
	}

	@Test
	void theDepartmentOfWarMayNotContractWithListedCompaniesExceptWhereItHasAlready() {
		assertThat(conditions("model/qwen3-max", "2026-06-29")).extracting(Applied::state).containsOnly("NOT_YET");
		assertThat(conditions("model/qwen3-max", "2026-06-30")).filteredOn(it -> it.condition().id().equals(CONTRACTS))
				.singleElement().returns("IN_FORCE", Applied::state).returns("CATEGORY", Applied::reach);
		Assessment assessment = assess("2026-06-30");
		assertThat(assessment).returns("PROHIBITED", Assessment::outcome).returns(true, Assessment::limited);
		assertThat(norms(assessment.norms())).containsExactly(CONTRACTS);
		assertThat(norms(assessment.exceptions())).containsExactly(EXISTING);
		assertThat(norms(assess("2027-06-29").norms())).containsExactly(CONTRACTS);
		assertThat(norms(assess("2027-06-30").norms())).containsExactlyInAnyOrder(CONTRACTS, INDIRECT);
	}

	@Test
	void anEntryOnTheEntityListRestrictsExportsToACompanyAndNotItsModels() {
		assertThat(states("model/glm-4-plus", "2025-06-01")).isEmpty();
		assertThat(timeline("company/zhipu")).contains(
				"2025-01-16 CONDITION_STARTS condition/us-bis-2025-00704-licence",
				"2025-01-16 EVENT event/zhipu-statement-2025-01");
	}

	@Test
	void megviiLeftOneListAndStaysOnTheOther() {
		assertThat(timeline("company/megvii"))
				.contains("2019-10-09 CONDITION_STARTS condition/us-bis-2019-22210-licence",
						"[2025-01-06..2025-01-07] EFFECT effect/us-dow-1260h-2025-01-06-supersedes")
				.noneMatch(line -> line.endsWith("CONDITION_ENDS condition/us-bis-2019-22210-licence"));
	}

	@Test
	void theEntryOfSenseTimeWasChangedToItsSubsidiary() {
		assertThat(timeline("company/sensetime")).containsSubsequence(
				"2019-10-09 CONDITION_STARTS condition/us-bis-2019-22210-licence-sensetime",
				"2020-06-05 EFFECT effect/us-bis-2020-06-05-supersedes",
				"2020-06-05 CONDITION_STARTS condition/us-bis-2020-06-05-licence-beijing-sensetime",
				"2020-06-05 CONDITION_ENDS condition/us-bis-2019-22210-licence-sensetime");
	}

	@Test
	void shipmentsUnderWayMightProceedForAMonth() {
		assertThat(timeline("rule/us-bis-2023-23048")).contains(
				"2023-10-17 CONDITION_STARTS condition/us-bis-2023-23048-en-route",
				"2023-11-16 CONDITION_ENDS condition/us-bis-2023-23048-en-route");
	}

	@Test
	void theRuleOnAffiliatesIsSuspendedForAYear() {
		assertThat(timeline("rule/us-bis-2025-19001")).contains("2025-11-10 EFFECT effect/us-bis-2025-11-10-suspends",
				"2026-11-10 SUSPENSION_ENDS effect/us-bis-2025-11-10-suspends");
	}

	private Stream<String> norms(Collection<Norm> norms) {
		return norms.stream().map(it -> it.applied().condition().id());
	}

	private List<String> states(String model, String day) {
		return conditions(model, day).stream().map(Applied::state).toList();
	}

	private List<Applied> conditions(String model, String day) {
		return asker.ask("condition-set", Map.of("model", model, "asOf", day, "territory", "US"))
				.path("conditionSet.conditions")
				.entityList(Applied.class).get();
	}

	private Assessment assess(String day) {
		return asker.askText("""
			{ assess(model: "model/qwen3-max", party: "agency/us-department-of-war", action: PROCURE, asOf: "%s") {
				outcome limited norms { applied { condition { id } } } exceptions { applied { condition { id } } }
			} }""".formatted(day)).path("assess").entity(Assessment.class).get();
	}

	private List<String> timeline(String node) {
		return asker.askText("""
			{ timeline(of: ["%s"], first: 100, kinds: [EVENT, ISSUED, PUBLISHED, EFFECT, SUSPENSION_ENDS,
				CONDITION_STARTS, CONDITION_ENDS]) { nodes { kind date { edtf } node { id } } } }""".formatted(node))
				.path("timeline.nodes").entityList(Entry.class).get().stream().map(Entry::line).toList();
	}
}

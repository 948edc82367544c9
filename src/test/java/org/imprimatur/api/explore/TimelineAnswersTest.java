package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Timelines of the real dossiers, over HTTP. */
@ApplicationTest
class TimelineAnswersTest {

	private static final String JUNE = "of: [\"model/mythos-5\"], from: \"2026-06-01\", to: \"2026-06-30\"";

	private final Asker asker;

	TimelineAnswersTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	record Date(String edtf) {
	}

	record Node(String id) {
	}

	record Passage(String paraphrase) {
	}

	record Part(String kind) {
	}

	record Entry(String kind, Optional<Date> date, String title, Node node, List<Node> related, boolean certain,
			List<Passage> evidence, List<Passage> disputes, List<Part> parts) {

		String line() {
			return "%s %s %s".formatted(date.map(Date::edtf).orElse("-"), kind, node.id());
		}
	}

	record Page(int totalCount, Info pageInfo, List<Entry> nodes) {
	}

	record Info(boolean hasNextPage, String endCursor) {
	}

	@Test
	void whatHappenedToMythosInJuneStandsInOrder() {
		assertThat(ask(
				JUNE + ", first: 100, kinds: [RELEASE, ISSUED, PUBLISHED, EFFECT, CONDITION_STARTS, CONDITION_ENDS]")
				.nodes()).extracting(Entry::line).containsExactly(
						"2026-06-09 RELEASE model/mythos-5",
						"2026-06-12 ISSUED letter/us-commerce-2026-06-12",
						"2026-06-12 CONDITION_STARTS condition/us-commerce-2026-06-12-licence",
						"2026-06-16 PUBLISHED letter/us-commerce-2026-06-12",
						"2026-06-26 ISSUED letter/us-commerce-2026-06-26",
						"2026-06-26 EFFECT effect/us-commerce-2026-06-26-upholds",
						"2026-06-26 CONDITION_STARTS condition/us-commerce-2026-06-26-cooperation",
						"2026-06-26 CONDITION_STARTS condition/us-commerce-2026-06-26-listed-entities",
						"2026-06-26 CONDITION_STARTS condition/us-commerce-2026-06-26-monitoring",
						"2026-06-30 ISSUED letter/us-commerce-2026-06-30",
						"2026-06-30 ISSUED undertaking/anthropic-2026-06-30",
						"2026-06-30 EFFECT effect/us-commerce-2026-06-30-revokes",
						"2026-06-30 EFFECT effect/us-commerce-2026-06-30-revokes-revision",
						"2026-06-30 CONDITION_STARTS condition/anthropic-2026-06-30-jailbreaks",
						"2026-06-30 CONDITION_STARTS condition/anthropic-2026-06-30-malicious-activity",
						"2026-06-30 CONDITION_STARTS condition/anthropic-2026-06-30-research",
						"2026-06-30 CONDITION_STARTS condition/anthropic-2026-06-30-risks",
						"2026-06-30 CONDITION_STARTS condition/anthropic-2026-06-30-vetted-access",
						"2026-06-30 CONDITION_ENDS condition/us-commerce-2026-06-12-licence",
						"2026-06-30 CONDITION_ENDS condition/us-commerce-2026-06-26-cooperation",
						"2026-06-30 CONDITION_ENDS condition/us-commerce-2026-06-26-listed-entities",
						"2026-06-30 CONDITION_ENDS condition/us-commerce-2026-06-26-monitoring");
	}

	@Test
	void theStoryOfMythosAndFableInJuneTellsAnActOnce() {
		Page story = ask(
				"of: [\"model/mythos-5\", \"model/fable-5\"], from: \"2026-06-01\", to: \"2026-06-30\", first: 100");
		assertThat(story.totalCount()).isLessThan(25);
		assertThat(story.nodes()).filteredOn(entry -> entry.kind().equals("ISSUED")).extracting(Entry::line)
				.containsExactly("2026-06-12 ISSUED letter/us-commerce-2026-06-12",
						"2026-06-26 ISSUED letter/us-commerce-2026-06-26",
						"2026-06-30 ISSUED letter/us-commerce-2026-06-30",
						"2026-06-30 ISSUED undertaking/anthropic-2026-06-30");
		assertThat(story.nodes()).extracting(Entry::kind).doesNotContain("SOURCE_PUBLISHED", "CONDITION_STARTS");
		assertThat(story.nodes()).extracting(Entry::title).anySatisfy(title -> assertThat(title)
				.startsWith("12 June 2026 or before: Amazon's researchers"));
		assertThat(story.nodes()).filteredOn(entry -> entry.node().id().equals("letter/us-commerce-2026-06-26"))
				.singleElement().satisfies(entry -> {
					assertThat(entry.title()).contains("signed by Howard Lutnick",
							"“Controls on the use of Mythos 5” may begin");
					assertThat(entry.parts()).extracting(Part::kind).containsExactly("ISSUED", "TAKES_EFFECT", "EFFECT",
							"CONDITION_STARTS", "CONDITION_STARTS", "CONDITION_STARTS");
				});
	}

	@Test
	void itSaysHowFarTheSourcesGo() {
		String asked = "{ timeline(%s, first: 1) { beyondCoverage through { edtf } } }";
		assertThat(asker.askText(asked.formatted(JUNE)).path("timeline").entity(Covered.class).get())
				.isEqualTo(new Covered(false, new Date("2026-09-18")));
		assertThat(asker.askText(asked.formatted("of: [\"letter/us-commerce-2026-06-12\"]")).path("timeline")
				.entity(Covered.class).get()).isEqualTo(new Covered(true, new Date("2026-09-18")));
	}

	record Covered(boolean beyondCoverage, Date through) {
	}

	@Test
	void anUncertainDateIsKeptInEveryPeriodThatItCanLieIn() {
		String kinds = ", kinds: [EVENT]";
		assertThat(ask(JUNE + kinds).nodes()).extracting(Entry::line)
				.contains("[..2026-06-12] EVENT event/amazon-jailbreak-report-2026-06");
		assertThat(ask("of: [\"model/mythos-5\"], to: \"2026-06-01\"" + kinds).nodes()).extracting(Entry::line)
				.contains("[..2026-06-12] EVENT event/amazon-jailbreak-report-2026-06");
		assertThat(ask("of: [\"model/mythos-5\"], from: \"2026-06-13\"" + kinds).nodes()).extracting(Entry::line)
				.doesNotContain("[..2026-06-12] EVENT event/amazon-jailbreak-report-2026-06");
	}

	@Test
	void anEntryRestsOnItsOwnEvidenceAndShowsWhatDisputesIt() {
		assertThat(ask(JUNE + ", kinds: [PUBLISHED]").nodes()).singleElement().satisfies(entry -> {
			assertThat(entry.certain()).isTrue();
			assertThat(entry.evidence()).extracting(Passage::paraphrase)
					.contains("Bloomberg published the text of the letter on 16 June 2026.")
					.doesNotContain("Names the same provisions.");
		});
		assertThat(ask(JUNE + ", kinds: [ISSUED]").nodes().getFirst()).satisfies(entry -> {
			assertThat(entry.certain()).as("a dispute about its day leaves no doubt that it was issued").isTrue();
			assertThat(entry.disputes()).extracting(Passage::paraphrase)
					.contains("Dates the first directive three days later.");
		});
	}

	@Test
	void theFineWasSuspendedAndAnnulled() {
		assertThat(ask("of: [\"order/it-garante-755\"], kinds: [ISSUED, EFFECT, CONDITION_STARTS, CONDITION_ENDS]")
				.nodes()).extracting(Entry::line).containsExactly("2024-11-02 ISSUED order/it-garante-755",
						"[2024-11-02..2024-12-20] CONDITION_STARTS condition/it-garante-755-campaign",
						"[2024-11-02..2024-12-20] CONDITION_STARTS condition/it-garante-755-fine",
						"2025-03-21 ISSUED ruling/it-rome-2025-03",
						"2025-03-21 EFFECT effect/it-rome-2025-03-suspends",
						"2026-03-18 ISSUED ruling/it-rome-2026-03-18",
						"2026-03-18 EFFECT effect/it-rome-2026-03-18-annuls",
						"2026-03-18 CONDITION_ENDS condition/it-garante-755-campaign",
						"2026-03-18 CONDITION_ENDS condition/it-garante-755-fine");
	}

	@Test
	void aTimelineCanBeReadPageByPage() {
		String of = "of: [\"agency/us-commerce\", \"person/rita-lin\"]";
		Page whole = ask(of + ", first: 100");
		List<Entry> pages = new ArrayList<>();
		Page page = ask(of + ", first: 7");
		pages.addAll(page.nodes());
		while (page.pageInfo().hasNextPage()) {
			page = ask("%s, first: 7, after: \"%s\"".formatted(of, page.pageInfo().endCursor()));
			pages.addAll(page.nodes());
		}
		assertThat(pages.subList(0, Math.min(100, pages.size()))).isEqualTo(whole.nodes());
		assertThat(pages).hasSize(whole.totalCount()).doesNotHaveDuplicates();
		assertThat(pages).extracting(Entry::line).contains("2026-06-12 ISSUED letter/us-commerce-2026-06-12",
				"2026-03-26 ISSUED ruling/us-ndca-2026-03-26");
	}

	@Test
	void whatIsNoNodeIsNotFoundAndTwentyOneAreTooMany() {
		refused("of: [\"model/unheard-of\"]", "NOT_FOUND", "there is no node 'model/unheard-of'");
		refused("of: [%s]".formatted(
				IntStream.range(0, 21).mapToObj(i -> "\"model/%d\"".formatted(i)).collect(Collectors.joining(", "))),
				"LIMIT_EXCEEDED", "these are 21 nodes, and 20 is the limit");
	}

	private void refused(String arguments, String code, String sentence) {
		asker.askText("{ timeline(%s) { totalCount } }".formatted(arguments)).errors()
				.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", code);
					assertThat(error.getMessage()).contains(sentence);
				}));
	}

	private Page ask(String arguments) {
		return asker.askText("""
			{ timeline(%s) { totalCount pageInfo { hasNextPage endCursor } nodes {
				kind date { edtf } title node { id } related { id } certain
				evidence { paraphrase } disputes { paraphrase } parts { kind }
			} } }""".formatted(arguments)).path("timeline").entity(Page.class).get();
	}
}

package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.force.restriction.Restriction;
import org.imprimatur.force.restriction.Restrictions;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The table of restrictions over the dossiers, as it is asked for. */
@ApplicationTest
class RestrictionsAnswersTest {

	private static final LocalDate DAY = LocalDate.parse("2026-11-28");

	private final Asker asker;

	RestrictionsAnswersTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	record Id(String id) {
	}

	record Date(String edtf) {
	}

	record Days(Optional<Integer> atLeast, Optional<Integer> atMost) {
	}

	record Row(Id model, Id condition, Id instrument, String kind, String bound, String reach, Optional<Date> start,
			Optional<Date> end, Days days, String state, Optional<String> reason, List<Id> issuedBy,
			List<Id> concerns, List<String> territory) {

		String key() {
			return "%s %s %s".formatted(model.id(), condition.id(), instrument.id());
		}
	}

	record Info(boolean hasNextPage, Optional<String> endCursor) {
	}

	record Page(int totalCount, List<Row> nodes, Info pageInfo, boolean beyondCoverage) {
	}

	/** What is read from the graph is all that the rules need: they find the same in all that the dossiers hold. */
	@Test
	void theyAreThoseOfAllThatTheDossiersHold() {
		Facts facts = new Facts(Past.dossiers());
		List<String> expected = new Restrictions(facts, null).all().stream().filter(it -> begun(it, facts))
				.map(Restriction::key).toList();
		List<Row> rows = all("orderBy: MODEL_ASC, asOf: \"%s\"".formatted(DAY));
		assertThat(rows).extracting(Row::key).containsExactlyInAnyOrderElementsOf(expected);
		assertThat(all("asOf: \"%s\"".formatted(DAY))).extracting(Row::key)
				.containsExactlyInAnyOrderElementsOf(expected);
	}

	private static boolean begun(Restriction it, Facts facts) {
		EdtfDate issued = facts.find(it.instrument(), Instrument.class).orElseThrow().issued();
		EdtfDate start = it.periods().getFirst().start();
		return (issued == null || !issued.earliest().isAfter(DAY))
				&& (start == null || !start.earliest().isAfter(DAY));
	}

	@Test
	void theLettersOfJune2026RestrictedMythosAndFableForEighteenDays() {
		List<Row> rows = all(
				"filter: {agency: [\"agency/us-commerce\"], recipient: [\"category/foreign-persons\"]}, asOf: \"2026-07-15\"");
		assertThat(rows).extracting(it -> it.model().id()).containsExactly("model/fable-5", "model/mythos-5");
		assertThat(rows).allSatisfy(it -> {
			assertThat(it.kind()).isEqualTo("LICENCE_REQUIRED");
			assertThat(it.bound()).isEqualTo("MAKERS");
			assertThat(it.reach()).isEqualTo("DIRECT");
			assertThat(it.start()).hasValue(new Date("2026-06-12"));
			assertThat(it.end()).hasValue(new Date("2026-06-30"));
			assertThat(it.days()).isEqualTo(new Days(Optional.of(18), Optional.of(18)));
			assertThat(it.state()).isEqualTo("ENDED");
			assertThat(it.reason()).hasValue("REVOKED");
			assertThat(it.issuedBy()).containsExactly(new Id("agency/us-commerce"));
			assertThat(it.concerns()).contains(new Id("concern/safeguard-bypass"));
		});
	}

	@Test
	void oneMayAskByPlaceKindAndDay() {
		assertThat(all("filter: {jurisdiction: [\"IT\"], day: \"2023-04-01\"}, asOf: \"%s\"".formatted(DAY)))
				.extracting(it -> it.model().id(), Row::kind, Row::state, Row::territory)
				.containsExactly(tuple("model/chatgpt", "LIMITED", "ENDED", List.of("IT")),
						tuple("model/replika", "LIMITED", "UNCERTAIN", List.of("IT")));
		assertThat(all("filter: {jurisdiction: [\"IT\"], kind: [PROHIBITED]}, asOf: \"%s\"".formatted(DAY))).isEmpty();
		assertThat(all("filter: {jurisdiction: [\"IT\"]}, asOf: \"2023-03-29\"")).extracting(it -> it.model().id())
				.as("what had begun by the day").containsExactly("model/replika");
		assertThat(all("filter: {jurisdiction: [\"IT\"]}, reportedBy: \"2023-03-29\", asOf: \"%s\"".formatted(DAY)))
				.extracting(it -> it.model().id()).as("what had been reported").doesNotContain("model/chatgpt");
	}

	@Test
	void whereNoneIsKnownNoSourceSaysThatThereIsNone() {
		Page page = page("filter: {jurisdiction: [\"IS\"]}, asOf: \"%s\"".formatted(DAY), "first: 1");
		assertThat(page.nodes()).isEmpty();
		assertThat(page.beyondCoverage()).isTrue();
	}

	@Test
	void aCursorOfAnotherListIsRefused() {
		asker.askText("{ restrictions(after: \"bm8\") { totalCount } }").errors()
				.satisfy(errors -> assertThat(errors).singleElement()
						.satisfies(it -> assertThat(it.getExtensions()).containsEntry("code", "BAD_ARGUMENT")));
	}

	private List<Row> all(String arguments) {
		List<Row> rows = new ArrayList<>();
		String after = "first: 7";
		Page page;
		do {
			page = page(arguments, after);
			rows.addAll(page.nodes());
			after = "first: 7, after: \"%s\"".formatted(page.pageInfo().endCursor().orElse(""));
		} while (page.pageInfo().hasNextPage());
		assertThat(rows).hasSize(page.totalCount());
		return rows;
	}

	private Page page(String arguments, String page) {
		return asker.askText("""
			{ restrictions(%s, %s) { totalCount beyondCoverage pageInfo { hasNextPage endCursor } nodes {
				model { id } condition { id } instrument { id } kind bound reach start { edtf } end { edtf }
				days { atLeast atMost } state reason issuedBy { id } concerns { id } territory } } }"""
				.formatted(arguments, page)).path("restrictions").entity(Page.class).get();
	}
}

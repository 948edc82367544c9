package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What changed, what would, and models side by side: from the real dossiers, over HTTP. */
@ApplicationTest
class ComparisonTest {

	private static final String LICENCE = "condition/us-commerce-2026-06-12-licence";
	private static final String LEAVE = "condition/us-commerce-2026-06-26-listed-entities";

	private final Asker asker;
	private final RoundTrips roundTrips;

	ComparisonTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips) {
		this.asker = asker;
		this.roundTrips = roundTrips;
	}

	record Id(String id) {
	}

	record Level(String level) {
	}

	record Stood(String state, Optional<String> reason) {
	}

	record Passage(Id source) {
	}

	record Said(String statement, List<Passage> evidence) {
	}

	record Change(String kind, String since, Id condition, Id instrument, Optional<Stood> before, Optional<Stood> after,
			List<Id> causedBy, List<Said> because) {
		List<String> causes() {
			return causedBy.stream().map(Id::id).toList();
		}
	}

	record StandingChange(String since, Level before, Level after) {
	}

	record Set(Level standing) {
	}

	record Diff(Set before, Set after, String summary, boolean beyondCoverage, List<Id> without, List<Change> changes,
			List<StandingChange> standings) {
		Change of(String condition, String since) {
			return changes.stream().filter(it -> it.condition().id().equals(condition) && it.since().equals(since))
					.findFirst().orElseThrow(() -> new AssertionError(changes.toString()));
		}
	}

	@Test
	void theControlsOnMythosCameWereLimitedAndWent() {
		Diff diff = diff(
				"changes(model: \"model/mythos-5\", from: \"2026-06-10\", to: \"2026-07-05\", territory: \"US\")", "");
		assertThat(diff.of(LICENCE, "2026-06-12")).returns("ADDED", Change::kind)
				.returns(List.of("letter/us-commerce-2026-06-12"), Change::causes);
		assertThat(diff.of(LICENCE, "2026-06-26")).returns("MODIFIED", Change::kind)
				.returns(List.of(LEAVE, "letter/us-commerce-2026-06-26"), Change::causes);
		assertThat(diff.of(LEAVE, "2026-06-26").kind()).isEqualTo("ADDED");
		Change end = diff.of(LICENCE, "2026-06-30");
		assertThat(end).returns("ENDED", Change::kind)
				.returns(Optional.of(new Stood("IN_FORCE", Optional.empty())), Change::before)
				.returns(Optional.of(new Stood("ENDED", Optional.of("REVOKED"))), Change::after)
				.returns(List.of("effect/us-commerce-2026-06-30-revokes", "letter/us-commerce-2026-06-30"),
						Change::causes);
		assertThat(end.because().getFirst().statement())
				.isEqualTo(
						"The US Department of Commerce's letter of 30 June 2026 revoked this letter on 30 June 2026.");
		assertThat(end.because().getFirst().evidence()).isNotEmpty();
		assertThat(diff.standings()).extracting(StandingChange::since, it -> it.after().level()).containsExactly(
				tuple("2026-06-12", "LICENCE_REQUIRED"), tuple("2026-06-26", "LIMITED"),
				tuple("2026-06-30", "OTHERS_BOUND"));
		assertThat(diff.summary()).isEqualTo(
				"""
					Claude Mythos 5 was under no condition known that restricts those who develop or offer it in the United \
					States on 10 June 2026, under a licence requirement in the United States from 12 June 2026, limited in the \
					United States from 26 June 2026 and under no condition known that restricts those who develop or offer it in \
					the United States from 30 June 2026, and still on 5 July 2026. \
					Of the conditions known, 10 changed in that time. Sources were read to 18 September 2026.""");
		assertThat(diff.beyondCoverage()).isFalse();
	}

	@Test
	void whatIsComparedBeyondTheSourcesSaysSo() {
		Diff diff = diff(
				"changes(model: \"model/mythos-5\", from: \"2026-07-05\", to: \"2031-01-01\", territory: \"US\")", "");
		assertThat(diff.beyondCoverage()).isTrue();
		assertThat(diff.summary()).contains(" and still on 1 January 2031, as far as is known. ")
				.endsWith("only; what has changed since is not known.");
		assertThat(asker.askText("""
			{ compare(models: ["model/mythos-5"], asOf: ["2026-06-13", "2031-01-01"], territory: "US") {
			  beyondCoverage through { edtf } } }""").path("compare").entity(Covered.class).get())
				.isEqualTo(new Covered(true, new Through("2026-09-18")));
	}

	record Covered(boolean beyondCoverage, Through through) {
	}

	record Through(String edtf) {
	}

	@Test
	void whatTheCourtSuspendedAndOtherCourtsDidIsFoundInBetween() {
		Diff diff = diff("changes(model: \"model/opus-4-8\", from: \"2026-02-01\", to: \"2026-09-18\")",
				"(kind: [SUSPENDED, REVIVED])");
		assertThat(diff.changes()).extracting(Change::kind).contains("SUSPENDED").isSubsetOf("SUSPENDED", "REVIVED");
		assertThat(diff.of("condition/us-president-2026-02-27-stop-using", "2026-04-02").causes()).containsExactly(
				"effect/us-ndca-2026-03-26-suspends-directive", "ruling/us-ndca-2026-03-26");
	}

	@Test
	void reportedByDecidesWhatIsAChange() {
		Diff diff = diff(
				"changes(model: \"model/mythos-5\", from: \"2026-06-10\", to: \"2026-07-05\", reportedBy: \"2026-06-26\")",
				"");
		assertThat(diff.changes()).extracting(it -> it.condition().id()).contains(LICENCE).doesNotContain(LEAVE);
	}

	@Test
	void withoutTheSecondLetterMythosNeedsALicence() {
		Diff diff = diff(
				"whatIf(model: \"model/mythos-5\", without: [\"letter/us-commerce-2026-06-26\"], asOf: \"2026-06-27\", territory: \"US\")",
				"");
		assertThat(diff.before().standing().level()).isEqualTo("LIMITED");
		assertThat(diff.after().standing().level()).isEqualTo("LICENCE_REQUIRED");
		assertThat(diff.without()).containsExactly(new Id("letter/us-commerce-2026-06-26"));
		assertThat(diff.changes()).extracting(Change::kind, it -> it.condition().id()).contains(
				tuple("MODIFIED", LICENCE), tuple("REMOVED", LEAVE),
				tuple("REMOVED", "condition/us-commerce-2026-06-26-cooperation"));
		assertThat(diff.of(LEAVE, "2026-06-27").causes()).containsExactly("letter/us-commerce-2026-06-26");
		assertThat(diff.summary()).isEqualTo(
				"""
					Without the US Department of Commerce's letter of 26 June 2026, Claude Mythos 5 would have been under a licence requirement in the \
					United States on 27 June 2026, where it was limited in the United States. Of the conditions known, 4 would have stood otherwise. Sources were read to \
					18 September 2026.""");
	}

	@Test
	void withoutTheRevocationTheLicenceStands() {
		Diff diff = diff(
				"whatIf(model: \"model/fable-5\", without: [\"letter/us-commerce-2026-06-30\"], asOf: \"2026-07-02\")",
				"");
		assertThat(diff.of(LICENCE, "2026-07-02")).returns("REVIVED", Change::kind).returns(
				List.of("effect/us-commerce-2026-06-30-revokes", "letter/us-commerce-2026-06-30"), Change::causes);
		assertThat(diff.after().standing().level()).isEqualTo("LICENCE_REQUIRED");
	}

	@Test
	void whatHasNoBearingMakesNoDifference() {
		Diff diff = diff(
				"whatIf(model: \"model/mythos-5\", without: [\"order/it-garante-2023-03-30\"], asOf: \"2026-06-27\", territory: \"US\")",
				"");
		assertThat(diff.changes()).isEmpty();
		assertThat(diff.standings()).isEmpty();
		assertThat(diff.summary()).isEqualTo(
				"""
					Without the order of 30 March 2023, Claude Mythos 5 would still have been limited in the United States on \
					27 June 2026. None of the conditions known would have stood otherwise. Sources were read to 18 September 2026.""");
	}

	record Column(Id model, Level standing) {
	}

	record Cell(int column, Id model, String asOf, Optional<Stood> applied) {
	}

	record Row(Id condition, List<Cell> cells) {
	}

	record Matrix(List<Column> columns, List<Row> rows) {
	}

	@Test
	void modelsAndDaysStandSideBySide() {
		Matrix matrix = asker.askText("""
			{ compare(models: ["model/mythos-5", "model/fable-5", "model/opus-4-8"],
			    asOf: ["2026-06-13", "2026-06-27", "2026-07-02"], territory: "US") {
			  columns { model { id } standing { level } }
			  rows { condition { id } cells { column model { id } asOf applied { state reason } } }
			} }""").path("compare").entity(Matrix.class).get();
		assertThat(matrix.columns()).extracting(it -> it.model().id(), it -> it.standing().level()).containsExactly(
				tuple("model/mythos-5", "LICENCE_REQUIRED"), tuple("model/mythos-5", "LIMITED"),
				tuple("model/mythos-5", "OTHERS_BOUND"), tuple("model/fable-5", "LICENCE_REQUIRED"),
				tuple("model/fable-5", "LICENCE_REQUIRED"), tuple("model/fable-5", "OTHERS_BOUND"),
				tuple("model/opus-4-8", "OTHERS_BOUND"), tuple("model/opus-4-8", "OTHERS_BOUND"),
				tuple("model/opus-4-8", "OTHERS_BOUND"));
		Row licence = matrix.rows().stream().filter(it -> it.condition().id().equals(LICENCE)).findFirst()
				.orElseThrow();
		assertThat(licence.cells()).extracting(it -> it.applied().map(Stood::state).orElse("absent")).containsExactly(
				"IN_FORCE", "IN_FORCE", "ENDED", "IN_FORCE", "IN_FORCE", "ENDED", "absent", "absent", "absent");
		assertThat(licence.cells()).extracting(Cell::column).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
		assertThat(licence.cells().get(4)).returns("model/fable-5", it -> it.model().id()).returns("2026-06-27",
				Cell::asOf);
	}

	@Test
	void whatCannotBeAskedIsRefusedWithWhatToDo() {
		assertThat(refusal(
				"changes(model: \"model/mythos-5\", from: \"2026-07-05\", to: \"2026-06-10\") { changes { kind } }"))
				.isEqualTo(
						"BAD_ARGUMENT: from is 2026-07-05 and lies after to, which is 2026-06-10: give the earlier day as from");
		assertThat(refusal(
				"changes(model: \"model/none\", from: \"2026-06-10\", to: \"2026-06-10\") { changes { kind } }"))
				.startsWith("NOT_FOUND: there is no model 'model/none'");
		assertThat(refusal("whatIf(model: \"model/mythos-5\", without: [\"model/fable-5\"]) { changes { kind } }"))
				.isEqualTo("BAD_ARGUMENT: 'model/fable-5' is no instrument: take ids from instruments");
		assertThat(refusal("whatIf(model: \"model/mythos-5\", without: [\"letter/none\"]) { changes { kind } }"))
				.isEqualTo("NOT_FOUND: there is no instrument 'letter/none': take ids from instruments");
		assertThat(refusal("compare(models: [\"model/none\"]) { through { edtf } }"))
				.isEqualTo("NOT_FOUND: there is no model 'model/none': take an id from models");
		String models = "\"model/opus-4-8\", \"model/mythos-5\", \"model/fable-5\"";
		StringBuilder days = new StringBuilder();
		for (int day = 10; day < 30; day++) {
			days.append("\"2026-06-%d\" \"2026-05-%d\"".formatted(day, day));
		}
		assertThat(refusal("compare(models: [%s], asOf: [%s]) { rows { condition { id } } }".formatted(models, days)))
				.isEqualTo(
						"LIMIT_EXCEEDED: 3 models on 40 days make 120 columns, and 100 is the limit: compare fewer at a time");
	}

	@Test
	void eachTakesTheStatementsThatItsFactsTake() {
		assertThat(roundTrips
				.of(() -> diff(
						"changes(model: \"model/mythos-5-1\", from: \"2026-06-10\", to: \"2026-07-05\", territory: \"US\")",
						"")))
				.isLessThanOrEqualTo(3);
	}

	private Diff diff(String field, String narrowed) {
		return asker.askText("""
			{ answer: %s {
			  without { id }
			  summary beyondCoverage
			  before { standing { level } }
			  after { standing { level } }
			  changes%s { kind since condition { id } instrument { id } before { state reason } after { state reason }
			    causedBy { id } because { statement evidence { source { id } } } }
			  standings { since before { level } after { level } }
			} }""".formatted(field, narrowed)).path("answer")
				.entity(Diff.class).get();
	}

	private String refusal(String field) {
		StringBuilder refusal = new StringBuilder();
		asker.askText("{ %s }".formatted(field)).errors().satisfy(errors -> errors.forEach(error -> refusal
				.append(((Map<?, ?>) error.getExtensions()).get("code")).append(": ").append(error.getMessage())));
		return refusal.toString();
	}
}

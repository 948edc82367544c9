package org.imprimatur.api.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.force.Histories;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** A deadline that was moved is found where it was moved to (design, "The rules of force", rule 2). */
@ApplicationTest
class AmendedDeadlineTest {

	private final Asker asker;
	private final Ledger ledger;
	private final RecordStore records;
	private final Past past;

	AmendedDeadlineTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records) {
		this.asker = asker;
		this.ledger = ledger;
		this.records = records;
		this.past = new Past(ledger, records);
	}

	@AfterEach
	void restore() {
		past.restore();
	}

	@Test
	void isFoundAsRecordedAndAsAmended() {
		publish("2024-07-17");
		assertThat(due("2024-07-15", "2024-07-20")).containsExactly("condition/report");
		assertThat(due("2024-07-17", "2024-07-17")).containsExactly("condition/report");
		assertThat(due("2024-07-09", "2024-07-09")).containsExactly("condition/report");
		assertThat(due("2024-07-10", "2024-07-16")).isEmpty();
		assertThat(due("2024-07-18", "2024-07-20")).isEmpty();
	}

	@Test
	void isFoundOnAnyDayThatItMayBeMovedTo() {
		publish("2024-08");
		assertThat(due("2024-08-15", "2024-08-20")).containsExactly("condition/report");
		assertThat(due("2024-07-10", "2024-07-31")).isEmpty();
		assertThat(due("2024-09-01", "2024-09-30")).isEmpty();
	}

	/** The facts about a model hold what its dates are counted from, with what amends that. */
	@Test
	void isCountedFromTheDateOfAnotherModelsNotice() {
		Histories told = new Histories();
		told.instrument("order/counting", "2024-01-01").imposes("condition/counted");
		told.condition("condition/counted", Modality.OBLIGATION, Action.REPORT).scope(Histories.over("model/mythos-5"))
				.dueAfter("10 days", "letter/notice", "effective.start");
		told.instrument("letter/notice", "2024-02-01");
		told.instrument("letter/delay", "2024-01-15").has("effect/delay");
		told.effect("effect/delay", EffectKind.AMENDS, "letter/notice").sets("effective.start", "2024-03-01");
		publish(told);
		GraphQlTester.Response answer = asker.askText("""
			{ conditionSet(model: "model/mythos-5", asOf: "2024-02-01") { conditions { deadline { edtf }
				condition { id deadlineAfter { of { id } field delay } } } } }""");
		String counted = "conditionSet.conditions[?(@.condition.id == 'condition/counted')]";
		assertThat(answer.path(counted + ".deadline.edtf").entityList(String.class).get())
				.containsExactly("2024-03-11");
		assertThat(answer.path(counted + ".condition.deadlineAfter.of.id").entityList(String.class).get())
				.containsExactly("letter/notice");
		assertThat(answer.path(counted + ".condition.deadlineAfter.delay").entityList(String.class).get())
				.containsExactly("10 days");
	}

	private List<String> due(String from, String to) {
		return asker.askText("""
			{ conditions(filter: {deadline: {from: "%s", to: "%s"}}) { nodes { id } } }""".formatted(from, to))
				.path("conditions.nodes[*].id").entityList(String.class).get();
	}

	private void publish(String deadline) {
		Histories told = new Histories();
		told.instrument("order/first", "2024-01-01").imposes("condition/report");
		told.condition("condition/report", Modality.OBLIGATION, Action.REPORT).scope(Histories.over("model/mythos-5"))
				.deadline("2024-07-09");
		told.instrument("order/more-time", "2024-07-01").has("effect/more-time");
		told.effect("effect/more-time", EffectKind.AMENDS, "condition/report").sets("deadline", deadline);
		publish(told);
	}

	private void publish(Histories told) {
		DossierContents seed = Past.seed().getFirst();
		ledger.publish(new Publication(
				List.of(new DossierContents(seed.dossier(),
						Stream.concat(seed.entities().stream(), told.entities().stream()).toList(), List.of())),
				records.head(), "Ada", "More time", Cause.OUR_CORRECTION));
	}
}

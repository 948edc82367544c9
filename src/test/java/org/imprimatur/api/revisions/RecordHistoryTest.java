package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.graphql.ResponseError;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Our record tells how it has changed, and what became of ids that stand for nothing any more. */
@ApplicationTest
class RecordHistoryTest {

	private static final DossierContents DOSSIER = Past.seed().getFirst();
	private static final String SET = "conditionSet(model: \"%s\", asOf: \"2026-06-27\") { model { id } }";

	private final Asker asker;
	private final Ledger ledger;
	private final RecordStore records;
	private int first;

	RecordHistoryTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records) {
		this.asker = asker;
		this.ledger = ledger;
		this.records = records;
	}

	/**
	 * A concern is added, changed and withdrawn, then stands again, then is merged; models are merged and withdrawn.
	 */
	@BeforeEach
	void publish() {
		publish("A concern and models", List.of(), concern("Old", "One"), model("model/one"), model("model/two"),
				model("model/three"));
		first = records.head();
		publish("Another description", List.of(), concern("New", "One", "Uno"), model("model/one"),
				model("model/two"), model("model/three"));
		publish("It was a mistake", List.of(), model("model/one"), model("model/two"), model("model/three"));
		publish("It was none", List.of(), concern("New"), model("model/one"), model("model/two"),
				model("model/three"));
		publish("Tidied up", List.of(
				new Withdrawal("concern/a", "It is the same", new Ref<>("concern/safeguard-bypass")),
				new Withdrawal("model/one", "It is the same", new Ref<>("model/two")),
				new Withdrawal("model/two", "It is Mythos 5", new Ref<>("model/mythos-5")),
				new Withdrawal("model/three", "There is no such model", null)));
	}

	/** A dossier may not say that something was merged into what was withdrawn, and other tests send back what stands. */
	@AfterEach
	void restore() {
		publish("It is Mythos 5, too",
				List.of(new Withdrawal("model/one", "It is Mythos 5, too", new Ref<>("model/mythos-5"))));
		new Past(ledger, records).restore();
	}

	@Test
	void everyStateIsToldWithItsCause() {
		JsonNode states = ask("""
			{ history(id: "concern/a") { revision { number author message cause } change name dossier digest reason
			  successor { id } fields { field removed added } } }""").path("history");
		List<JsonNode> told = states.valueStream().filter(it -> it.at("/revision/number").asInt() >= first).toList();
		assertThat(told.stream().skip(1).map(it -> it.path("change").asString())).containsExactly("CHANGED",
				"WITHDRAWN", "RESTORED", "MERGED");
		assertThat(told.stream().map(it -> it.at("/revision/message").asString())).containsExactly(
				"A concern and models", "Another description", "It was a mistake", "It was none", "Tidied up");
		assertThat(told).allSatisfy(it -> {
			assertThat(it.at("/revision/author").asString()).isEqualTo("Ada");
			assertThat(it.path("dossier").asString()).isEqualTo(DOSSIER.dossier().id());
		});
		assertThat(told.get(1).path("fields")).hasToString(
				"[{\"field\":\"aliases\",\"removed\":[],\"added\":[\"Uno\"]},{\"field\":\"description\",\"removed\":[\"Old\"],\"added\":[\"New\"]}]");
		assertThat(told.get(2).path("reason").asString()).isEqualTo("It was a mistake");
		assertThat(told.get(2).path("digest").isNull()).isTrue();
		assertThat(told.get(4).at("/successor/id").asString()).isEqualTo("concern/safeguard-bypass");
		assertThat(ask("{ at(revision: %d) { history(id: \"concern/a\") { change } } }".formatted(first + 1))
				.at("/at/history").size()).isEqualTo(states.size() - 3);
	}

	@Test
	void revisionsComeInPagesTheNewestFirst() {
		int head = records.head();
		JsonNode page = ask("""
			{ revisions(first: 2) { totalCount nodes { revision { number message } stated withdrawn }
			  pageInfo { hasNextPage hasPreviousPage endCursor } } }""").path("revisions");
		assertThat(page.path("totalCount").asInt()).isEqualTo(head);
		assertThat(page.at("/nodes/0/revision/number").asInt()).isEqualTo(head);
		assertThat(page.at("/nodes/0/revision/message").asString()).isEqualTo("Tidied up");
		assertThat(page.at("/nodes/0/withdrawn").asInt()).isEqualTo(4);
		assertThat(page.at("/nodes/1/stated").asInt()).isEqualTo(1);
		assertThat(page.at("/pageInfo/hasPreviousPage").asBoolean()).isFalse();
		JsonNode next = ask("{ revisions(first: 100, after: \"%s\") { edges { node { revision { number } } } } }"
				.formatted(page.at("/pageInfo/endCursor").asString())).at("/revisions/edges");
		assertThat(next.get(0).at("/node/revision/number").asInt()).isEqualTo(head - 2);
		JsonNode oldest = ask("{ revisions(last: 2) { nodes { revision { number } } pageInfo { startCursor } } }")
				.path("revisions");
		assertThat(oldest.path("nodes").valueStream().map(it -> it.at("/revision/number").asInt()))
				.containsExactly(2, 1);
		JsonNode before = ask("""
			{ revisions(last: 100, before: "%s") { nodes { revision { number } }
			  pageInfo { hasNextPage hasPreviousPage } } }"""
				.formatted(oldest.at("/pageInfo/startCursor").asString())).path("revisions");
		assertThat(before.path("nodes").valueStream().map(it -> it.at("/revision/number").asInt()))
				.containsExactlyElementsOf(
						IntStream.rangeClosed(3, Math.min(head, 102)).boxed().toList().reversed());
		assertThat(before.at("/pageInfo/hasNextPage").asBoolean()).isTrue();
		assertThat(before.at("/pageInfo/hasPreviousPage").asBoolean()).isEqualTo(head > 102);
		assertThat(ask("{ at(revision: 1) { revisions { totalCount nodes { revision { cause author } } } } }")
				.at("/at/revisions/nodes/0/revision/cause").asString()).isEqualTo("SHIPPED");
		asker.askText("{ revisions(after: \"bm9uc2Vuc2U\") { totalCount } }").errors()
				.satisfy(errors -> assertThat(errors).singleElement()
						.satisfies(it -> assertThat(it.getMessage()).contains("no cursor of this list")));
	}

	@Test
	void aMergedIdLeadsToItsSuccessor() {
		assertThat(ask("{ node(id: \"model/one\") { __typename id } }").path("node"))
				.hasToString("{\"__typename\":\"Model\",\"id\":\"model/mythos-5\"}");
		assertThat(ask("{ model(id: \"model/two\") { developer { id } } }").at("/model/developer/id").asString())
				.isEqualTo("company/anthropic");
		assertThat(ask("{ resolve(identifier: \"model/one\") { id } }").at("/resolve/id").asString())
				.isEqualTo("model/mythos-5");
		assertThat(ask("{ concern(id: \"concern/a\") { id } }").at("/concern/id").asString())
				.isEqualTo("concern/safeguard-bypass");
		assertThat(ask("{ %s }".formatted(SET.formatted("model/one"))).at("/conditionSet/model/id").asString())
				.isEqualTo("model/mythos-5");
		assertThat(ask("{ conditionSets(models: [\"model/one\", \"model/fable-5\", \"model/two\"]) { model { id } } }")
				.path("conditionSets").valueStream().map(it -> it.at("/model/id").asString()))
				.containsExactly("model/mythos-5", "model/fable-5", "model/mythos-5");
		asker.askText(
				"{ sets: conditionSets(models: [\"model/never\", \"model/three\", \"model/one\"]) { model { id } } }")
				.errors()
				.satisfy(errors -> assertThat(errors).extracting(ResponseError::getPath, ResponseError::getMessage)
						.containsExactly(
								tuple("sets[0]", "there is no model 'model/never': take an id from models"),
								tuple("sets[1]", "'model/three' was withdrawn with revision %d: There is no such model"
										.formatted(records.head()))))
				.path("sets[0]").valueIsNull().path("sets[1]").valueIsNull().path("sets[2].model.id")
				.entity(String.class).isEqualTo("model/mythos-5");
		asker.askText("""
			{ compare(models: ["model/never", "model/three", "model/one"]) { columns { model { id } }
			  rows { cells { column } } } }""").errors()
				.satisfy(errors -> assertThat(errors).extracting(ResponseError::getPath, ResponseError::getMessage)
						.containsExactly(
								tuple("compare",
										"there is no model 'model/never': take an id from models; 'model/three' was withdrawn with revision %d: There is no such model"
												.formatted(records.head()))))
				.path("compare.columns[*].model.id").entityList(String.class).containsExactly("model/mythos-5");
		assertThat(ask("{ at(revision: %d) { node(id: \"model/one\") { id } } }".formatted(first)).at("/at/node/id")
				.asString()).isEqualTo("model/one@" + first);
	}

	@Test
	void aWithdrawnIdSaysWhenAndWhy() {
		JsonNode answer = ask("""
			{ nodes(ids: ["model/three", "model/fable-5", "model/never"]) { __typename id name
			    ... on Withdrawn { reason revision time } }
			  model(id: "model/three") { id } }""");
		assertThat(answer.at("/nodes/0/__typename").asString()).isEqualTo("Withdrawn");
		assertThat(answer.at("/nodes/0/name").asString()).isEqualTo("A model");
		assertThat(answer.at("/nodes/0/reason").asString()).isEqualTo("There is no such model");
		assertThat(answer.at("/nodes/0/revision").asInt()).isEqualTo(records.head());
		assertThat(answer.at("/nodes/1/id").asString()).isEqualTo("model/fable-5");
		assertThat(answer.at("/nodes/2").isNull()).isTrue();
		assertThat(answer.path("model").isNull()).isTrue();
		for (String field : List.of(SET.formatted("model/three"),
				"timeline(of: [\"model/three\"]) { totalCount }",
				"changes(model: \"model/three\", from: \"2026-01-01\", to: \"2026-02-01\") { model { id } }")) {
			asker.askText("{ %s }".formatted(field)).errors().satisfy(errors -> assertThat(errors).singleElement()
					.satisfies(it -> assertThat(it.getMessage()).isEqualTo(
							"'model/three' was withdrawn with revision %d: There is no such model"
									.formatted(records.head()))));
		}
	}

	@Test
	void whatNeverWasHasNoHistory() {
		asker.askText("{ history(id: \"model/never\") { change } }").errors()
				.satisfy(errors -> assertThat(errors).singleElement()
						.satisfies(it -> assertThat(it.getExtensions()).containsEntry("code", "NOT_FOUND")));
	}

	private void publish(String message, List<Withdrawal> withdrawn, Entity... entities) {
		List<Entity> all = Stream.concat(DOSSIER.entities().stream(), Stream.of(entities)).toList();
		ledger.publish(new Publication(List.of(new DossierContents(DOSSIER.dossier(), all, withdrawn)), records.head(),
				"Ada", message, Cause.OUR_CORRECTION));
	}

	private static Entity concern(@Nullable String description, String... aliases) {
		return new Concern("concern/a", "A concern", List.of(aliases), description, List.of());
	}

	private static Entity model(String id) {
		return new Model(id, "A model", List.of(), Model.ModelKind.MODEL, null, List.of(), null, null, List.of(),
				null, List.of());
	}

	private JsonNode ask(String document) {
		return JsonMapper.shared().valueToTree(
				asker.askText(document).path("").entity(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get());
	}
}

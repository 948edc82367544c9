package org.imprimatur.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.imprimatur.ApplicationTest;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.walk.HistoryReader.History;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;

/** Where the graph is in this process, walks find what the statements find that a server is sent, at several revisions. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WalksTest {

	private static final long SEED = 20261130;
	private static final int OF_A_KIND = 4;

	private final FactsReader walked;
	private final FactsReader stated;
	private final HistoryReader histories;
	private final HistoryReader statedHistories;
	private final Past past;

	WalksTest(@Autowired FactsReader walked, @Autowired HistoryReader histories, @Autowired Driver driver,
			@Autowired Ledger ledger, @Autowired RecordStore records) {
		this.walked = walked;
		this.stated = new FactsReader(GraphRooms.statements(driver));
		this.histories = histories;
		this.statedHistories = new HistoryReader(GraphRooms.statements(driver));
		this.past = new Past(ledger, records);
	}

	@BeforeAll
	void publish() {
		past.publish(new Random(SEED), 2);
	}

	@AfterAll
	void restore() {
		past.restore();
	}

	@Test
	void modelsHaveTheSameFactsAloneAndTogether() {
		List<String> models = ids(Kind.MODEL);
		for (int revision : past.revisions()) {
			Map<String, Facts> expected = stated.facts(models, revision);
			assertThat(entities(walked.facts(models, revision))).isEqualTo(entities(expected));
			models.stream().limit(OF_A_KIND)
					.forEach(model -> assertThat(entities(walked.facts(List.of(model), revision)))
							.as("%s at %d", model, revision)
							.isEqualTo(entities(stated.facts(List.of(model), revision))));
		}
		int first = Collections.min(past.revisions());
		Map<Integer, Map<String, Facts>> both = walked.facts(models, first, past.head());
		assertThat(both).containsOnlyKeys(first, past.head());
		stated.facts(models, first, past.head())
				.forEach((revision, expected) -> assertThat(both).hasEntrySatisfying(revision,
						found -> assertThat(entities(found)).isEqualTo(entities(expected))));
	}

	@Test
	void whatIsRestrictedIsTheSame() {
		for (int revision : past.revisions()) {
			assertThat(walked.restricted(revision).all().toList()).as("at %d", revision).isNotEmpty()
					.isEqualTo(stated.restricted(revision).all().toList());
		}
	}

	@Test
	void historiesAreTheSame() {
		for (Kind kind : Kind.values()) {
			List<String> some = ids(kind).stream().limit(OF_A_KIND).toList();
			some.forEach(id -> areSame(List.of(id), past.head()));
			past.revisions().forEach(revision -> areSame(some, revision));
		}
	}

	private void areSame(List<String> ids, int revision) {
		History expected = statedHistories.read(ids, revision);
		History found = histories.read(ids, revision);
		assertThat(found.facts().all().toList()).as("%s at %d", ids, revision)
				.isEqualTo(expected.facts().all().toList());
		assertThat(found.found()).as("%s at %d", ids, revision).containsExactlyInAnyOrderElementsOf(expected.found());
		assertThat(found.through()).as("%s at %d", ids, revision)
				.containsExactlyInAnyOrderElementsOf(expected.through());
	}

	private List<String> ids(Kind kind) {
		return past.everything().stream().map(Entity::id).filter(id -> Kind.ofId(id) == kind).distinct().sorted()
				.toList();
	}

	private static Map<String, List<Entity>> entities(Map<String, Facts> facts) {
		return facts.entrySet().stream()
				.collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().all().toList()));
	}
}

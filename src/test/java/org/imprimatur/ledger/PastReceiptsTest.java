package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.answer.Receipt;
import org.imprimatur.force.GeneratedHistories;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.walk.FactsReader;
import org.imprimatur.graph.walk.FactsWalk;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is published later, every receipt of the past is reproduced (design, "Three clocks"). */
class PastReceiptsTest {

	private static final int SEQUENCES = 6;
	private static final int PUBLICATIONS = 15;
	private static final int RECEIPTS = 8;

	private record Given(Question question, int revision, String content, String digest) {

		static Given of(ConditionSet set, int revision) {
			Receipt receipt = new Receipt(set, revision);
			return new Given(set.question(), revision, receipt.content(), receipt.digest());
		}
	}

	@Test
	void areReproduced(@TempDir Path directory) {
		int outdated = 0;
		try (GraphOfItsOwn graph = new GraphOfItsOwn(directory)) {
			for (long seed = 0; seed < SEQUENCES; seed++) {
				graph.empty();
				Map<Integer, List<Given>> given = published(graph, seed);
				ConditionSetReader nothingKept = reader(graph);
				for (Map.Entry<Integer, List<Given>> then : given.entrySet()) {
					assertThat(read(nothingKept, then.getValue(), then.getKey()))
							.as("seed %d, revision %d", seed, then.getKey()).isEqualTo(then.getValue());
					outdated += (int) read(nothingKept, then.getValue(), graph.records().head()).stream()
							.filter(now -> then.getValue().stream().noneMatch(it -> it.digest().equals(now.digest())))
							.count();
				}
			}
		}
		assertThat(outdated).as("receipts whose question has another answer now").isGreaterThan(100);
	}

	/** Publishes one revision after the other, and asks each as soon as it is there; the receipts by revision. */
	private static Map<Integer, List<Given>> published(GraphOfItsOwn graph, long seed) {
		Random random = new Random(seed);
		Ledger ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
		ConditionSetReader reader = reader(graph);
		ChangingDossiers dossiers = new ChangingDossiers(seed);
		Map<Integer, List<Given>> receipts = new LinkedHashMap<>();
		for (int number = 1; number <= PUBLICATIONS; number++) {
			ledger.publish(new Publication(dossiers.change(), ledger.head(), "A test", "Number %d".formatted(number),
					Cause.WORLD_EVENT));
			int revision = ledger.head();
			List<Given> expected = Stream
					.generate(() -> GeneratedHistories.question(random, random.nextBoolean(),
							random.nextBoolean() ? "IT" : null))
					.limit(RECEIPTS).distinct()
					.filter(it -> dossiers.facts().find(it.model(), Model.class).isPresent())
					.map(it -> Given.of(ConditionSets.of(dossiers.facts(), it), revision)).toList();
			List<Given> given = read(reader, expected, revision);
			assertThat(given).as("seed %d, revision %d, as it was published", seed, revision).isEqualTo(expected);
			receipts.put(revision, given);
			List<String> models = expected.stream().map(it -> it.question().model()).distinct().toList();
			FactsWalk walk = new FactsWalk(dossiers.facts());
			assertThat(reader(graph).facts(models, revision)).as("seed %d, revision %d, together", seed, revision)
					.containsOnlyKeys(models)
					.allSatisfy((model, facts) -> assertThat(facts.all().toList()).isEqualTo(atHand(walk, model)));
			models.forEach(it -> assertThat(reader(graph).facts(List.of(it), revision))
					.as("seed %d, revision %d, %s alone", seed, revision, it).hasEntrySatisfying(it,
							facts -> assertThat(facts.all().toList()).isEqualTo(atHand(walk, it))));
		}
		return receipts;
	}

	private static List<Entity> atHand(FactsWalk walk, String model) {
		return walk.facts(walk.about(model)).all().toList();
	}

	private static List<Given> read(ConditionSetReader reader, List<Given> receipts, int revision) {
		return reader.read(receipts.stream().map(Given::question).toList(), revision).values().stream()
				.map(set -> Given.of(set, revision)).toList();
	}

	private static ConditionSetReader reader(GraphOfItsOwn graph) {
		return new ConditionSetReader(new FactsReader(GraphRooms.statements(graph.driver())));
	}
}

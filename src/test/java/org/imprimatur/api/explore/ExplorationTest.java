package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.api.explore.NaiveWalk.Edge;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.VersionId;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Chains between nodes and parts of the graph, at several revisions, are those that a walk in memory finds. */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExplorationTest {

	private static final long SEED = 20261124;
	private static final int QUESTIONS = 40;
	private static final int MOST_CHAINS = 5;

	private final Asker asker;
	private final Past past;
	private Map<Integer, Facts> revisions = Map.of();

	ExplorationTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records) {
		this.asker = asker;
		this.past = new Past(ledger, records);
	}

	/** What is compared does not know of revisions. */
	record Id(String id) {
		Id {
			id = VersionId.parse(id).map(VersionId::id).orElse(id);
		}
	}

	record Drawn(Id from, Id to, String type) {
		Edge edge() {
			return new Edge(from.id(), to.id(), type);
		}
	}

	record Taken(Id from, Id to, String sentence, List<Drawn> edges) {
	}

	record Chain(String words, List<Id> nodes, List<Taken> steps) {
		List<String> ids() {
			return nodes.stream().map(Id::id).toList();
		}
	}

	record Path(int length, List<Chain> chains) {
	}

	record Part(List<Id> nodes, List<Drawn> edges, int omitted) {
	}

	record Answer(Optional<Path> path, Optional<Part> graph) {
	}

	@BeforeAll
	void publish() {
		revisions = past.publish(new Random(SEED), 2);
	}

	@AfterAll
	void restore() {
		past.restore();
	}

	@Test
	void aModelIsLinkedToWhoeverSignedTheLettersAboutIt() {
		Path path = path(first(), "model/mythos-5", "person/howard-lutnick", 6).orElseThrow();
		assertThat(path.length()).isEqualTo(2);
		assertThat(path.chains()).extracting(Chain::words).containsExactly(
				"Claude Mythos 5 is targeted by the letter of 12 June 2026. The letter of 12 June 2026 was signed by Howard Lutnick.",
				"Claude Mythos 5 is targeted by the letter of 26 June 2026. The letter of 26 June 2026 was signed by Howard Lutnick.");
		assertThat(path(first(), "model/mythos-5", "company/anthropic", 6).orElseThrow().chains())
				.extracting(Chain::words).containsExactly("Claude Mythos 5 was developed by Anthropic.");
		assertThat(path(first(), "company/anthropic", "model/mythos-5", 6).orElseThrow().chains())
				.extracting(Chain::words).containsExactly("Anthropic developed Claude Mythos 5.");
	}

	@Test
	void whatIsFurtherApartThanAskedHasNoPath() {
		assertThat(path(first(), "model/mythos-5", "person/howard-lutnick", 1)).isEmpty();
		assertThat(path(first(), "model/mythos-5", "model/mythos-5", 0).orElseThrow().chains())
				.extracting(Chain::ids).containsExactly(List.of("model/mythos-5"));
	}

	@Test
	void chainsAreTheShortestThatAWalkFinds() {
		List<String> wrong = new ArrayList<>();
		int linked = 0;
		int many = 0;
		for (long seed = SEED; seed < SEED + QUESTIONS; seed++) {
			Random random = new Random(seed);
			int revision = any(past.revisions(), random);
			Facts facts = Objects.requireNonNull(revisions.get(revision));
			NaiveWalk walk = new NaiveWalk(facts);
			String from = any(NaiveWalk.ids(facts), random);
			String to = any(NaiveWalk.ids(facts), random);
			int length = 1 + random.nextInt(8);
			List<List<String>> expected = walk.chains(from, to, length);
			List<Chain> found = path(revision, from, to, length).map(Path::chains).orElse(List.of());
			linked += expected.isEmpty() ? 0 : 1;
			many += expected.size() > MOST_CHAINS ? 1 : 0;
			if (!fits(found, expected) || !found.stream().allMatch(chain -> steps(chain, walk))) {
				wrong.add("seed %d, revision %d, %s to %s in %d: found %s, expected of %s".formatted(seed, revision,
						from, to, length, found, expected));
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(linked).as("pairs with a chain").isGreaterThan(QUESTIONS / 5);
		assertThat(many).as("pairs with more chains than are shown").isPositive();
	}

	/** All chains if they are few, else some of them; in the order of their ids. */
	private static boolean fits(List<Chain> found, List<List<String>> expected) {
		List<List<String>> ids = found.stream().map(Chain::ids).toList();
		return ids.size() == Math.min(MOST_CHAINS, expected.size())
				&& expected.stream().filter(ids::contains).toList().equals(ids);
	}

	private static boolean steps(Chain chain, NaiveWalk walk) {
		List<String> ids = chain.ids();
		return chain.steps().size() == ids.size() - 1 && IntStream.range(0, chain.steps().size()).allMatch(place -> {
			Taken step = chain.steps().get(place);
			return step.from().id().equals(ids.get(place)) && step.to().id().equals(ids.get(place + 1))
					&& edges(step.edges()).equals(walk.between(ids.get(place), ids.get(place + 1)));
		});
	}

	@Test
	void whatLiesAroundIsWhatAWalkFinds() {
		List<String> wrong = new ArrayList<>();
		int cut = 0;
		for (long seed = SEED; seed < SEED + QUESTIONS; seed++) {
			Random random = new Random(seed);
			int revision = any(past.revisions(), random);
			Facts facts = Objects.requireNonNull(revisions.get(revision));
			NaiveWalk walk = new NaiveWalk(facts);
			List<String> around = random.ints(1 + random.nextInt(3), 0, NaiveWalk.ids(facts).size())
					.mapToObj(NaiveWalk.ids(facts)::get).distinct().toList();
			int depth = random.nextInt(4);
			int first = 5 + random.nextInt(40);
			String after = random.nextBoolean() ? "" : any(NaiveWalk.ids(facts), random);
			NaiveWalk.Around expected = walk.around(around, depth, first, after);
			Part found = ask(revision,
					"graph(around: [%s], depth: %d, first: %d, after: \"%s\") { omitted nodes { id } edges { %s } }"
							.formatted(around.stream().map("\"%s\""::formatted).collect(Collectors.joining(", ")),
									depth, first, after,
									"from { id } to { id } type"))
					.graph().orElseThrow();
			cut += expected.omitted() > 0 ? 1 : 0;
			List<String> nodes = found.nodes().stream().map(Id::id).toList();
			if (!new NaiveWalk.Around(nodes, found.omitted()).equals(expected)
					|| !edges(found.edges()).equals(walk.among(expected.nodes()))) {
				wrong.add("seed %d, revision %d, around %s to depth %d, first %d, after %s: found %s, expected %s"
						.formatted(seed,
								revision, around, depth, first, after, found, expected));
			}
		}
		assertThat(wrong).isEmpty();
		assertThat(cut).as("parts of which something did not fit").isPositive();
	}

	@Test
	void whatThereIsNotIsNamed() {
		for (String field : List.of("path(from: \"model/x\", to: \"model/mythos-5\") { length }",
				"path(from: \"model/mythos-5\", to: \"model/x\") { length }",
				"graph(around: [\"model/mythos-5\", \"model/x\"]) { omitted }",
				"coverage(of: [\"model/mythos-5\", \"model/x\"]) { gaps }")) {
			refused(field, "NOT_FOUND", "there is no node 'model/x'");
		}
	}

	@Test
	void limitsAreTold() {
		refused("path(from: \"model/mythos-5\", to: \"model/chatgpt\", maxLength: 11) { length }", "LIMIT_EXCEEDED",
				"maxLength is 11");
		refused("path(from: \"model/mythos-5\", to: \"model/chatgpt\", maxLength: -1) { length }", "LIMIT_EXCEEDED",
				"maxLength is -1");
		refused("graph(around: [\"model/mythos-5\"], depth: 4) { omitted }", "LIMIT_EXCEEDED", "depth is 4");
		refused("graph(around: []) { omitted }", "LIMIT_EXCEEDED", "these are 0 nodes");
		refused("graph(around: [\"model/mythos-5\", \"model/chatgpt\"], first: 1) { omitted }", "LIMIT_EXCEEDED",
				"no more than first");
		refused("graph(around: [%s]) { omitted }".formatted(IntStream.range(0, 21).mapToObj("\"model/%d\""::formatted)
				.collect(Collectors.joining(", "))), "LIMIT_EXCEEDED", "these are 21 nodes");
	}

	private void refused(String field, String code, String sentence) {
		asker.askText("{ %s }".formatted(field)).errors()
				.satisfy(errors -> assertThat(errors).as(field).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", code);
					assertThat(error.getMessage()).contains(sentence);
				}));
	}

	private int first() {
		return past.revisions().getFirst();
	}

	private Optional<Path> path(int revision, String from, String to, int length) {
		return ask(revision,
				"path(from: \"%s\", to: \"%s\", maxLength: %d) { length chains { words nodes { id } steps { %s } } }"
						.formatted(from, to, length,
								"sentence from { id } to { id } edges { from { id } to { id } type }"))
				.path();
	}

	private Answer ask(int revision, String field) {
		return asker.askText("{ at(revision: %d) { %s } }".formatted(revision, field)).path("at").entity(Answer.class)
				.get();
	}

	private static Set<Edge> edges(List<Drawn> drawn) {
		return drawn.stream().map(Drawn::edge).collect(Collectors.toSet());
	}

	private static <T> T any(List<T> some, Random random) {
		return some.get(random.nextInt(some.size()));
	}
}

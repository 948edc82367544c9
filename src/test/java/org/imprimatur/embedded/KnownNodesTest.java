package org.imprimatur.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.imprimatur.embedded.KnownNodes.Written;
import org.imprimatur.graph.connection.StoredNode;
import org.imprimatur.graph.connection.StoredNodes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.graphdb.Transaction;
import org.neo4j.storageengine.api.TransactionIdStore;

/** What is known of a graph is what a read of it would find, and no more than memory allows. */
class KnownNodesTest {

	private static final Written ONCE = new Written(1, 1);

	@TempDir
	private static Path directory;
	private static EmbeddedNeo4j neo4j;
	private static ReadsInProcess reads;

	@BeforeAll
	static void open() {
		neo4j = new EmbeddedNeo4j(directory);
		reads = new ReadsInProcess(neo4j.database());
	}

	@AfterAll
	static void close() {
		reads.close();
		neo4j.close();
	}

	@Test
	void whatIsWrittenIsSeenByTheNextWalk() {
		write("CREATE (:Entity {id: 'model/a', name: 'one'})<-[:OF {position: 1}]-(:Record)");
		for (int time = 0; time < 2; time++) {
			assertThat(anchor(it -> String.valueOf(it.property("name")))).isEqualTo("one");
			assertThat(anchor(it -> it.properties(List.of("name", "kind")))).isEqualTo(Map.of("name", "one"));
			assertThat(anchor(it -> it.in("OF").size())).isEqualTo(1);
			assertThat(anchor(it -> it.has("Model"))).isEqualTo(false);
		}
		write("MATCH (a:Entity) SET a:Model, a.name = 'two', a.kind = 'model' CREATE (a)<-[:OF]-(:Record)");
		assertThat(anchor(it -> String.valueOf(it.property("name")))).isEqualTo("two");
		assertThat(anchor(it -> String.valueOf(it.property("kind")))).isEqualTo("model");
		assertThat(anchor(it -> it.in("OF").size())).isEqualTo(2);
		assertThat(anchor(it -> it.has("Model"))).isEqualTo(true);
		write("MATCH (a:Entity) DETACH DELETE a");
		assertThat(anchor(it -> String.valueOf(it.property("name")))).isEqualTo("no anchor");
		write("CREATE (:Entity {id: 'model/a', name: 'three'})");
		Written written = Written
				.to(neo4j.database().getDependencyResolver().resolveDependency(TransactionIdStore.class));
		assertThat(written.committed()).as("nothing is under way").isEqualTo(written.closed());
		assertThat(anchor(it -> String.valueOf(it.property("name")))).isEqualTo("three");
		assertThat(anchor(it -> it.in("OF").size())).isEqualTo(0);
	}

	@Test
	void whatFillsItsPartOfTheMemoryIsKnownNoLonger() {
		KnownNodes known = new KnownNodes(ONCE, 1_000);
		try (Transaction transaction = neo4j.database().beginTx()) {
			KnownNode first = known.of(transaction.createNode());
			assertThat(known.at(ONCE)).isSameAs(known);
			assertThat(known.at(new Written(2, 2))).isNotSameAs(known);
			first.properties(List.of("text"), unknown -> Map.of("text", "t".repeat(1_000)));
			assertThat(known.at(ONCE)).isNotSameAs(known);
		}
	}

	/** Part of it can be seen by then, such as that there is a new revision. */
	@Test
	void whileSomethingIsBeingWrittenNothingIsKnown() {
		Written underWay = new Written(2, 1);
		KnownNodes known = new KnownNodes(ONCE, 1_000).at(underWay);
		assertThat(known.at(underWay)).isNotSameAs(known);
		assertThat(known.at(new Written(2, 2))).isNotSameAs(known);
	}

	private static void write(String statement) {
		neo4j.database().executeTransactionally(statement);
	}

	private static Object anchor(Function<StoredNode, Object> reading) {
		Function<StoredNodes, Object> walk = nodes -> nodes.anchor("model/a").<Object>map(reading).orElse("no anchor");
		return reads.walk(walk, Duration.ofSeconds(30));
	}
}

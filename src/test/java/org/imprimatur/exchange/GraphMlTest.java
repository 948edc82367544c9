package org.imprimatur.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.knowledge.Entity;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;

/** The GraphML as JGraphT reads it, which holds it against GraphML's XML Schema first. */
class GraphMlTest {

	@Test
	void everyEntityOfTheDossiersCanBeMadeAgain() throws IOException {
		Gathered dossiers = Gathered.dossiers();
		ReadBack read = read(dossiers);
		assertThat(read.nodes()).hasSameSizeAs(dossiers.nodes());
		assertThat(read.edges())
				.hasSize(dossiers.nodes().stream().mapToInt(node -> node.edges().size()).sum());
		assertThat(dossiers.facts().all()).isNotEmpty()
				.allSatisfy(entity -> assertThat(read.entity(entity.id())).isEqualTo(entity));
	}

	@Test
	void whatIsAwkwardIsReadAsXmlReadsIt() throws IOException {
		Map<String, Map<String, String>> nodes = read(Awkward.graph()).nodes();
		assertThat(nodes.get("source/odd")).containsEntry("title", Awkward.QUOTES.replace("\r\n", "\n"))
				.containsEntry("publisher", Awkward.SCRIPTS);
		assertThat(read(Awkward.controls()).nodes().get("company/odd"))
				.containsEntry("name", "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe");
	}

	@Test
	void nodesSayWhatTheyAreAndDatesKeepTheirDays() throws IOException {
		Map<String, Map<String, String>> nodes = read(Awkward.graph()).nodes();
		assertThat(nodes.get("letter/odd")).containsEntry("type", "Letter").containsEntry("label", "@")
				.containsEntry("binding", "false").containsEntry("issued_from", "2026-06-26");
		assertThat(nodes.get("condition/odd")).containsEntry("period_start", "[2026-03-03..2026-03-04]")
				.containsEntry("period_start_from", "2026-03-03").containsEntry("period_start_to", "2026-03-04");
		assertThat(nodes.get("source/odd")).doesNotContainKey("published_from");
		assertThat(nodes.get("model/odd#evidence-0")).containsEntry("type", "Evidence");
	}

	@Test
	void theFileNamesItsLicence() throws IOException {
		assertThat(new String(Awkward.graph().as(Format.GRAPHML), StandardCharsets.UTF_8))
				.contains("<desc>Imprimatur, revision 7 ", Format.LICENCE);
	}

	private static ReadBack read(Gathered graph) throws IOException {
		Map<String, Map<String, String>> nodes = new HashMap<>();
		Map<DefaultEdge, Map<String, String>> attributes = new HashMap<>();
		GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
		importer.setSchemaValidation(true);
		importer.setVertexFactory(id -> id.replaceFirst(":", "/").replace(':', '#'));
		importer.addVertexAttributeConsumer((attribute, value) -> nodes
				.computeIfAbsent(attribute.getFirst(), id -> new HashMap<>())
				.put(attribute.getSecond(), value.getValue()));
		importer.addEdgeAttributeConsumer((attribute, value) -> attributes
				.computeIfAbsent(attribute.getFirst(), edge -> new HashMap<>())
				.put(attribute.getSecond(), value.getValue()));
		DirectedPseudograph<String, DefaultEdge> read = new DirectedPseudograph<>(DefaultEdge.class);
		importer.importGraph(read, new ByteArrayInputStream(graph.as(Format.GRAPHML)));
		assertThat(read.vertexSet()).isEqualTo(nodes.keySet());
		List<Edge> edges = new ArrayList<>();
		for (DefaultEdge edge : read.edgeSet()) {
			Map<String, String> values = attributes.getOrDefault(edge, Map.of());
			edges.add(new Edge(read.getEdgeSource(edge), Objects.requireNonNull(values.get("relationship")),
					read.getEdgeTarget(edge), Integer.parseInt(values.get("position"))));
		}
		assertThat(graph.facts().all().map(Entity::id)).allSatisfy(id -> assertThat(nodes).containsKey(id));
		return new ReadBack(nodes, edges);
	}
}

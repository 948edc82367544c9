package org.imprimatur.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.imprimatur.NodeProject;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Source;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The FollowTheMoney entities as that model's own package reads them, and as this one wrote them. */
class FollowTheMoneyTest {

	private static final Path CHECK = Path.of("src", "test", "node", "followthemoney");

	@Test
	void theDossiersFitTheModel() throws IOException {
		assertThat(checked(Gathered.dossiers().as(Format.FOLLOW_THE_MONEY)).succeeded()).contains("\"Company\"",
				"\"PublicBody\"", "\"Person\"", "\"Article\"", "\"Documentation\"", "\"Event\"", "\"Note\"");
	}

	@Test
	void whatDoesNotFitTheModelIsTold() throws IOException {
		NodeProject.Ended ended = checked("""
			{"id":"a","schema":"Company","properties":{"name":["A"],"colour":["red"]}}
			{"id":"b/c","schema":"Company","properties":{"jurisdiction":["atlantis"],"parent":["nobody"]}}
			""".getBytes(StandardCharsets.UTF_8));
		assertThat(ended.code()).isNotZero();
		assertThat(ended.output()).contains("colour", "b/c: is no id", "atlantis", "nobody", "name is required");
	}

	@Test
	void thingsAreCountedAsTheyAre() throws IOException {
		Gathered dossiers = Gathered.dossiers();
		List<JsonNode> entities = entities(dossiers);
		assertThat(entities).extracting(entity -> entity.get("id").asString()).doesNotHaveDuplicates();
		assertThat(ofSchema(entities, "Company")).hasSameSizeAs(dossiers.facts().all(Company.class));
		assertThat(ofSchema(entities, "Asset")).hasSameSizeAs(dossiers.facts().all(Model.class));
		assertThat(ofSchema(entities, "Note")).hasSameSizeAs(dossiers.facts().all(Condition.class));
		assertThat(ofSchema(entities, "Article")).hasSameSizeAs(dossiers.facts().all(Source.class));
		assertThat(ofSchema(entities, "Sanction")).isEmpty();
	}

	@Test
	void anInstrumentLeadsToWhatItImposesAndDoes() throws IOException {
		List<JsonNode> links = ofSchema(entities(Gathered.dossiers()), "UnknownLink");
		assertThat(links).anySatisfy(link -> {
			assertThat(link.at("/properties/subject/0").asString()).isEqualTo("letter.us-commerce-2026-06-26");
			assertThat(link.at("/properties/role/0").asString()).isEqualTo("upholds");
			assertThat(link.at("/properties/object/0").asString())
					.isEqualTo("condition.us-commerce-2026-06-12-licence");
		});
	}

	@Test
	void anUncertainDateIsAsPreciseAsItIsCertain() throws IOException {
		List<JsonNode> entities = entities(Awkward.graph());
		JsonNode imposes = ofSchema(entities, "UnknownLink").stream()
				.filter(link -> link.at("/properties/role/0").asString().equals("imposes")).findFirst().orElseThrow();
		assertThat(imposes.at("/properties/startDate/0").asString()).isEqualTo("2026-03");
		assertThat(imposes.at("/properties/endDate/0").asString()).isEqualTo("2027-01-01");
		assertThat(ofSchema(entities, "Article").getFirst().at("/properties/publishedAt").isMissingNode()).isTrue();
	}

	@Test
	void whatIsAwkwardStaysAsItIs() throws IOException {
		JsonNode company = ofSchema(entities(Awkward.graph()), "Company").getFirst();
		assertThat(company.at("/properties/name/0").asString()).isEqualTo(Awkward.SCRIPTS);
		assertThat(company.at("/properties/alias").valueStream().map(JsonNode::asString))
				.containsExactlyElementsOf(Awkward.FORMULAS);
	}

	private static List<JsonNode> entities(Gathered graph) throws IOException {
		String text = new String(graph.as(Format.FOLLOW_THE_MONEY), StandardCharsets.UTF_8);
		assertThat(text).endsWith("\n");
		return Arrays.stream(text.split("\n")).map(CanonicalForm.mapper()::readTree).toList();
	}

	private static List<JsonNode> ofSchema(List<JsonNode> entities, String schema) {
		return entities.stream().filter(entity -> entity.get("schema").asString().equals(schema)).toList();
	}

	private static NodeProject.Ended checked(byte[] entities) throws IOException {
		NodeProject model = new NodeProject(CHECK);
		Path file = Files.createTempFile(Files.createDirectories(Path.of("target")), "entities", ".ndjson");
		Files.write(file, entities);
		return model.run("node", "check.js", file.toAbsolutePath().toString());
	}
}

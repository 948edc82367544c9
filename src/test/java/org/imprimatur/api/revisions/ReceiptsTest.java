package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.answer.CanonicalConditionSet;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A third party recomputes digests as docs/receipts.md tells it. */
@ApplicationTest
class ReceiptsTest {

	private final Asker asker;

	ReceiptsTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@ParameterizedTest
	@CsvSource({"model/mythos-5, 2026-06-27", "model/mythos-5, 2026-07-02", "model/opus-4-8, 2026-06-27",
			"model/chatgpt, 2023-04-05", "model/chatgpt, 2026-07-01"})
	void theDigestIsTheOneThatTheAnswerItselfGives(String model, String asOf) throws IOException {
		Map<String, Object> set = asker
				.askText(
						documented().replace("($model: ID!, $asOf: Date, $reportedBy: Date, $territory: Territory)", "")
								.replace("model: $model, asOf: $asOf, reportedBy: $reportedBy, territory: $territory",
										"model: \"%s\", asOf: \"%s\"".formatted(model, asOf)))
				.path("conditionSet").entity(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get();
		assertThat(sha256(JsonMapper.builder().build().writeValueAsString(content(set, null))))
				.isEqualTo(receipt(model, asOf).get("digest"));
	}

	@Test
	void theDigestIsTheSameUntilSomethingChanges() {
		assertThat(receipt("model/mythos-5", "2026-06-13").get("digest"))
				.isEqualTo(receipt("model/mythos-5", "2026-06-25").get("digest"))
				.isNotEqualTo(receipt("model/mythos-5", "2026-06-26").get("digest"));
	}

	@Test
	void theDigestIsTheOneThatAllFactsWouldGive() throws IOException {
		List<Entity> entities = seed();
		AdmittedRecord record = new AdmittedRecord(new Facts(entities), null);
		List<String> models = entities.stream().filter(Model.class::isInstance).map(Entity::id).toList();
		for (String day : List.of("2023-04-05", "2024-12-30", "2026-03-01", "2026-06-27", "2026-09-18")) {
			Map<String, String> expected = new TreeMap<>();
			models.forEach(model -> expected.put(model + "@1", CanonicalConditionSet.digest(ConditionSets.of(
					record, new Question(model, LocalDate.parse(day), null, null)))));
			Map<String, String> digests = new TreeMap<>();
			asker.askText("""
				{ at(revision: 1) { conditionSets(models: [%s], asOf: "%s") { model { id } receipt { digest } } } }"""
					.formatted(models.stream().map("\"%s\""::formatted).collect(Collectors.joining(",")), day))
					.path("at.conditionSets").entityList(Digested.class).get()
					.forEach(it -> digests.put(it.model().get("id"), it.receipt().get("digest")));
			assertThat(digests).as(day).isEqualTo(expected);
		}
	}

	record Digested(Map<String, String> model, Map<String, String> receipt) {
	}

	private static List<Entity> seed() throws IOException {
		try (Stream<Path> files = Files.list(Path.of("seed-data"))) {
			List<DossierFile> dossiers = new ArrayList<>();
			for (Path file : files.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
				dossiers.add(new DossierFile(file.getFileName().toString(), Files.readAllBytes(file)));
			}
			return ((Reading.Accepted) DossierReader.read(dossiers)).entities();
		}
	}

	private Map<String, Object> receipt(String model, String asOf) {
		return asker.askText("""
			{ conditionSet(model: "%s", asOf: "%s") { receipt { rules digest revision } } }""".formatted(model, asOf))
				.path("conditionSet.receipt").entity(new ParameterizedTypeReference<Map<String, Object>>() {
				}).get();
	}

	private static String documented() throws IOException {
		var block = Pattern.compile("^```graphql\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
				.matcher(Files.readString(Path.of("docs/receipts.md")));
		assertThat(block.find()).isTrue();
		return block.group(1);
	}

	private static Object content(Object value, @Nullable String name) {
		if (value instanceof Map<?, ?> object) {
			if (object.size() == 1 && (object.containsKey("id") || object.containsKey("edtf"))) {
				return String.valueOf(object.values().iterator().next());
			}
			Map<String, Object> members = new TreeMap<>();
			object.forEach((key, member) -> {
				boolean left = List.of("proposed", "doubtful").contains(key) && Boolean.FALSE.equals(member);
				if (member != null && !left && !member.equals("") && !member.equals(List.of())) {
					members.put((String) key, content(member, (String) key));
				}
			});
			return members;
		}
		if (value instanceof List<?> list) {
			List<Object> elements = new ArrayList<>();
			list.forEach(it -> elements.add(content(it, null)));
			if (!"via".equals(name)) {
				elements.sort(Comparator.comparing(ReceiptsTest::place));
			}
			return elements;
		}
		return value;
	}

	private static String place(Object element) {
		return element instanceof Map<?, ?> it
				? it.get("condition") + " " + it.get("instrument") + " " + it.get("effect")
				: String.valueOf(element);
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of().formatHex(
					MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}

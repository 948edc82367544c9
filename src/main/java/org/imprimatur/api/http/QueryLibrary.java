package org.imprimatur.api.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The query documents that ship with the product: trusted, known by name and hash, each with the variables of an
 * example.
 */
@Component
class QueryLibrary implements CommonQuestions {

	/** What precedes the hash in the id of a document. */
	static final String SHA256 = "sha256:";

	private static final String DOCUMENTS = "classpath:graphql-documents/*.graphql";
	private static final String SUFFIX = ".graphql";
	private static final String TABLES = "tables/";
	/** What it asks reads the whole graph, however large. */
	private static final String WHOLE_GRAPH = "verification";

	private final Map<String, Document> byName = new TreeMap<>();

	/**
	 * A document.
	 *
	 * @param name its name, unique in the library
	 * @param description what it asks, as the comment at its head says
	 * @param sha256 the digest of its text, in hexadecimal
	 * @param variables the variables of an example
	 * @param text the document
	 * @param table what is asked in its place for a table, with the same variables; the document if it makes a good one
	 */
	record Document(String name, String description, String sha256, Map<String, @Nullable Object> variables,
			String text, String table) {
	}

	QueryLibrary(ResourcePatternResolver resources, JsonMapper json) {
		try {
			for (Resource file : resources.getResources(DOCUMENTS)) {
				Document document = read(file, json);
				byName.put(document.name(), document);
			}
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read the query library", e);
		}
	}

	/** All documents, by name. */
	Collection<Document> all() {
		return byName.values();
	}

	@Override
	public Stream<Question> commonQuestions() {
		return byName.values().stream().filter(document -> !document.name().equals(WHOLE_GRAPH))
				.map(document -> new Question(document.text(), document.variables()));
	}

	/** The document with this name, or with this hash behind {@code sha256:}. */
	Optional<Document> find(String id) {
		return id.startsWith(SHA256)
				? byName.values().stream().filter(document -> document.sha256().equals(id.substring(SHA256.length())))
						.findFirst()
				: Optional.ofNullable(byName.get(id));
	}

	private static Document read(Resource file, JsonMapper json) throws IOException {
		String name = Objects.requireNonNull(file.getFilename()).replace(SUFFIX, "");
		String text = file.getContentAsString(StandardCharsets.UTF_8);
		Resource example = file.createRelative(name + ".variables.json");
		Map<String, @Nullable Object> variables = example.exists()
				? json.readValue(example.getContentAsByteArray(), new TypeReference<>() {
				})
				: Map.of();
		Resource table = file.createRelative(TABLES + name + SUFFIX);
		return new Document(name, description(text), Sha256.of(text), variables, text,
				table.exists() ? table.getContentAsString(StandardCharsets.UTF_8) : text);
	}

	private static String description(String text) {
		List<String> comment = Arrays.stream(text.split("\n")).takeWhile(line -> line.startsWith("#")).toList();
		return comment.stream().map(line -> line.substring(1).strip()).collect(Collectors.joining(" "));
	}
}

package org.imprimatur.graph.schema;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.knowledge.Sha256;
import org.springframework.core.io.Resource;

/**
 * The numbered Cypher files of {@code graph-schema/}: each is applied once, in order, and its checksum kept in the
 * graph. Their statements may be run again, so that a start which was cut off between a file and its checksum does no
 * harm.
 */
public final class GraphSchema {

	private final Statements statements;
	private final List<Resource> files;

	public GraphSchema(Statements statements, List<Resource> files) {
		this.statements = statements;
		this.files = files;
	}

	/**
	 * Applies the files that were not applied yet.
	 *
	 * @return the names of the files applied now
	 * @throws GraphSchemaException if a file that was applied has changed or is gone since
	 */
	public List<String> apply() {
		Map<String, String> applied = new HashMap<>();
		statements
				.rows(new Statement("MATCH (file:SchemaFile) RETURN file.name AS name, file.checksum AS checksum",
						Map.of()))
				.forEach(row -> applied.put(row.get("name").asString(), row.get("checksum").asString()));
		List<Resource> pending = files.stream().filter(file -> pending(file, applied)).toList();
		if (!applied.isEmpty()) {
			throw new GraphSchemaException(
					"graph-schema/%s was applied to this graph and is gone."
							.formatted(Collections.min(applied.keySet())),
					"Put it back, or start the version of Imprimatur that has it.");
		}
		pending.forEach(this::apply);
		return pending.stream().map(GraphSchema::name).toList();
	}

	private static boolean pending(Resource file, Map<String, String> applied) {
		String known = applied.remove(name(file));
		if (known != null && !known.equals(Sha256.of(text(file)))) {
			throw new GraphSchemaException(
					"graph-schema/%s has changed since it was applied to this graph.".formatted(name(file)),
					"Undo the change, and put what is new in a file with the next number.");
		}
		return known == null;
	}

	private void apply(Resource file) {
		Arrays.stream(text(file).split(";\\s*(\\n|$)")).map(GraphSchema::withoutComments)
				.filter(statement -> !statement.isBlank())
				.forEach(statement -> statements.run(new Statement(statement, Map.of())));
		statements.run(new Statement("CREATE (:SchemaFile {name: $name, checksum: $checksum, applied: datetime()})",
				Map.of("name", name(file), "checksum", Sha256.of(text(file)))));
	}

	private static String withoutComments(String statement) {
		return statement.replaceAll("(?m)^//.*$", "");
	}

	private static String name(Resource file) {
		String name = file.getFilename();
		if (name == null) {
			throw new IllegalArgumentException(file + " has no name");
		}
		return name;
	}

	private static String text(Resource file) {
		try {
			return file.getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new IllegalStateException("cannot read " + file, e);
		}
	}
}

package org.imprimatur.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.jspecify.annotations.Nullable;

/**
 * The graph as tables in CSV (RFC 4180, UTF-8): one for each kind of entity, one for each kind of part, and one of all
 * relationships. The columns are read off the data dictionary.
 */
final class CsvTables {

	private static final String README = """
		Imprimatur: the graph at revision %1$d of %2$s.
		%3$s. Licence: %4$s

		A table for each kind of entity and of part; relationships.csv has every relationship between them, by id.
		A date is three columns: its text in EDTF, and the first and last day that it can mean (empty: no bound).
		A cell with several values is a JSON array. A cell that would begin with ' = + - @ or a line's end has an
		apostrophe before that, so that no spreadsheet takes it for a formula: take one leading apostrophe away.
		""";

	private final Snapshot snapshot;
	private final ZipOutputStream zip;

	private CsvTables(Snapshot snapshot, OutputStream out) {
		this.snapshot = snapshot;
		this.zip = new ZipOutputStream(out);
	}

	static void write(Snapshot snapshot, OutputStream out) throws IOException {
		CsvTables tables = new CsvTables(snapshot, out);
		tables.readme();
		for (Kind kind : Kind.values()) {
			tables.entities(kind);
		}
		for (Map.Entry<Shape, List<Kind>> part : parts().entrySet()) {
			tables.parts(part.getKey(), part.getValue());
		}
		tables.relationships();
		tables.zip.finish();
	}

	private void readme() throws IOException {
		begin("README.txt");
		write(README.formatted(snapshot.revision().number(), snapshot.revision().time(), Format.CREDIT,
				Format.LICENCE));
		zip.closeEntry();
	}

	private void entities(Kind kind) throws IOException {
		List<Column> columns = Column.of(Shape.of(kind.type()));
		table(kind.prefix(), columns.stream().map(Column::name));
		for (List<Entity> page : snapshot.pages(kind)) {
			for (Entity entity : page) {
				row(columns.stream().map(column -> column.text(entity)));
			}
		}
		zip.closeEntry();
	}

	private void parts(Shape shape, List<Kind> kinds) throws IOException {
		List<Column> columns = Column.of(shape);
		table(shape.type().getSimpleName().toLowerCase(Locale.ROOT),
				Stream.concat(Stream.of("id", "holder", "position"), columns.stream().map(Column::name)));
		for (Kind kind : kinds) {
			for (List<Entity> page : snapshot.pages(kind)) {
				for (Node part : nodes(page).filter(node -> node.shape().type() == shape.type()).toList()) {
					row(Stream.concat(Stream.of(part.id(), part.holder(), "" + part.position()),
							columns.stream().map(column -> column.text(part.value()))));
				}
			}
		}
		zip.closeEntry();
	}

	private void relationships() throws IOException {
		table("relationships", Stream.of("from", "type", "to", "position"));
		for (Kind kind : Kind.values()) {
			for (List<Entity> page : snapshot.pages(kind)) {
				for (Edge edge : nodes(page).flatMap(node -> node.edges().stream()).toList()) {
					row(Stream.of(edge.from(), edge.type(), edge.to(), "" + edge.position()));
				}
			}
		}
		zip.closeEntry();
	}

	/** The kinds of part, each with the kinds of entity that have it. */
	private static Map<Shape, List<Kind>> parts() {
		Map<Shape, List<Kind>> parts = new LinkedHashMap<>();
		Arrays.stream(Kind.values()).forEach(kind -> within(Shape.of(kind.type()))
				.forEach(part -> parts.computeIfAbsent(part, it -> new ArrayList<>()).add(kind)));
		return parts;
	}

	private static Stream<Shape> within(Shape shape) {
		return shape.fields().stream().map(Shape.Field::content).filter(Content.Part.class::isInstance)
				.map(part -> ((Content.Part) part).shape())
				.flatMap(part -> Stream.concat(Stream.of(part), within(part))).distinct();
	}

	private static Stream<Node> nodes(List<Entity> page) {
		return page.stream().flatMap(entity -> Node.of(entity).stream());
	}

	private void table(String name, Stream<String> columns) throws IOException {
		begin(name + ".csv");
		row(columns);
	}

	private void write(String text) throws IOException {
		zip.write(text.getBytes(StandardCharsets.UTF_8));
	}

	private void row(Stream<? extends @Nullable String> cells) throws IOException {
		write(Csv.row(cells));
	}

	private void begin(String file) throws IOException {
		ZipEntry entry = new ZipEntry(file);
		entry.setTimeLocal(LocalDateTime.ofInstant(snapshot.revision().time(), ZoneOffset.UTC));
		zip.putNextEntry(entry);
	}

}

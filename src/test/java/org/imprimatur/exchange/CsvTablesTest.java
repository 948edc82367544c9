package org.imprimatur.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.imprimatur.knowledge.Kind;
import org.junit.jupiter.api.Test;

/** The tables as Commons CSV reads them. */
class CsvTablesTest {

	@Test
	void everyEntityOfTheDossiersCanBeMadeAgain() throws IOException {
		Gathered dossiers = Gathered.dossiers();
		ReadBack read = read(files(dossiers));
		assertThat(dossiers.facts().all()).isNotEmpty()
				.allSatisfy(entity -> assertThat(read.entity(entity.id())).isEqualTo(entity));
		assertThat(read.nodes()).hasSameSizeAs(dossiers.nodes());
	}

	@Test
	void whatIsAwkwardCanBeMadeAgain() throws IOException {
		for (Gathered graph : List.of(Awkward.graph(), Awkward.controls())) {
			ReadBack read = read(files(graph));
			assertThat(graph.facts().all())
					.allSatisfy(entity -> assertThat(read.entity(entity.id())).isEqualTo(entity));
		}
	}

	@Test
	void noCellIsAFormula() throws IOException {
		assertThat(files(Awkward.graph())).allSatisfy((name, text) -> {
			if (name.endsWith(".csv")) {
				assertThat(records(text)).allSatisfy(row -> assertThat(row.values())
						.allSatisfy(cell -> assertThat(cell).doesNotMatch("(?s)[=+\\-@\t\r\n].*")));
			}
		});
	}

	@Test
	void aDateIsItsTextAndItsDaysAndAnOpenBoundIsEmpty() throws IOException {
		Map<String, String> files = files(Awkward.graph());
		CSVRecord release = records(String.valueOf(files.get("release.csv"))).getFirst();
		assertThat(List.of(release.get("date"), release.get("date_from"), release.get("date_to")))
				.containsExactly("2026-06~", "2026-05-01", "2026-07-31");
		CSVRecord source = records(String.valueOf(files.get("source.csv"))).getFirst();
		assertThat(List.of(source.get("published"), source.get("published_from"), source.get("published_to")))
				.containsExactly("[..2026-06-30]", "", "2026-06-30");
	}

	@Test
	void everyKindHasATableAndTheFileSaysWhatItIs() throws IOException {
		Map<String, String> files = files(Gathered.of());
		for (Kind kind : Kind.values()) {
			assertThat(files.get(kind.prefix() + ".csv")).as(kind.prefix()).startsWith("id,").endsWith("\r\n");
		}
		assertThat(files).containsKeys("evidence.csv", "scope.csv", "membership.csv", "relationships.csv");
		assertThat(files.get("README.txt")).contains("revision 7", "2026-09-18", Format.LICENCE);
	}

	private static Map<String, String> files(Gathered graph) throws IOException {
		Map<String, String> files = new TreeMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(graph.as(Format.CSV)))) {
			for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return files;
	}

	private static List<CSVRecord> records(String text) {
		try (var records = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get()
				.parse(new StringReader(text))) {
			return records.getRecords();
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	private static ReadBack read(Map<String, String> files) {
		Map<String, Map<String, String>> nodes = new HashMap<>();
		List<Edge> edges = new ArrayList<>();
		files.forEach((name, text) -> {
			if (name.equals("relationships.csv")) {
				records(text).forEach(row -> edges.add(new Edge(row.get("from"), row.get("type"), row.get("to"),
						Integer.parseInt(row.get("position")))));
			} else if (name.endsWith(".csv")) {
				records(text).forEach(row -> nodes.put(row.get("id"), values(row)));
			}
		});
		return new ReadBack(nodes, edges);
	}

	private static Map<String, String> values(CSVRecord row) {
		Map<String, String> values = new HashMap<>();
		row.toMap().forEach((column, cell) -> {
			if (!cell.isEmpty()) {
				values.put(column, cell.startsWith("'") ? cell.substring(1) : cell);
			}
		});
		return values;
	}
}

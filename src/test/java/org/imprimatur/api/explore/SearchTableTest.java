package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.test.tester.GraphQlTester;

/** What people look for in the real dossiers, and what it has to bring. */
@ApplicationTest
class SearchTableTest {

	private static final Path SEARCHES = Path.of("src/test/resources/searches.csv");
	private static final int SEARCHES_AT_ONCE = 20;

	private final Asker asker;

	SearchTableTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	/** What is among the first three was written down before the product was asked; the table says since what for. */
	@Test
	void bringsWhatPeopleMean() throws IOException {
		List<String> missed = new ArrayList<>();
		List<List<String>> rows = Files.readAllLines(SEARCHES).stream().skip(1).map(it -> List.of(it.split(",", -1)))
				.toList();
		for (int from = 0; from < rows.size(); from += SEARCHES_AT_ONCE) {
			List<List<String>> asked = rows.subList(from, Math.min(from + SEARCHES_AT_ONCE, rows.size()));
			GraphQlTester.Response answer = asker.askText(IntStream.range(0, asked.size())
					.mapToObj(place -> "q%d: search(query: \"%s\", first: 3) { nodes { node { id } } }".formatted(place,
							asked.get(place).getFirst()))
					.collect(Collectors.joining(" ", "{ ", " }")));
			for (int place = 0; place < asked.size(); place++) {
				List<String> found = answer.path("q%d.nodes[*].node.id".formatted(place)).entityList(String.class)
						.get();
				if (Collections.disjoint(found, List.of(asked.get(place).get(1).split(" ")))) {
					missed.add("%s: %s".formatted(asked.get(place).getFirst(), found));
				}
			}
		}
		assertThat(rows).hasSizeGreaterThanOrEqualTo(80);
		assertThat(missed).isEmpty();
	}
}

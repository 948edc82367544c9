package org.imprimatur.api.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/**
 * Holds each dossier against a table of days, standings and states that was written from its sources before the product
 * was asked. A row without a condition is about the standing; a condition that is not in the set is {@code ABSENT}.
 */
@ApplicationTest
class DossierTablesTest {

	private static final Path TABLES = Path.of("src/test/resources/tables");

	private static final String SETS = """
		query($models: [ID!]!, $asOf: Date, $reportedBy: Date, $territory: Territory) {
		  conditionSets(models: $models, asOf: $asOf, reportedBy: $reportedBy, territory: $territory) {
		    standing { level }
		    conditions { state condition { id } }
		  }
		}
		""";

	private final Asker asker;

	DossierTablesTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	/** What is asked at once, of each model. */
	record Question(@Nullable String asOf, @Nullable String reportedBy, @Nullable String territory) {
	}

	record Row(String model, Question question, @Nullable String condition, String expected, String source) {

		static Row of(String line) {
			String[] cells = line.split(",", -1);
			assertThat(cells).as(line).hasSize(7);
			return new Row(cells[0], new Question(cell(cells[1]), cell(cells[2]), cell(cells[3])), cell(cells[4]),
					cells[5], cells[6]);
		}

		private static @Nullable String cell(String text) {
			return text.isEmpty() ? null : text;
		}

		Optional<String> differing(Map<Question, Map<String, Answer>> answers) {
			String said = said(Objects.requireNonNull(answers.getOrDefault(question, Map.of()).get(model)));
			return said.equals(expected) ? Optional.empty() : Optional.of("%s: but was %s".formatted(this, said));
		}

		private String said(Answer answer) {
			return condition == null
					? answer.standing().level()
					: answer.conditions().stream().filter(it -> it.condition().id().equals(condition))
							.map(Applied::state).findFirst().orElse("ABSENT");
		}
	}

	record Id(String id) {
	}

	record Standing(String level) {
	}

	record Applied(String state, Id condition) {
	}

	record Answer(Standing standing, List<Applied> conditions) {
	}

	static Stream<String> tables() throws IOException {
		try (Stream<Path> files = Files.list(TABLES)) {
			return files.map(it -> it.getFileName().toString()).sorted().toList().stream();
		}
	}

	@ParameterizedTest
	@MethodSource("tables")
	void saysWhatItsSourcesSay(String table) throws IOException {
		List<Row> rows = Files.readAllLines(TABLES.resolve(table)).stream().skip(1).map(Row::of).toList();
		Map<Question, Map<String, Answer>> answers = new HashMap<>();
		rows.stream().map(Row::question).distinct().forEach(it -> answers.put(it, ask(it, rows)));
		assertThat(rows).isNotEmpty();
		assertThat(rows.stream().flatMap(it -> it.differing(answers).stream())).isEmpty();
	}

	private Map<String, Answer> ask(Question question, List<Row> rows) {
		List<String> models = rows.stream().filter(it -> it.question().equals(question)).map(Row::model).distinct()
				.toList();
		Map<String, Object> variables = new HashMap<>();
		variables.put("models", models);
		variables.put("asOf", question.asOf());
		variables.put("reportedBy", question.reportedBy());
		variables.put("territory", question.territory());
		List<Answer> answers = new ArrayList<>(asker.askText(SETS, variables).path("conditionSets")
				.entity(new ParameterizedTypeReference<List<Answer>>() {
				}).get());
		Map<String, Answer> byModel = new HashMap<>();
		models.forEach(it -> byModel.put(it, answers.removeFirst()));
		return byModel;
	}
}

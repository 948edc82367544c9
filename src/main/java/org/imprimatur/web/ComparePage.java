package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.text;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The page of models over days: the conditions that change from day to day first, then those that differ by model. */
@Component
class ComparePage {

	private final PageQueries queries;

	ComparePage(PageQueries queries) {
		this.queries = queries;
	}

	/** What a row is shown under. */
	private enum Difference {
		BY_DAY,
		BY_MODEL,
		NONE
	}

	/** How a condition stands on some days in sequence; not at all if it does not reach the model. */
	record Run(Map<String, Object> applied, int days) {
	}

	ServerResponse compare(ServerRequest request) {
		List<String> models = given(request, "model")
				.map(it -> it.startsWith("model/") ? it : queries.resolved(request, it)).distinct().toList();
		List<String> days = given(request, "asOf").distinct().sorted().toList();
		Answer known = queries.ask(request, "assess-form", Map.of());
		Page page = Page.of(request, "compare", "Compare models", "How conditions on models differ, by model and day.")
				.with("all", known.data().get("models")).with("asked", models).with("days", days);
		if (models.isEmpty()) {
			return page.rendered();
		}
		Map<String, Object> variables = new HashMap<>(Map.of("models", models));
		if (!days.isEmpty()) {
			variables.put("asOf", days);
		}
		Answer answer = queries.ask(request, "compare", variables);
		return Page.shown(request, answer, () -> {
			Map<String, Object> matrix = fields(answer.data().get("compare"));
			List<Map<String, Object>> columns = list(matrix.get("columns")).stream().map(Answer::fields).toList();
			columns.forEach(it -> it.put("day",
					Citation.DAY.format(LocalDate.parse(text(fields(it.get("receipt")), "asOf")))));
			Map<Object, List<Object>> byModel = columns.stream().collect(Collectors.groupingBy(it -> it.get("model"),
					LinkedHashMap::new, Collectors.toList()));
			return page.with(matrix).with("models", sets(byModel)).with("width", columns.size() + 1)
					.with("groups", groups(list(matrix.get("rows")), columns.size() / byModel.size()))
					.with("ask", queries.graphiQl("compare", variables));
		});
	}

	/** What was given under a name, each by itself or divided by commas. */
	private static Stream<String> given(ServerRequest request, String name) {
		return request.params().getOrDefault(name, List.of()).stream().flatMap(it -> Arrays.stream(it.split(",")))
				.map(String::strip).filter(it -> !it.isEmpty());
	}

	private static List<Map<String, Object>> sets(Map<Object, List<Object>> byModel) {
		return byModel.entrySet().stream().map(
				it -> Map.of("model", it.getKey(), "days", it.getValue().size(), "sets", it.getValue())).toList();
	}

	/** The rows by what differs in them, each model's days drawn together where nothing changes. */
	private static List<Map<String, Object>> groups(List<Object> rows, int days) {
		Map<Difference, List<Object>> groups = new EnumMap<>(Difference.class);
		for (Object it : rows) {
			Map<String, Object> row = fields(it);
			List<Map<String, Object>> cells = list(row.get("cells")).stream()
					.map(cell -> fields(fields(cell).get("applied"))).toList();
			List<Run> runs = IntStream.range(0, cells.size() / days)
					.mapToObj(model -> runs(cells.subList(model * days, (model + 1) * days)))
					.flatMap(List::stream).toList();
			row.put("runs", runs);
			groups.computeIfAbsent(difference(runs, days), key -> new ArrayList<>()).add(row);
		}
		return groups.entrySet().stream().map(group -> Map.of(group.getKey().name(), true, "count",
				group.getValue().size(), "rows", group.getValue())).toList();
	}

	private static List<Run> runs(List<Map<String, Object>> cells) {
		List<Run> runs = new ArrayList<>();
		for (Map<String, Object> applied : cells) {
			boolean goesOn = !runs.isEmpty() && Objects.equals(runs.getLast().applied(), applied);
			runs.add(new Run(applied, goesOn ? runs.removeLast().days() + 1 : 1));
		}
		return runs;
	}

	private static Difference difference(List<Run> runs, int days) {
		return runs.stream().anyMatch(it -> it.days() < days)
				? Difference.BY_DAY
				: runs.stream().distinct().count() > 1 ? Difference.BY_MODEL : Difference.NONE;
	}
}

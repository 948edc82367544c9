package org.imprimatur.api.http;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.parser.Parser;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.exchange.Csv;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.GraphQlRequest;

/**
 * An answer as a flat table. Its rows are the elements of the list that is asked for under the name {@code row}, and
 * where one of these has a {@code row} again, those of that; if nothing is called so, those of the list of which most
 * is selected, the first of several. Its columns are the values selected, named by the way to them, whatever was found,
 * so that the same question has the same columns. What lies in a further list stands in one cell, parted by semicolons;
 * beside others of the same list, each has its place.
 */
final class AnswerTable {

	private static final String ROW = "row";
	private static final String SEMICOLON = "; ";

	/** What is selected, by response key; nothing below a value. */
	private record Shape(Map<String, Shape> fields) {

		static Shape empty() {
			return new Shape(new LinkedHashMap<>());
		}

		Shape at(List<String> way) {
			return way.isEmpty()
					? this
					: Objects.requireNonNull(fields.get(way.getFirst())).at(way.subList(1, way.size()));
		}

		/** The ways to the values below, other than through rows. */
		Stream<List<String>> columns() {
			return fields.entrySet().stream().filter(field -> !field.getKey().equals(ROW))
					.flatMap(field -> field.getValue().fields().isEmpty()
							? Stream.of(List.of(field.getKey()))
							: field.getValue().columns().map(
									way -> Stream.concat(Stream.of(field.getKey()), way.stream()).toList()));
		}
	}

	private final Map<String, FragmentDefinition> fragments;

	private AnswerTable(Document document) {
		this.fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
				.collect(Collectors.toMap(FragmentDefinition::getName, it -> it));
	}

	/**
	 * The table in CSV.
	 *
	 * @param data what the request was answered with
	 * @throws Refusal if the answer has no list
	 */
	static String csv(GraphQlRequest request, @Nullable Map<String, ?> data) {
		Document document = Parser.parse(request.getDocument());
		OperationDefinition operation = document.getDefinitionsOfType(OperationDefinition.class).stream()
				.filter(it -> request.getOperationName() == null || request.getOperationName().equals(it.getName()))
				.findFirst().orElseThrow();
		Shape shape = Shape.empty();
		new AnswerTable(document).read(operation.getSelectionSet(), shape);
		List<String> way = way(shape)
				.or(() -> lists(shape, data).max(Comparator.comparing(list -> shape.at(list).columns().count())))
				.orElseThrow(() -> new Refusal(Code.NOT_ACCEPTABLE,
						"there is no list in this answer, so it is no table: accept JSON"));
		Shape rows = shape.at(way);
		return Stream.concat(Stream.of(header(rows)), rows(rows, elements(data, way)))
				.map(cells -> Csv.row(cells.stream())).collect(Collectors.joining());
	}

	private void read(@Nullable SelectionSet selections, Shape into) {
		for (Selection<?> selection : selections == null ? List.<Selection<?>>of() : selections.getSelections()) {
			switch (selection) {
				case Field field -> read(field.getSelectionSet(),
						into.fields().computeIfAbsent(field.getResultKey(), key -> Shape.empty()));
				case InlineFragment fragment -> read(fragment.getSelectionSet(), into);
				case FragmentSpread spread ->
					read(Objects.requireNonNull(fragments.get(spread.getName())).getSelectionSet(), into);
				default -> throw new IllegalStateException("a selection of an unknown kind: " + selection);
			}
		}
	}

	/** The way to what is called {@code row}. */
	private static Optional<List<String>> way(Shape shape) {
		return shape.fields().entrySet().stream().map(field -> field.getKey().equals(ROW)
				? Optional.of(List.of(ROW))
				: way(field.getValue()).map(way -> below(field.getKey(), way)))
				.flatMap(Optional::stream).findFirst();
	}

	/** The ways to the lists that lie in no other. */
	private static Stream<List<String>> lists(Shape shape, @Nullable Object data) {
		return data instanceof Map<?, ?> object
				? shape.fields().entrySet().stream().filter(field -> !field.getValue().fields().isEmpty())
						.flatMap(field -> object.get(field.getKey()) instanceof List
								? Stream.of(List.of(field.getKey()))
								: lists(field.getValue(), object.get(field.getKey()))
										.map(way -> below(field.getKey(), way)))
				: Stream.empty();
	}

	private static List<String> below(String key, List<String> way) {
		return Stream.concat(Stream.of(key), way.stream()).toList();
	}

	private static List<String> header(Shape rows) {
		Shape inner = rows.fields().get(ROW);
		Stream<String> own = rows.columns().map(way -> String.join(".", way));
		return (inner == null ? own : Stream.concat(own, header(inner).stream())).toList();
	}

	private static Stream<List<String>> rows(Shape shape, Stream<?> elements) {
		Shape inner = shape.fields().get(ROW);
		return elements.flatMap(element -> {
			List<String> own = shape.columns().map(way -> cell(element, way)).toList();
			return inner == null
					? Stream.of(own)
					: rows(inner, elements(element, List.of(ROW)))
							.map(below -> Stream.concat(own.stream(), below.stream()).toList());
		});
	}

	/** The things at the end of a way, through all the lists on it. */
	private static Stream<Object> elements(@Nullable Object from, List<String> way) {
		return switch (from) {
			case null -> Stream.empty();
			case List<?> list -> list.stream().flatMap(element -> elements(element, way));
			case Map<?, ?> object when !way.isEmpty() ->
				elements(object.get(way.getFirst()), way.subList(1, way.size()));
			default -> Stream.of(from);
		};
	}

	private static String cell(@Nullable Object from, List<String> way) {
		return switch (from) {
			case null -> "";
			case List<?> list -> {
				List<String> parts = list.stream().map(element -> cell(element, way)).toList();
				yield parts.stream().allMatch(String::isEmpty) ? "" : String.join(SEMICOLON, parts);
			}
			case Map<?, ?> object when !way.isEmpty() -> cell(object.get(way.getFirst()), way.subList(1, way.size()));
			default -> from.toString();
		};
	}
}

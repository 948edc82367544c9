package org.imprimatur.api.fetch;

import graphql.schema.GraphQLSchema;
import graphql.schema.SelectedField;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Row;
import org.imprimatur.graph.selection.Selection.Passage;
import org.imprimatur.graph.selection.Selection.Root;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.VersionId;
import org.jspecify.annotations.Nullable;

/**
 * Fills what rules computed with what was selected of the graph below it. The references of all answers are gathered by
 * the field that asks for them, so that one statement reads everything (design, "The API").
 */
public final class Hydration {

	/** What one field asks of all the references that stand under it. */
	private static final class Wanted {
		private final Set<Object> keys = new LinkedHashSet<>();
		private final List<Consumer<Map<Object, Row>>> receivers = new ArrayList<>();
	}

	/** What a record answers, by its name: looking for it costs more than asking it. */
	private static final ClassValue<Map<String, Method>> ACCESSORS = new ClassValue<>() {
		@Override
		protected Map<String, Method> computeValue(Class<?> type) {
			return Arrays.stream(type.getDeclaredMethods())
					.filter(method -> method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers()))
					// The record is nobody else's, but the schema shows it.
					.peek(method -> method.setAccessible(true))
					.collect(Collectors.toUnmodifiableMap(Method::getName, method -> method));
		}
	};

	private final Selections selections;
	private final Map<SelectedField, Wanted> wanted = new IdentityHashMap<>();
	private final List<SelectedField> order = new ArrayList<>();

	public Hydration(GraphQLSchema schema) {
		this.selections = new Selections(schema);
	}

	/** The row of something computed; what it refers to follows with {@link #fill}. */
	public Row row(Record computed, Collection<SelectedField> selected) {
		Map<String, @Nullable Object> properties = new HashMap<>();
		Map<String, @Nullable Object> followed = new HashMap<>();
		for (SelectedField field : selected) {
			if (field.getName().startsWith("__")) {
				continue;
			}
			Object value = narrowed(read(computed, field.getName()), field);
			if (SchemaReading.isFollowed(SchemaReading.typeOf(Selections.definition(field)))) {
				follow(field, value, followed);
			} else {
				properties.put(field.getName(), value);
			}
		}
		return new Row(null, (String) properties.get(SchemaReading.ID), properties, followed);
	}

	/** An argument of a computed list keeps the elements whose field of its name has one of the argument's values. */
	private static @Nullable Object narrowed(@Nullable Object value, SelectedField field) {
		Object narrowed = value;
		for (Map.Entry<String, Object> argument : field.getArguments().entrySet()) {
			if (narrowed instanceof List<?> list && argument.getValue() instanceof List<?> wanted) {
				narrowed = list.stream().filter(
						element -> wanted.stream().anyMatch(
								it -> isNamed(read((Record) element, argument.getKey()), String.valueOf(it))))
						.toList();
			}
		}
		return narrowed;
	}

	/** Whether a value is what an argument names: a constant by its name, an entity by its id or its version's. */
	private static boolean isNamed(@Nullable Object value, String name) {
		return value instanceof Ref<?> ref
				? ref.id().equals(VersionId.parse(name).map(VersionId::id).orElse(name))
				: String.valueOf(value).equals(name);
	}

	private void follow(SelectedField field, @Nullable Object value, Map<String, @Nullable Object> followed) {
		String key = field.getResultKey();
		switch (value) {
			case null -> followed.put(key, null);
			case List<?> list when list.isEmpty() -> followed.put(key, list);
			case List<?> list when isReference(list.getFirst()) -> want(field, list,
					rows -> followed.put(key, list.stream().map(reference -> rows.get(key(reference))).toList()));
			case List<?> list -> followed.put(key, list.stream().map(
					element -> row((Record) element, field.getSelectionSet().getImmediateFields())).toList());
			case Object reference when isReference(reference) ->
				want(field, List.of(reference), rows -> followed.put(key, rows.get(key(reference))));
			default -> followed.put(key, row((Record) value, field.getSelectionSet().getImmediateFields()));
		}
	}

	private void want(SelectedField field, List<?> references, Consumer<Map<Object, Row>> receiver) {
		Wanted asked = wanted.computeIfAbsent(field, first -> {
			order.add(first);
			return new Wanted();
		});
		references.forEach(reference -> asked.keys.add(key(reference)));
		asked.receivers.add(receiver);
	}

	/** What has to be read to fill everything; nothing if nothing was selected. */
	private List<Root> roots() {
		return order.stream().map(field -> {
			Set<Object> keys = asked(field).keys;
			return keys.iterator().next() instanceof Passage
					? new Root.Passages(keys.stream().map(Passage.class::cast).toList(), selections.of(field))
					: (Root) new Root.ByIds(keys.stream().map(String.class::cast).toList(), Set.of(),
							selections.of(field));
		}).toList();
	}

	/** Fills all rows made so far, with one statement. */
	public void fill(GraphReader reader, int revision) {
		List<Root> roots = roots();
		if (roots.isEmpty()) {
			return;
		}
		List<Object> answers = reader.read(roots, revision);
		for (int place = 0; place < roots.size(); place++) {
			Wanted asked = asked(order.get(place));
			Map<Object, Row> rows = new HashMap<>();
			List<?> found = (List<?>) answers.get(place);
			int row = 0;
			for (Object key : asked.keys) {
				if (found.get(row++) instanceof Row present) {
					rows.put(key, present);
				}
			}
			asked.receivers.forEach(receiver -> receiver.accept(rows));
		}
	}

	private Wanted asked(SelectedField field) {
		return Objects.requireNonNull(wanted.get(field));
	}

	private static boolean isReference(@Nullable Object value) {
		return value instanceof Ref<?> || value instanceof EvidenceKey;
	}

	private static Object key(Object reference) {
		return switch (reference) {
			case Ref<?> ref -> ref.id();
			case EvidenceKey evidence -> new Passage(evidence.entity(), evidence.position());
			default -> throw new IllegalArgumentException(reference + " refers to nothing");
		};
	}

	private static @Nullable Object read(Record computed, String name) {
		Method accessor = ACCESSORS.get(computed.getClass()).get(name);
		if (accessor == null) {
			throw new IllegalStateException("%s has no %s".formatted(computed.getClass().getSimpleName(), name));
		}
		try {
			Object value = accessor.invoke(computed);
			return value instanceof Set<?> set ? List.copyOf(set) : value;
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}

package org.imprimatur.api.limit;

import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How many fields a document selects once its fragments are spread. Fragments that spread each other twice double their
 * fields at each level, and to walk through them would take for ever: each is counted once.
 */
final class SpreadFields {

	private static final long COUNTLESS = 1_000_000;

	private final Map<String, FragmentDefinition> fragments;
	private final Map<String, Long> counted = new HashMap<>();

	private SpreadFields(Document document) {
		fragments = document.getDefinitionsOfType(FragmentDefinition.class).stream()
				.collect(Collectors.toMap(FragmentDefinition::getName, fragment -> fragment, (one, other) -> one));
	}

	/** The fields that the operations of a document, which need not be valid, select together. */
	static long of(Document document) {
		SpreadFields fields = new SpreadFields(document);
		return document.getDefinitionsOfType(OperationDefinition.class).stream()
				.mapToLong(operation -> fields.in(operation.getSelectionSet())).sum();
	}

	private long in(@Nullable SelectionSet selected) {
		if (selected == null) {
			return 0;
		}
		return Math.min(COUNTLESS, selected.getSelections().stream().mapToLong(this::in).sum());
	}

	private long in(Selection<?> selection) {
		return switch (selection) {
			case Field field -> 1 + in(field.getSelectionSet());
			case InlineFragment fragment -> in(fragment.getSelectionSet());
			case FragmentSpread spread -> in(spread.getName());
			default -> throw new IllegalArgumentException("%s selects nothing".formatted(selection));
		};
	}

	private long in(String name) {
		Long known = counted.get(name);
		FragmentDefinition fragment = fragments.get(name);
		if (known != null || fragment == null) {
			return known == null ? 0 : known;
		}
		// A fragment that spreads itself is a mistake, which validation tells.
		counted.put(name, 0L);
		long fields = in(fragment.getSelectionSet());
		counted.put(name, fields);
		return fields;
	}
}

package org.imprimatur.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of entity. A kind is the first part of an entity's id and the label of its node. */
public enum Kind {
	COMPANY("company", "Company", Company.class),
	MODEL("model", "Model", Model.class),
	AGENCY("agency", "Agency",
			Agency.class),
	PERSON("person", "Person", Person.class),
	CATEGORY("category", "Category",
			Category.class),
	LETTER("letter", "Letter", Instrument.class),
	DESIGNATION("designation",
			"Designation", Instrument.class),
	ORDER("order", "Order", Instrument.class),
	RULE("rule",
			"Rule",
			Instrument.class),
	RULING("ruling", "Ruling", Instrument.class),
	UNDERTAKING(
			"undertaking", "Undertaking", Instrument.class),
	CONDITION("condition",
			"Condition",
			Condition.class),
	EFFECT("effect", "Effect", Effect.class),
	CONCERN(
			"concern", "Concern", Concern.class),
	EVENT("event",
			"Event", Event.class),
	SOURCE("source", "Source",
			Source.class),
	DOSSIER("dossier", "Dossier",
			Dossier.class);

	private static final Map<String, Kind> BY_PREFIX = Arrays.stream(values())
			.collect(Collectors.toUnmodifiableMap(Kind::prefix, Function.identity()));

	private final String prefix;
	private final String label;
	private final Class<? extends Entity> type;

	Kind(String prefix, String label, Class<? extends Entity> type) {
		this.prefix = prefix;
		this.label = label;
		this.type = type;
	}

	/** The first part of the ids of this kind, before the slash. */
	public String prefix() {
		return prefix;
	}

	/** The label of its nodes, and the name of its type in the API. */
	public String label() {
		return label;
	}

	/** The record that holds an entity of this kind. */
	public Class<? extends Entity> type() {
		return type;
	}

	/** The kind that an id names, if its first part is one. */
	public static Optional<Kind> find(String id) {
		int slash = id.indexOf('/');
		return slash < 0 ? Optional.empty() : Optional.ofNullable(BY_PREFIX.get(id.substring(0, slash)));
	}

	/**
	 * The kind that an id names.
	 *
	 * @throws IllegalArgumentException if its first part is no kind
	 */
	public static Kind ofId(String id) {
		return find(id).orElseThrow(() -> new IllegalArgumentException("'%s' is no id: it has to begin with one of %s"
				.formatted(id, BY_PREFIX.keySet().stream().sorted().toList())));
	}

	/** The kinds whose entities a reference to {@code type} may lead to. */
	public static List<Kind> within(Class<?> type) {
		return Arrays.stream(values()).filter(kind -> type.isAssignableFrom(kind.type)).toList();
	}
}

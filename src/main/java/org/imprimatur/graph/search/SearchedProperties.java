package org.imprimatur.graph.search;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.References;

/** The properties by which an entity's record is searched and looked up (decision 11). */
public final class SearchedProperties {

	/** The names of the properties. */
	public static final Set<String> NAMES = Set.of("names", "words", "kinds", "called", "about", "keys");

	/** What is meant by its name wherever that is typed: whatever refers to one of these is found by it. */
	static final Set<Kind> MEANT_BY_NAME = Set.of(Kind.COMPANY, Kind.MODEL, Kind.AGENCY, Kind.PERSON,
			Kind.CATEGORY, Kind.CONCERN);

	private SearchedProperties() {
	}

	/** The properties of an entity's record. */
	public static Map<String, Object> of(Entity entity) {
		List<SearchedText> texts = SearchedText.of(entity);
		String names = SearchedText.indexed(texts.stream().filter(it -> it.field().isName()));
		return Map.of("names", names, "words",
				SearchedText.indexed(texts.stream().filter(it -> !it.field().isName() && !it.field().isKind())),
				"kinds",
				SearchedText.indexed(texts.stream().filter(it -> it.field().isKind())), "called",
				MEANT_BY_NAME.contains(Kind.ofId(entity.id())) ? names : "", "about",
				References.of(entity).stream().filter(it -> MEANT_BY_NAME.contains(Kind.ofId(it))).toList(), "keys",
				LookupKeys.of(entity));
	}
}

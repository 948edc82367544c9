package org.imprimatur.api.schema;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The type of a record's component, as the schema can show it.
 *
 * @param element the type of one value
 * @param many whether there is a list of them
 * @param optional whether it may be absent
 */
record ComponentType(Type element, boolean many, boolean optional) {

	private static final Map<Class<?>, Set<String>> VALUES = Map.ofEntries(
			Map.entry(String.class, Set.of("String", "ID", "Territory")), Map.entry(boolean.class, Set.of("Boolean")),
			Map.entry(int.class, Set.of("Int")), Map.entry(Integer.class, Set.of("Int")),
			Map.entry(double.class, Set.of("Float")), Map.entry(LocalDate.class, Set.of("Date")),
			Map.entry(OffsetDateTime.class, Set.of("DateTime")), Map.entry(EdtfDate.class, Set.of("FactDate")),
			Map.entry(Period.class, Set.of("Period")), Map.entry(EvidenceKey.class, Set.of("Evidence")));

	static ComponentType of(AnnotatedType type) {
		boolean optional = type.isAnnotationPresent(Nullable.class);
		return type.getType() instanceof ParameterizedType generic
				&& Collection.class.isAssignableFrom((Class<?>) generic.getRawType())
						? new ComponentType(generic.getActualTypeArguments()[0], true, optional)
						: new ComponentType(type.getType(), false, optional);
	}

	/** How the schema writes it, where its element is of the type with this name. */
	String written(String name) {
		return "%s%s".formatted(many ? "[%s!]".formatted(name) : name, optional ? "" : "!");
	}

	/** Whether its element is a value that the type with this name shows. */
	boolean isShownBy(String name) {
		return element instanceof Class<?> type && VALUES.getOrDefault(type, Set.of()).contains(name);
	}
}

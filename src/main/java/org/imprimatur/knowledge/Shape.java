package org.imprimatur.knowledge;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary: what fields a record of the domain has, read from the record itself. The dossiers' JSON Schema,
 * the graph's nodes and the API's schema are all held against it.
 *
 * @param type the record
 * @param fields its fields, in the order of its components
 */
public record Shape(Class<?> type, List<Field> fields) {

	private static final Map<Class<?>, Shape> KNOWN = new ConcurrentHashMap<>();

	/** The shape of a record of the domain. */
	public static Shape of(Class<?> type) {
		Shape known = KNOWN.get(type);
		if (known == null) {
			known = new Shape(type, Arrays.stream(type.getRecordComponents()).map(Field::of).toList());
			KNOWN.put(type, known);
		}
		return known;
	}

	/** The field of this name, if there is one. */
	public Optional<Field> field(String name) {
		return fields.stream().filter(field -> field.name().equals(name)).findFirst();
	}

	/**
	 * One field.
	 *
	 * @param name its name in records, dossiers, nodes and the API
	 * @param content what it holds
	 * @param many whether it is a list
	 * @param required whether it may not be absent; a list may always be empty
	 */
	public record Field(String name, Content content, boolean many, boolean required, RecordComponent component) {

		private static Field of(RecordComponent component) {
			boolean many = component.getType() == List.class;
			boolean required = !many && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
			Type type = many ? argument(component.getGenericType()) : component.getGenericType();
			return new Field(component.getName(), Content.of(type, component.getAnnotation(Relationship.class)), many,
					required, component);
		}

		/** The field's values in {@code holder}: none, one, or as many as its list has. */
		public List<?> values(Object holder) {
			try {
				Object value = component.getAccessor().invoke(holder);
				if (value == null) {
					return List.of();
				}
				return value instanceof List<?> list ? list : List.of(value);
			} catch (IllegalAccessException | InvocationTargetException e) {
				throw new IllegalStateException("cannot read " + component, e);
			}
		}
	}

	/** What a field holds. */
	public sealed interface Content {

		/** A text, a flag or one of an enum's constants. */
		record Scalar(Class<?> type) implements Content {
		}

		/** A date. */
		record Date() implements Content {
		}

		/** A period. */
		record Span() implements Content {
		}

		/**
		 * A reference to another entity.
		 *
		 * @param relationship the type of the relationship
		 * @param kinds the kinds that it may lead to
		 */
		record Reference(String relationship, List<Kind> kinds) implements Content {
		}

		/**
		 * A value with fields of its own, which belongs to its holder.
		 *
		 * @param relationship the type of the relationship
		 * @param shape its fields
		 */
		record Part(String relationship, Shape shape) implements Content {
		}

		private static Content of(Type type, @Nullable Relationship relationship) {
			if (type == EdtfDate.class) {
				return new Date();
			}
			if (type == Period.class) {
				return new Span();
			}
			if (relationship == null) {
				return new Scalar((Class<?>) type);
			}
			if (type instanceof ParameterizedType generic && generic.getRawType() == Ref.class) {
				return new Reference(relationship.value(), Kind.within((Class<?>) argument(generic)));
			}
			return new Part(relationship.value(), Shape.of((Class<?>) type));
		}
	}

	private static Type argument(Type type) {
		Type argument = ((ParameterizedType) type).getActualTypeArguments()[0];
		return argument instanceof WildcardType wildcard ? wildcard.getUpperBounds()[0] : argument;
	}
}

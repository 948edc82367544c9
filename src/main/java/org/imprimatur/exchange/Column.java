package org.imprimatur.exchange;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Shape.Field;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table, read off the data dictionary, named as the graph names its properties. A date is three columns:
 * its text, its first and its last day. A list is a JSON array. A reference to one entity is its id; lists of
 * references and parts are no columns but {@link Edge}s.
 *
 * @param name its name
 * @param type what its values are: {@code Boolean}, or {@code String}
 * @param value its value in an entity or part
 */
record Column(String name, Class<?> type, Function<Object, @Nullable Object> value) {

	/** The columns that a record of the domain comes to. */
	static List<Column> of(Shape shape) {
		return shape.fields().stream().flatMap(Column::of).toList();
	}

	/** The value in an entity or part, as text. */
	@Nullable
	String text(Object holder) {
		Object found = value.apply(holder);
		return found == null ? null : found.toString();
	}

	private static Stream<Column> of(Field field) {
		return switch (field.content()) {
			case Content.Scalar scalar -> Stream.of(scalar(field, scalar.type()));
			case Content.Date date -> date(field.name(), holder -> (EdtfDate) one(field, holder));
			case Content.Span span -> Stream.of(
					Stream.of(new Column(field.name(), Boolean.class,
							holder -> one(field, holder) == null ? null : true)),
					date(field.name() + "_start", holder -> bound((Period) one(field, holder), Period::start)),
					date(field.name() + "_end", holder -> bound((Period) one(field, holder), Period::end)))
					.flatMap(Function.identity());
			case Content.Reference reference -> field.many()
					? Stream.empty()
					: Stream.of(new Column(field.name(), String.class,
							holder -> one(field, holder) instanceof Ref<?> ref ? ref.id() : null));
			case Content.Part part -> Stream.empty();
		};
	}

	private static Column scalar(Field field, Class<?> type) {
		if (field.many()) {
			return new Column(field.name(), String.class, holder -> field.values(holder).isEmpty()
					? null
					: CanonicalForm.mapper().writeValueAsString(field.values(holder)));
		}
		return new Column(field.name(), type == boolean.class || type == Boolean.class ? Boolean.class : String.class,
				holder -> one(field, holder));
	}

	private static Stream<Column> date(String name, Function<Object, @Nullable EdtfDate> date) {
		return Stream.of(new Column(name, String.class, date::apply),
				new Column(name + "_from", String.class, holder -> day(date.apply(holder), Days::from)),
				new Column(name + "_to", String.class, holder -> day(date.apply(holder), Days::to)));
	}

	private static @Nullable Object day(@Nullable EdtfDate date, Function<EdtfDate, @Nullable Object> day) {
		return date == null ? null : day.apply(date);
	}

	private static @Nullable EdtfDate bound(@Nullable Period period, Function<Period, @Nullable EdtfDate> bound) {
		return period == null ? null : bound.apply(period);
	}

	private static @Nullable Object one(Field field, Object holder) {
		List<?> values = field.values(holder);
		return values.isEmpty() ? null : values.getFirst();
	}
}

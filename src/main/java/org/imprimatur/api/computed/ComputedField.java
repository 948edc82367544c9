package org.imprimatur.api.computed;

import graphql.schema.FieldCoordinates;
import java.util.Map;
import java.util.Objects;
import org.springframework.core.ResolvableType;
import org.springframework.graphql.data.GraphQlArgumentBinder;
import org.springframework.validation.BindException;

/**
 * A field that is computed: it takes its arguments as a record, and answers with records, whose components the schema's
 * types show under their names. The schema is held against both when the application starts.
 *
 * @param <A> the record of its arguments
 */
public abstract class ComputedField<A extends Record> {

	private static final GraphQlArgumentBinder BINDER = new GraphQlArgumentBinder();

	private final FieldCoordinates coordinates;
	private final Class<A> arguments;
	private final Class<? extends Record> answer;

	/**
	 * A field.
	 *
	 * @param type the name of the type that has it
	 * @param answer the record that it answers with
	 */
	protected ComputedField(String type, String name, Class<A> arguments, Class<? extends Record> answer) {
		this.coordinates = FieldCoordinates.coordinates(type, name);
		this.arguments = arguments;
		this.answer = answer;
	}

	/** Where it stands in the schema. */
	public final FieldCoordinates coordinates() {
		return coordinates;
	}

	public final Class<A> argumentsType() {
		return arguments;
	}

	public final Class<? extends Record> answerType() {
		return answer;
	}

	/**
	 * The record of the arguments that GraphQL holds by their names, with the defaults of those that were not given.
	 */
	public final A bound(Map<String, Object> given) {
		try {
			return Objects.requireNonNull(
					arguments.cast(BINDER.bind(given, false, ResolvableType.forClass(arguments))));
		} catch (BindException e) {
			throw new IllegalStateException("the schema lets arguments of %s through that it does not take"
					.formatted(coordinates), e);
		}
	}
}

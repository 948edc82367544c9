package org.imprimatur.api;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.IntValue;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.scalars.ExtendedScalars;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.math.BigInteger;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Territory;
import org.imprimatur.time.Iso8601;
import org.jspecify.annotations.Nullable;

/** The scalars that are texts, and ids, which are read to the letter wherever a client gives one. */
final class Scalars {

	static final List<GraphQLScalarType> ALL = List.of(
			read(named("Date", ExtendedScalars.Date), "2026-06-26", Iso8601::day),
			read(named("DateTime", ExtendedScalars.DateTime), "2026-06-26T12:00:00Z", Iso8601::moment),
			read(graphql.Scalars.GraphQLID, "model/mythos-5", id -> id),
			read(named("Territory", graphql.Scalars.GraphQLString), "IT", Territory::of));

	private Scalars() {
	}

	/** One that is described by the schema: what another says of itself would overrule that. */
	private static GraphQLScalarType named(String name, GraphQLScalarType written) {
		return GraphQLScalarType.newScalar().name(name).coercing(written.getCoercing()).build();
	}

	private static GraphQLScalarType read(GraphQLScalarType written, String example, Function<String, ?> reading) {
		return written.transform(scalar -> scalar
				.coercing(new Text(written.getCoercing(), "write it as a text, such as \"%s\"".formatted(example),
						reading)));
	}

	/**
	 * How a scalar is read and written.
	 *
	 * @param written how it is written
	 * @param form what to say of what is no text
	 * @param reading reads a text
	 */
	private record Text(Coercing<?, ?> written, String form, Function<String, ?> reading)
			implements
				Coercing<Object, Object> {

		@Override
		public @Nullable Object serialize(Object value, GraphQLContext context, Locale locale) {
			return written.serialize(value, context, locale);
		}

		@Override
		public Value<?> valueToLiteral(Object value, GraphQLContext context, Locale locale) {
			return StringValue.of(String.valueOf(value));
		}

		@Override
		public Object parseValue(Object value, GraphQLContext context, Locale locale) {
			try {
				return read(value);
			} catch (Refusal refused) {
				throw CoercingParseValueException.newCoercingParseValueException().message(refused.sentence())
						.extensions(GraphQlError.extensions(refused)).build();
			}
		}

		@Override
		public Object parseLiteral(Value<?> value, CoercedVariables variables, GraphQLContext context, Locale locale) {
			try {
				return read(switch (value) {
					case StringValue text -> text.getValue();
					case IntValue number -> number.getValue();
					default -> value;
				});
			} catch (Refusal refused) {
				throw CoercingParseLiteralException.newCoercingParseLiteralException().message(refused.sentence())
						.extensions(GraphQlError.extensions(refused)).build();
			}
		}

		private Object read(@Nullable Object value) {
			// Some count on what the specification says: a whole number is an id, too.
			boolean number = written == graphql.Scalars.GraphQLID.getCoercing()
					&& (value instanceof Integer || value instanceof Long || value instanceof BigInteger);
			if (!(value instanceof String) && !number) {
				throw new Refusal(Code.BAD_ARGUMENT, form);
			}
			try {
				return reading.apply(String.valueOf(value));
			} catch (IllegalArgumentException | DateTimeParseException e) {
				throw new Refusal(Code.BAD_ARGUMENT, String.valueOf(e.getMessage()));
			}
		}
	}
}

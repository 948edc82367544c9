package org.imprimatur.api.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.language.SourceLocation;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A refusal as GraphQL tells it: a message, and the code among the extensions. */
public final class GraphQlError {

	/** What the extensions of an error hold its code under. */
	public static final String CODE = "code";

	private GraphQlError() {
	}

	/** The error of a refusal that concerns the whole of an operation. */
	public static GraphQLError of(Refusal refusal) {
		return of(refusal, GraphqlErrorBuilder.newError());
	}

	/** The error of a refusal of what stands in a place of the document. */
	public static GraphQLError of(Refusal refusal, SourceLocation place) {
		return of(refusal, GraphqlErrorBuilder.newError().location(place));
	}

	/** The error of a refusal to answer a field. */
	public static GraphQLError of(Refusal refusal, DataFetchingEnvironment field) {
		return of(refusal, GraphqlErrorBuilder.newError(field));
	}

	/** The error of a refusal to answer one place of a field that is a list. */
	public static GraphQLError of(Refusal refusal, DataFetchingEnvironment field, int place) {
		return of(refusal, GraphqlErrorBuilder.newError(field)
				.path(field.getExecutionStepInfo().getPath().segment(place)));
	}

	private static GraphQLError of(Refusal refusal, GraphqlErrorBuilder<?> error) {
		return error.errorType(refusal.code().classification()).message("%s", refusal.sentence())
				.extensions(extensions(refusal)).build();
	}

	/** The answer to a request that is refused before GraphQL sees it. */
	public static Map<String, Object> answer(Refusal refusal) {
		Map<String, Object> error = new LinkedHashMap<>();
		error.put("message", refusal.sentence());
		error.put("extensions", extensions(refusal));
		return Map.of("errors", List.of(error));
	}

	/** What a program can read of a refusal. */
	public static Map<String, Object> extensions(Refusal refusal) {
		return Map.of(CODE, refusal.code().name());
	}
}

package org.imprimatur.api.error;

import graphql.ErrorType;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.imprimatur.api.error.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the errors that GraphQL itself finds a code, too: those of the document and its variables, or of our own
 * making.
 */
@Component
class ErrorCodes extends SimplePerformantInstrumentation {

	private static final String FAILED = "this could not be answered: try again, and report it if it stays so";

	/** How a sentence tells that a document is beyond the limits of the parser, or of introspection. */
	private static final Pattern BEYOND_LIMITS = Pattern.compile(": ask for less in one document$");

	/** What GraphQL itself says is in our words, which are English, whatever the client's language or the server's. */
	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			@Nullable InstrumentationState state) {
		return input.transform(builder -> builder.locale(Locale.ENGLISH));
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
		ErrorSentences sentences = new ErrorSentences(parameters.getSchema());
		List<GraphQLError> errors = result.getErrors().stream().map(error -> coded(error, sentences)).distinct()
				.toList();
		return CompletableFuture.completedFuture(
				errors.isEmpty() ? result : result.transform(builder -> builder.errors(errors)));
	}

	private static GraphQLError coded(GraphQLError error, ErrorSentences sentences) {
		Map<String, Object> extensions = error.getExtensions() == null
				? new HashMap<>()
				: new HashMap<>(error.getExtensions());
		String message = isOurs(error) && !extensions.containsKey(GraphQlError.CODE) ? FAILED : sentences.of(error);
		extensions.putIfAbsent(GraphQlError.CODE, code(error, message).name());
		GraphQLError.Builder<?> coded = GraphQLError.newError().message("%s", message).errorType(error.getErrorType())
				.extensions(extensions);
		if (error.getLocations() != null && !error.getLocations().isEmpty()) {
			coded.locations(error.getLocations());
		}
		return error.getPath() == null ? coded.build() : coded.path(error.getPath()).build();
	}

	private static Code code(GraphQLError error, String message) {
		if (BEYOND_LIMITS.matcher(message).find()) {
			return Code.LIMIT_EXCEEDED;
		}
		return isOurs(error) ? Code.INTERNAL_ERROR : Code.BAD_QUERY;
	}

	private static boolean isOurs(GraphQLError error) {
		return error.getErrorType() == ErrorType.NullValueInNonNullableField
				|| error.getErrorType() == ErrorType.DataFetchingException;
	}
}

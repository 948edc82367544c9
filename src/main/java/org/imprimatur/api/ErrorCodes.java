package org.imprimatur.api;

import graphql.ErrorType;
import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives the errors that GraphQL itself finds a code, too: those of the document and its variables, or of our own making. */
@Component
class ErrorCodes extends SimplePerformantInstrumentation {

	private static final String CODE = "code";
	private static final int LONGEST_MESSAGE = 500;
	/** How graphql-java says that a document is beyond the limits of its parser, or an introspection beyond good faith. */
	private static final Pattern BEYOND_LIMITS = Pattern
			.compile("parsing has been cancelled|not asking for introspection in good faith|Maximum field count");

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
		List<GraphQLError> errors = result.getErrors().stream().map(ErrorCodes::coded).toList();
		return CompletableFuture.completedFuture(
				errors.isEmpty() ? result : result.transform(builder -> builder.errors(errors)));
	}

	private static GraphQLError coded(GraphQLError error) {
		Map<String, Object> extensions = error.getExtensions() == null
				? new HashMap<>()
				: new HashMap<>(error.getExtensions());
		if (extensions.containsKey(CODE)) {
			return error;
		}
		String message = shortened(String.valueOf(error.getMessage()));
		boolean tooMuch = BEYOND_LIMITS.matcher(message).find();
		boolean ours = error.getErrorType() == ErrorType.NullValueInNonNullableField
				|| error.getErrorType() == ErrorType.DataFetchingException;
		extensions.put(CODE, ours
				? "INTERNAL_ERROR"
				: (tooMuch ? Refusal.Code.LIMIT_EXCEEDED : Refusal.Code.BAD_QUERY).name());
		GraphQLError.Builder<?> coded = GraphQLError.newError()
				.message("%s", tooMuch ? message.replaceFirst("\\.$", "") + ": ask for less in one document" : message)
				.errorType(error.getErrorType()).extensions(extensions);
		if (error.getLocations() != null) {
			coded.locations(error.getLocations());
		}
		return error.getPath() == null ? coded.build() : coded.path(error.getPath()).build();
	}

	/** What a message repeats of the document need not be all of it. */
	private static String shortened(String message) {
		return message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE) + "…";
	}
}

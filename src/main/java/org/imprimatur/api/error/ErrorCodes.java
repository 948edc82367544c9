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
import org.imprimatur.text.Excerpt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives the errors that GraphQL itself finds a code, too: those of the document and its variables, or of our own
 * making.
 */
@Component
class ErrorCodes extends SimplePerformantInstrumentation {

	private static final int LONGEST_MESSAGE = 500;
	/**
	 * How graphql-java says that a document is beyond the limits of its parser, or an introspection beyond good faith.
	 */
	private static final Pattern BEYOND_LIMITS = Pattern
			.compile("parsing has been cancelled|not asking for introspection in good faith");

	/** How graphql-java says what is wrong with a value in a document: what it is called, and why it will not do. */
	private static final Pattern WRONG_VALUE = Pattern.compile(
			"Validation error \\(.*?\\) : (argument '[^']*') with value '.*' is not a valid '\\w+' - (.*)",
			Pattern.DOTALL);

	/** What GraphQL itself says is in English, as is what we say, whatever the client's language or the server's. */
	@Override
	public ExecutionInput instrumentExecutionInput(ExecutionInput input, InstrumentationExecutionParameters parameters,
			@Nullable InstrumentationState state) {
		return input.transform(builder -> builder.locale(Locale.ROOT));
	}

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
		// What a message repeats of the document need not be all of it.
		String message = Excerpt.of(
				WRONG_VALUE.matcher(String.valueOf(error.getMessage())).replaceFirst("$1: $2"), LONGEST_MESSAGE);
		if (!extensions.containsKey(GraphQlError.CODE)) {
			Code code = isOurs(error) ? Code.INTERNAL_ERROR : Code.BAD_QUERY;
			if (BEYOND_LIMITS.matcher(message).find()) {
				code = Code.LIMIT_EXCEEDED;
				message = message.replaceFirst("[.!]+$", "") + ": ask for less in one document";
			}
			extensions.put(GraphQlError.CODE, code.name());
		}
		GraphQLError.Builder<?> coded = GraphQLError.newError().message("%s", message).errorType(error.getErrorType())
				.extensions(extensions);
		if (error.getLocations() != null) {
			coded.locations(error.getLocations());
		}
		return error.getPath() == null ? coded.build() : coded.path(error.getPath()).build();
	}

	private static boolean isOurs(GraphQLError error) {
		return error.getErrorType() == ErrorType.NullValueInNonNullableField
				|| error.getErrorType() == ErrorType.DataFetchingException;
	}
}

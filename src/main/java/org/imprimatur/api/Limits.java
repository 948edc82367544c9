package org.imprimatur.api;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/**
 * What one operation may ask. Planning an unseen statement is the door to overload, so that all of an operation is held
 * against the limits before anything is asked of the graph (design §5). Every answer tells its cost.
 */
@Component
class Limits extends SimplePerformantInstrumentation {

	static final int HOPS = 8;
	static final int SUBQUERIES = 40;
	static final long COST = 300_000;
	static final int FIELDS = 1_000;
	static final int DEPTH = 40;
	static final int VALUES = 100;
	static final int PAGE = 100;

	private static final String SPENT = "imprimatur.cost";

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		try {
			ExecutableNormalizedOperation operation = context.getNormalizedQueryTree().get();
			hold(operation.getOperationFieldCount(), FIELDS,
					"this selects %d fields, and %d is the limit: ask for fewer");
			hold(operation.getOperationDepth(), DEPTH,
					"this nests %d fields, and %d is the limit: ask in two queries");
			operation.getFieldToNormalizedField().values().forEach(Limits::holdArguments);
			OperationSize size = OperationSize.of(operation.getTopLevelFields(), context.getGraphQLSchema());
			hold(size.hops(), HOPS, "this follows %d relationships in a row, and %d is the limit: ask in two queries");
			hold(size.subqueries(), SUBQUERIES,
					"this operation follows %d relationships, and %d is the limit: ask for fewer fields, or in two queries");
			hold(size.cost(), COST,
					"this operation costs up to %d, and %d is the limit: ask for shorter pages, or for fewer fields below lists");
			context.getGraphQLContext().put(SPENT, size.cost());
			return super.beginExecuteOperation(parameters, state);
		} catch (Refusal refusal) {
			throw new AbortExecutionException(List.of(error(refusal)));
		}
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
		Long cost = parameters.getGraphQLContext().get(SPENT);
		return CompletableFuture.completedFuture(cost == null
				? result
				: result.transform(answer -> answer.addExtension("cost", Map.of("requested", cost, "limit", COST))));
	}

	private static void holdArguments(ExecutableNormalizedField field) {
		Map<String, Object> arguments = field.getResolvedArguments();
		arguments.values().forEach(Limits::holdValue);
		if (arguments.get("first") instanceof Integer first && (first < 1 || first > PAGE)) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED,
					"first is %d: ask for 1 to %d at a time, and for more with after".formatted(first, PAGE));
		}
	}

	private static void holdValue(@Nullable Object value) {
		switch (value) {
			case Map<?, ?> fields -> fields.values().forEach(Limits::holdValue);
			case Collection<?> values -> hold(values.size(), VALUES,
					"these are %d ids or other values in one list, and %d is the limit: ask for them in several queries");
			case null, default -> {
			}
		}
	}

	private static void hold(long asked, long limit, String sentence) {
		if (asked > limit) {
			throw new Refusal(Refusal.Code.LIMIT_EXCEEDED, sentence.formatted(asked, limit));
		}
	}

	private static GraphQLError error(Refusal refusal) {
		return GraphQLError.newError().errorType(ErrorType.BAD_REQUEST).message("%s", refusal.getMessage())
				.extensions(Map.of("code", refusal.code().name())).build();
	}
}

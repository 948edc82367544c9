package org.imprimatur.api.limit;

import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationValidationParameters;
import graphql.language.Document;
import graphql.language.FragmentDefinition;
import graphql.normalized.ExecutableNormalizedField;
import graphql.normalized.ExecutableNormalizedOperation;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLObjectType;
import graphql.validation.ValidationError;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.schema.SchemaReading;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What one operation may ask. Planning an unseen statement is the door to overload, so that all of an operation is held
 * against the limits before anything is asked of the graph (design, "The API"). Every answer tells its cost, by which a
 * client's operation is let in or has to wait.
 */
@Component
class Limits extends SimplePerformantInstrumentation {

	static final int HOPS = 8;
	static final int SUBQUERIES = 40;
	static final long COST = 1_000_000;
	static final int FRAGMENTS = 100;
	static final int FIELDS = 1_000;
	static final int DEPTH = 40;
	static final int VALUES = 100;
	static final int PAGE = 100;

	/** In characters; what is longer is no name, title or question. */
	static final int TEXT = 20_000;
	static final Duration TIME = Duration.ofSeconds(30);

	private static final String SPENT = "imprimatur.cost";
	private static final String END = "imprimatur.end";

	private final InstantSource clock;

	Limits(InstantSource clock) {
		this.clock = clock;
	}

	/** Before validation, which walks through all that fragments spread, and through all that lie between any two. */
	@Override
	public @Nullable InstrumentationContext<List<ValidationError>> beginValidation(
			InstrumentationValidationParameters parameters, @Nullable InstrumentationState state) {
		Document document = parameters.getDocument();
		holdAll(() -> {
			hold(document.getDefinitionsOfType(FragmentDefinition.class).size(), FRAGMENTS,
					"this has %d fragments, and %d is the limit: ask in several documents");
			hold(SpreadFields.of(document), FIELDS,
					"this selects %d fields or more, and %d is the limit: ask for fewer, or in several documents");
		});
		return super.beginValidation(parameters, state);
	}

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		holdAll(() -> {
			ExecutableNormalizedOperation operation = context.getNormalizedQueryTree().get();
			hold(operation.getOperationDepth(), DEPTH,
					"this nests %d fields, and %d is the limit: ask in two queries");
			operation.getFieldToNormalizedField().values().forEach(Limits::holdArguments);
			OperationSize size = OperationSize.of(operation.getTopLevelFields(), context.getGraphQLSchema());
			hold(size.hops(), HOPS, "this follows %d relationships in a row, and %d is the limit: ask in two queries");
			hold(size.subqueries(), SUBQUERIES,
					"""
						this operation follows %d relationships, and %d is the limit: ask for fewer fields, or in two \
						queries""");
			hold(size.cost(), COST,
					"""
						this operation costs up to %d, and %d is the limit: ask for shorter pages, or for fewer fields \
						below lists""");
			Running.of(context.getGraphQLContext()).ifPresent(running -> running.begin(size.cost()));
			context.getGraphQLContext().put(SPENT, size.cost()).put(END, clock.instant().plus(TIME));
		});
		return super.beginExecuteOperation(parameters, state);
	}

	/** A root field is not begun when the others have taken all the time that an operation has. */
	@Override
	public DataFetcher<?> instrumentDataFetcher(DataFetcher<?> fetcher, InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		// What is trivial is no root field, and to make its environment would cost more than to read it.
		if (parameters.isTrivialDataFetcher()
				|| !(parameters.getEnvironment().getParentType() instanceof GraphQLObjectType type
						&& SchemaReading.isRoot(type))) {
			return fetcher;
		}
		return environment -> {
			if (clock.instant().isAfter(Objects.requireNonNull(environment.getGraphQlContext().<Instant>get(END)))) {
				throw new Refusal(Code.LIMIT_EXCEEDED,
						"""
							what stands before this took longer than %d seconds, which is the limit of an operation: \
							ask for less at once"""
								.formatted(TIME.toSeconds()));
			}
			return fetcher.get(environment);
		};
	}

	@Override
	public CompletableFuture<ExecutionResult> instrumentExecutionResult(ExecutionResult result,
			InstrumentationExecutionParameters parameters, @Nullable InstrumentationState state) {
		Long cost = parameters.getGraphQLContext().get(SPENT);
		return CompletableFuture.completedFuture(cost == null
				? result
				: result.transform(answer -> answer.addExtension("cost", told(cost))));
	}

	/** In this order always, so that equal answers have equal bytes. */
	private static Map<String, Long> told(long cost) {
		Map<String, Long> told = new LinkedHashMap<>();
		told.put("requested", cost);
		told.put("limit", COST);
		return told;
	}

	/** A refusal here is one of the whole operation. */
	private static void holdAll(Runnable limits) {
		try {
			limits.run();
		} catch (Refusal refusal) {
			throw new AbortExecutionException(List.of(GraphQlError.of(refusal)));
		}
	}

	private static void holdArguments(ExecutableNormalizedField field) {
		Map<String, Object> arguments = field.getResolvedArguments();
		arguments.values().forEach(Limits::holdValue);
		holdSize(arguments, "first", "after");
		holdSize(arguments, "last", "before");
	}

	private static void holdSize(Map<String, Object> arguments, String size, String further) {
		if (arguments.get(size) instanceof Integer asked && (asked < 1 || asked > PAGE)) {
			throw new Refusal(Code.LIMIT_EXCEEDED, "%s is %d: ask for 1 to %d at a time, and for more with %s"
					.formatted(size, asked, PAGE, further));
		}
	}

	private static void holdValue(@Nullable Object value) {
		switch (value) {
			case Map<?, ?> fields -> fields.values().forEach(Limits::holdValue);
			case Collection<?> values -> hold(values.size(), VALUES,
					"""
						these are %d ids or other values in one list, and %d is the limit: ask for them in several \
						queries""");
			case String text -> hold(text.length(), TEXT,
					"an argument is %d characters long, and %d is the limit: give a shorter one");
			case null, default -> {
			}
		}
	}

	private static void hold(long asked, long limit, String sentence) {
		if (asked > limit) {
			throw new Refusal(Code.LIMIT_EXCEEDED, sentence.formatted(asked, limit));
		}
	}
}

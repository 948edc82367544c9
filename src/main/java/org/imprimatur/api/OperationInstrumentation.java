package org.imprimatur.api;

import graphql.execution.instrumentation.ChainedInstrumentation;
import graphql.execution.instrumentation.ExecuteObjectInstrumentationContext;
import graphql.execution.instrumentation.FieldFetchingInstrumentationContext;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimpleInstrumentationContext;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionStrategyParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldCompleteParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldFetchParameters;
import graphql.execution.instrumentation.parameters.InstrumentationFieldParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks instrumentations about operations and fetchers alone. To ask each of them where each field begins and ends costs
 * a part of every answer, and none of them has anything to say there.
 */
final class OperationInstrumentation extends ChainedInstrumentation {

	OperationInstrumentation(List<Instrumentation> instrumentations) {
		super(instrumentations);
	}

	@Override
	public ExecuteObjectInstrumentationContext beginExecuteObject(InstrumentationExecutionStrategyParameters parameters,
			@Nullable InstrumentationState state) {
		return ExecuteObjectInstrumentationContext.NOOP;
	}

	@Override
	public InstrumentationContext<Object> beginFieldExecution(InstrumentationFieldParameters parameters,
			@Nullable InstrumentationState state) {
		return noOp();
	}

	@Override
	public FieldFetchingInstrumentationContext beginFieldFetching(InstrumentationFieldFetchParameters parameters,
			@Nullable InstrumentationState state) {
		return FieldFetchingInstrumentationContext.NOOP;
	}

	@Override
	public InstrumentationContext<Object> beginFieldCompletion(InstrumentationFieldCompleteParameters parameters,
			@Nullable InstrumentationState state) {
		return noOp();
	}

	@Override
	public InstrumentationContext<Object> beginFieldListCompletion(InstrumentationFieldCompleteParameters parameters,
			@Nullable InstrumentationState state) {
		return noOp();
	}

	private static InstrumentationContext<Object> noOp() {
		return SimpleInstrumentationContext.noOp();
	}
}

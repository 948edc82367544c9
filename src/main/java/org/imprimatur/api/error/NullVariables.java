package org.imprimatur.api.error;

import graphql.ExecutionResult;
import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.analysis.QueryVisitorStub;
import graphql.execution.AbortExecutionException;
import graphql.execution.CoercedVariables;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Directive;
import graphql.language.DirectivesContainer;
import graphql.language.Node;
import graphql.language.ObjectValue;
import graphql.language.Value;
import graphql.language.VariableReference;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.imprimatur.api.error.Refusal.Code;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses null where nothing may be null: the specification lets a variable that may be null stand there if it, or the
 * place, has a default, and null is given in its stead. graphql-java fails at that, and says nothing of the place.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class NullVariables extends SimplePerformantInstrumentation {

	@Override
	public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
			InstrumentationExecuteOperationParameters parameters, @Nullable InstrumentationState state) {
		ExecutionContext context = parameters.getExecutionContext();
		Map<String, Object> given = new HashMap<>(context.getCoercedVariables().toMap());
		Set<String> empty = new HashSet<>(given.keySet());
		empty.removeIf(name -> given.get(name) != null);
		if (!empty.isEmpty()) {
			checkDirectives(context.getDocument(), empty);
			given.keySet().removeAll(empty);
			QueryTraverser.newQueryTraverser().schema(context.getGraphQLSchema()).document(context.getDocument())
					.operationName(context.getExecutionInput().getOperationName())
					.coercedVariables(CoercedVariables.of(given)).build().visitPreOrder(new Arguments(empty));
		}
		return super.beginExecuteOperation(parameters, state);
	}

	/** The arguments of include and skip. */
	private static void checkDirectives(Node<?> node, Set<String> empty) {
		if (node instanceof DirectivesContainer<?> container) {
			for (Directive directive : container.getDirectives()) {
				for (Argument argument : directive.getArguments()) {
					check(argument.getName(), argument.getValue(), true, empty);
				}
			}
		}
		node.getChildren().forEach(child -> checkDirectives(child, empty));
	}

	private static final class Arguments extends QueryVisitorStub {

		private final Set<String> empty;

		private Arguments(Set<String> empty) {
			this.empty = empty;
		}

		@Override
		public void visitField(QueryVisitorFieldEnvironment field) {
			for (Argument argument : field.getField().getArguments()) {
				GraphQLArgument defined = field.getFieldDefinition().getArgument(argument.getName());
				if (defined != null) {
					check(argument.getName(), argument.getValue(), defined.getType(), empty);
				}
			}
		}

		private static void check(String name, Value<?> value, GraphQLType type, Set<String> empty) {
			NullVariables.check(name, value, GraphQLTypeUtil.isNonNull(type), empty);
			GraphQLType bare = GraphQLTypeUtil.unwrapNonNull(type);
			if (value instanceof ArrayValue array && bare instanceof GraphQLList list) {
				array.getValues().forEach(it -> check(name, it, list.getOriginalWrappedType(), empty));
			} else if (value instanceof ObjectValue object && bare instanceof GraphQLInputObjectType input) {
				object.getObjectFields().forEach(field -> check(field.getName(), field.getValue(),
						input.getField(field.getName()).getType(), empty));
			}
		}
	}

	private static void check(String name, Value<?> value, boolean required, Set<String> empty) {
		if (required && value instanceof VariableReference variable && empty.contains(variable.getName())) {
			throw new AbortExecutionException(List.of(GraphQlError.of(new Refusal(Code.BAD_QUERY,
					"variable '%s' is null, and '%s' takes no null: give a value, or leave the variable out"
							.formatted(variable.getName(), name)),
					Objects.requireNonNull(variable.getSourceLocation()))));
		}
	}
}

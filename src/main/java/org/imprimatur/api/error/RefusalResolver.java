package org.imprimatur.api.error;

import graphql.ErrorClassification;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.Map;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.imprimatur.graph.connection.ReadTimedOut;
import org.imprimatur.graph.connection.TooMuchPlanned;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.stereotype.Component;

/** Makes an error of whatever a fetcher throws: a refusal says what to do, anything else says no more than that it failed. */
@Component
class RefusalResolver extends DataFetcherExceptionResolverAdapter {

	private static final Logger LOG = LoggerFactory.getLogger(RefusalResolver.class);

	@Override
	protected @Nullable GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment environment) {
		if (thrown instanceof Refusal refusal) {
			ErrorClassification type = refusal.code() == Refusal.Code.NOT_FOUND
					? ErrorType.NOT_FOUND
					: ErrorType.BAD_REQUEST;
			return error(environment, type, refusal.code().name(), String.valueOf(refusal.getMessage()));
		}
		if (thrown instanceof ReadTimedOut timeout) {
			return error(environment, ErrorType.BAD_REQUEST, Refusal.Code.LIMIT_EXCEEDED.name(),
					timeout.getMessage() + ": ask for less at once");
		}
		if (thrown instanceof TooMuchPlanned busy) {
			return error(environment, ErrorType.BAD_REQUEST, Refusal.Code.LIMIT_EXCEEDED.name(),
					busy.getMessage() + ": try again in a moment");
		}
		if (thrown instanceof GraphUnavailable) {
			LOG.warn("cannot answer {}: {}", environment.getExecutionStepInfo().getPath(), thrown.getMessage());
			return error(environment, ErrorType.INTERNAL_ERROR, "UNAVAILABLE",
					thrown.getMessage() + ": try again in a moment");
		}
		LOG.error("cannot answer {}", environment.getExecutionStepInfo().getPath(), thrown);
		return error(environment, ErrorType.INTERNAL_ERROR, "INTERNAL_ERROR",
				"this could not be answered: try again, and report it with %s if it stays so"
						.formatted(environment.getExecutionId()));
	}

	private static GraphQLError error(DataFetchingEnvironment environment, ErrorClassification type, String code,
			String message) {
		return GraphqlErrorBuilder.newError(environment).errorType(type).message("%s", message)
				.extensions(Map.of("code", code)).build();
	}
}

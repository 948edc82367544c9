package org.imprimatur.api.error;

import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.ErrorType;
import org.springframework.graphql.execution.SubscriptionExceptionResolverAdapter;
import org.springframework.stereotype.Component;

/** Makes an error of whatever ends a subscription: a refusal says what to do, anything else how to go on. */
@Component
public class SubscriptionErrors extends SubscriptionExceptionResolverAdapter {

	private static final Logger LOG = LoggerFactory.getLogger(SubscriptionErrors.class);

	@Override
	protected GraphQLError resolveToSingleError(Throwable thrown) {
		if (thrown instanceof Refusal refusal) {
			return error(refusal.code() == Refusal.Code.NOT_FOUND ? ErrorType.NOT_FOUND : ErrorType.BAD_REQUEST,
					refusal.code().name(), String.valueOf(refusal.getMessage()));
		}
		LOG.error("a subscription ended", thrown);
		return error(ErrorType.INTERNAL_ERROR, "INTERNAL_ERROR",
				"this subscription cannot go on: subscribe again, with since as the revision that you saw last");
	}

	public static GraphQLError error(ErrorType type, String code, String message) {
		return GraphqlErrorBuilder.newError().errorType(type).message("%s", message).extensions(Map.of("code", code))
				.build();
	}
}

package org.imprimatur.api.error;

import org.imprimatur.api.error.Refusal.Code;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;

/** Makes an error of whatever a fetcher throws, or ends a subscription. */
@Configuration(proxyBeanMethods = false)
class ErrorResolvers {

	private static final Logger LOG = LoggerFactory.getLogger(ErrorResolvers.class);

	@Bean
	DataFetcherExceptionResolver fetcherErrors() {
		return DataFetcherExceptionResolver.forSingleError((thrown, environment) -> GraphQlError.of(
				Failures.refusal(thrown, environment.getExecutionStepInfo().getPath(),
						"this could not be answered: try again, and report it with %s if it stays so"
								.formatted(environment.getExecutionId())),
				environment));
	}

	/** Whatever it was that ended a subscription, the client goes on in the same way. */
	@Bean
	SubscriptionExceptionResolver subscriptionErrors() {
		return SubscriptionExceptionResolver.forSingleError(thrown -> {
			if (thrown instanceof Refusal refusal) {
				return GraphQlError.of(refusal);
			}
			LOG.error("a subscription ended", thrown);
			return GraphQlError.of(new Refusal(Code.INTERNAL_ERROR,
					"this subscription cannot go on: subscribe again, with since as the revision that you saw last"));
		});
	}
}

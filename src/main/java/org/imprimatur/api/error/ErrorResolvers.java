package org.imprimatur.api.error;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.SubscriptionExceptionResolver;

/** Makes an error of whatever a fetcher throws, or ends a subscription. */
@Configuration(proxyBeanMethods = false)
class ErrorResolvers {

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
		return SubscriptionExceptionResolver.forSingleError(thrown -> GraphQlError.of(Failures.refusal(thrown,
				"a subscription",
				"this subscription cannot go on: subscribe again, with since as the revision that you saw last")));
	}
}

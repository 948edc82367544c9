package org.imprimatur.api.limit;

import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Has each operation of a client take part in what may run at once, until it is answered, however that ends. */
@Component
class LoadShedding implements WebGraphQlInterceptor {

	private final Admission admission;

	LoadShedding(Admission admission) {
		this.admission = admission;
	}

	@Override
	public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
		Running running = new Running(admission, Client.at(request.getRemoteAddress()));
		request.configureExecutionInput((input, builder) -> builder.graphQLContext(running.context()).build());
		// Before the answer is handed on: whoever has it may ask again before this goes on.
		return chain.next(request).doOnTerminate(running::end).doOnCancel(running::end);
	}
}

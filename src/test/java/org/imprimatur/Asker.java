package org.imprimatur;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.support.ResourceDocumentSource;
import org.springframework.graphql.test.tester.GraphQlTester;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/** Asks the application over HTTP, with the documents that the product ships or with a text of the test's own. */
public class Asker {

	private static final Duration PATIENCE = Duration.ofSeconds(60);
	private static final int LONGEST_ANSWER = 16_000_000;
	private static final int PARTIAL_SUCCESS = 294;

	private final Environment environment;

	Asker(Environment environment) {
		this.environment = environment;
	}

	/** Where the application listens. */
	public String origin() {
		return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
	}

	/** The answer to a shipped document. */
	public GraphQlTester.Response ask(String documentName, Map<String, ?> variables) {
		GraphQlTester.Request<?> request = tester().documentName(documentName);
		variables.forEach(request::variable);
		return request.execute();
	}

	/** The answer to a document of the test's own. */
	public GraphQlTester.Response askText(String document) {
		return askText(document, Map.of());
	}

	/** The answer to a document of the test's own, with variables. */
	public GraphQlTester.Response askText(String document, Map<String, ?> variables) {
		GraphQlTester.Request<?> request = tester().document(document);
		variables.forEach(request::variable);
		return request.execute();
	}

	private GraphQlTester tester() {
		ResourceDocumentSource shipped = new ResourceDocumentSource(
				List.of(new ClassPathResource("graphql-documents/")), List.of(".graphql"));
		return HttpGraphQlTester.builder(
				WebTestClient.bindToServer().baseUrl(origin() + "/graphql").responseTimeout(PATIENCE)
						.filter(Asker::partialIsOk)
						.codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LONGEST_ANSWER)))
				.documentSource(shipped).build();
	}

	/** The tester takes status 200 alone; GraphQL over HTTP has 294 for data that comes with errors. */
	private static Mono<ClientResponse> partialIsOk(ClientRequest request, ExchangeFunction next) {
		return next.exchange(request).map(response -> response.statusCode().value() == PARTIAL_SUCCESS
				? response.mutate().statusCode(HttpStatus.OK).build()
				: response);
	}
}

package org.imprimatur.api.http;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.imprimatur.answer.KeptAnswers;
import org.imprimatur.api.error.Failures;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.fetch.OperationRevision;
import org.imprimatur.api.limit.Running;
import org.imprimatur.ledger.Head;
import org.reactivestreams.Publisher;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultExecutionGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers GraphQL requests over HTTP (docs/graphql-over-http.md). They are read at the revision that this process knows
 * to be the newest, or at one that the client has seen; that revision is in the key of an answer, which is the
 * {@code ETag} of one to a {@code GET}, so that neither an answer that the client has, nor one that is kept here, asks
 * anything of the graph (design, "The API").
 */
@Component
public class GraphQlEndpoint {

	/** A link cannot say what it accepts. */
	private static final String TABLE = ".csv";
	/** The newest revision that a client has seen: it is never answered as of an older one. */
	private static final String SEEN = "Imprimatur-Revision";
	/** The specification's own status for data that comes with errors. */
	private static final HttpStatusCode PARTIAL_SUCCESS = HttpStatusCode.valueOf(294);
	private static final String WHATEVER_THERE_IS = "*";
	private static final byte[] NOTHING = {};

	private final WebGraphQlHandler graphQl;
	private final GraphQlRequestBody requests;
	private final QueryLibrary library;
	private final AnswerKey keys;
	private final KeptAnswers kept;
	private final Head head;
	private final OperationMetrics metrics;
	private final JsonMapper json;

	GraphQlEndpoint(WebGraphQlHandler graphQl, GraphQlRequestBody requests, QueryLibrary library, AnswerKey keys,
			KeptAnswers kept, Head head, OperationMetrics metrics, JsonMapper json) {
		this.metrics = metrics;
		this.graphQl = graphQl;
		this.requests = requests;
		this.library = library;
		this.keys = keys;
		this.kept = kept;
		this.head = head;
		this.json = json;
	}

	/** What answers a request in a type that its client takes. */
	private interface Answering {
		ServerResponse answer(ResponseType type) throws IOException;
	}

	/** What is asked, and the key of its answer. */
	private record Asked(GraphQlRequest graphQl, ResponseType type, int revision, LocalDate today, String key) {
	}

	/** An answer; {@code lasting} if it depends on its key alone. */
	private record Answer(HttpStatusCode status, ResponseType type, byte[] body, boolean lasting) {
	}

	ServerResponse post(ServerRequest request) {
		return answered(request, accepted(request), type -> {
			Answer answer = answer(request, asked(request, requests.posted(request), type));
			return passing(answer.type(), answer.status(), answer.body());
		});
	}

	ServerResponse get(ServerRequest request) {
		return answered(request, accepted(request),
				type -> cacheable(request, requests.addressed(request), type));
	}

	/** A document of the query library, with a parameter for each of its variables; as a table where a link says so. */
	ServerResponse document(ServerRequest request) {
		String asked = request.pathVariable("name");
		boolean table = asked.endsWith(TABLE);
		String name = table ? asked.substring(0, asked.length() - TABLE.length()) : asked;
		return answered(request, table ? List.of(ResponseType.CSV.mediaType().toString()) : accepted(request), type -> {
			QueryLibrary.Document document = library.find(name)
					.orElseThrow(() -> new Refusal(Code.NOT_FOUND,
							"there is no document '%s' in the query library: GET /graphql/documents lists them"
									.formatted(name)));
			return cacheable(request, new DefaultGraphQlRequest(
					type == ResponseType.CSV ? document.table() : document.text(), null,
					DocumentVariables.of(document, GraphQlRequestBody.parameters(request)), Map.of()), type);
		});
	}

	/**
	 * What is answered to a page that is made here of the same answers that its reader would get: the members of a
	 * response of GraphQL, of which refusals are errors.
	 */
	public Map<String, Object> answer(ServerRequest request, String document, Map<String, Object> variables) {
		try {
			GraphQlRequest graphQl = new DefaultGraphQlRequest(document, null, new HashMap<>(variables), Map.of());
			byte[] body = answer(request, asked(request, graphQl, ResponseType.JSON)).body();
			return json.readValue(body, new TypeReference<>() {
			});
		} catch (RuntimeException e) {
			Refusal refusal = Failures.refusal(e, request.path(), "this could not be answered: try again");
			metrics.refused(refusal.code());
			return GraphQlError.answer(refusal);
		}
	}

	private int revision(ServerRequest request) {
		int seen = Optional.ofNullable(request.headers().firstHeader(SEEN)).map(GraphQlEndpoint::number).orElse(0);
		int newest = head.number(seen);
		if (seen > newest) {
			throw Refusal.malformed("there is no revision %d, which the header %s names: the newest is %d"
					.formatted(seen, SEEN, newest));
		}
		return newest;
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw Refusal
					.malformed("the header %s has to be the number of a revision that an answer told".formatted(SEEN));
		}
	}

	private Asked asked(ServerRequest request, GraphQlRequest graphQl, ResponseType type) {
		int revision = revision(request);
		LocalDate today = keys.today();
		return new Asked(graphQl, type, revision, today, keys.of(graphQl, revision, today, type));
	}

	private ServerResponse cacheable(ServerRequest request, GraphQlRequest graphQl, ResponseType type) {
		Asked asked = asked(request, graphQl, type);
		// Weak, since the same answer may be sent compressed.
		String tag = "W/\"%s\"".formatted(asked.key());
		if (request.checkNotModified(tag).isPresent()) {
			return tagged(type, HttpStatus.NOT_MODIFIED, tag, NOTHING);
		}
		Answer answer = answer(request, asked);
		if (answer.lasting() && request.headers().header(HttpHeaders.IF_NONE_MATCH).contains(WHATEVER_THERE_IS)) {
			return tagged(type, HttpStatus.NOT_MODIFIED, tag, NOTHING);
		}
		return answer.lasting()
				? tagged(type, HttpStatus.OK, tag, answer.body())
				: passing(answer.type(), answer.status(), answer.body());
	}

	/** What is kept under the key, or else what is found now, which is kept if it depends on the key alone. */
	private Answer answer(ServerRequest request, Asked asked) {
		Optional<byte[]> known = kept.find(asked.key());
		if (known.isPresent()) {
			metrics.kept(asked.graphQl());
			return new Answer(HttpStatus.OK, asked.type(), known.get(), true);
		}
		WebGraphQlResponse response = execute(request, asked.graphQl(), asked.revision());
		Map<String, Object> answer = response.toMap();
		ResponseType type = answer.containsKey("errors") ? asked.type().ofErrors() : asked.type();
		byte[] body = type == ResponseType.CSV
				? AnswerTable.csv(asked.graphQl(), response.getData()).getBytes(StandardCharsets.UTF_8)
				: json.writeValueAsBytes(answer);
		// An answer that midnight overtook is good, but of which day it is nobody can tell.
		boolean ofOneDay = asked.today().equals(keys.today());
		boolean ofTheMoment = OperationRevision.isOfTheMoment(response.getExecutionInput().getGraphQLContext());
		boolean lasting = !answer.containsKey("errors") && ofOneDay && !ofTheMoment;
		if (lasting) {
			kept.keep(asked.key(), body);
		}
		return new Answer(status(type, answer), type, body, lasting);
	}

	private static List<String> accepted(ServerRequest request) {
		return request.headers().header(HttpHeaders.ACCEPT);
	}

	private ServerResponse answered(ServerRequest request, List<String> accepted, Answering answering) {
		ResponseType type = ResponseType.JSON;
		try {
			type = ResponseType.of(accepted);
			return answering.answer(type);
		} catch (IOException | RuntimeException e) {
			Refusal refusal = Failures.refusal(e, request.path(), "this could not be answered: try again");
			metrics.refused(refusal.code());
			return respond(type.ofErrors(), refusal.code().status(), CacheControl.noStore(), refusal.headers(),
					json.writeValueAsBytes(GraphQlError.answer(refusal)));
		}
	}

	private static ServerResponse respond(ResponseType type, HttpStatusCode status, CacheControl caching,
			Map<String, String> headers, byte[] body) {
		return ServerResponse.status(status).cacheControl(caching)
				.varyBy(HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_ENCODING)
				.headers(all -> headers.forEach(all::set))
				.contentType(new MediaType(type.mediaType(), StandardCharsets.UTF_8)).body(body);
	}

	/** An answer that is not kept. */
	private static ServerResponse passing(ResponseType type, HttpStatusCode status, byte[] body) {
		return respond(type, status, CacheControl.noStore(),
				status.isSameCodeAs(Code.UNAVAILABLE.status()) ? Code.UNAVAILABLE.headers() : Map.of(), body);
	}

	private static ServerResponse tagged(ResponseType type, HttpStatus status, String tag, byte[] body) {
		return respond(type, status, CacheControl.noCache().cachePublic(), Map.of(HttpHeaders.ETAG, tag), body);
	}

	/**
	 * That the graph is out of reach shows by the status, so that caches and proxies know; what was refused and what is
	 * partial does so in GraphQL's own media type alone.
	 */
	private static HttpStatusCode status(ResponseType type, Map<String, Object> answer) {
		if (!(answer.get("errors") instanceof List<?> errors)) {
			return HttpStatus.OK;
		}
		if (answer.get("data") == null && errors.stream().anyMatch(GraphQlEndpoint::isUnavailable)) {
			return Code.UNAVAILABLE.status();
		}
		if (type == ResponseType.JSON) {
			return HttpStatus.OK;
		}
		return answer.containsKey("data") ? PARTIAL_SUCCESS : HttpStatus.BAD_REQUEST;
	}

	private static boolean isUnavailable(Object error) {
		return error instanceof Map<?, ?> named && named.get("extensions") instanceof Map<?, ?> extensions
				&& Code.UNAVAILABLE.name().equals(extensions.get(GraphQlError.CODE));
	}

	private static WebGraphQlResponse noStream(WebGraphQlResponse response) {
		GraphQLError error = GraphQlError.of(new Refusal(Code.BAD_QUERY,
				"a subscription is a stream: accept text/event-stream, or speak graphql-transport-ws"));
		return new WebGraphQlResponse(new DefaultExecutionGraphQlResponse(response.getExecutionInput(),
				ExecutionResult.newExecutionResult().addError(error).build()));
	}

	private WebGraphQlResponse execute(ServerRequest request, GraphQlRequest asked, int revision) {
		WebGraphQlRequest web = GraphQlRequestBody.web(request, asked);
		web.configureExecutionInput(
				(input, builder) -> builder.graphQLContext(OperationRevision.pinned(revision)).build());
		WebGraphQlResponse response = Objects.requireNonNull(graphQl.handleRequest(web).block());
		Running.refusal(response.getExecutionInput().getGraphQLContext()).ifPresent(refusal -> {
			throw refusal;
		});
		return response.getData() instanceof Publisher ? noStream(response) : response;
	}
}

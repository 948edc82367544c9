package org.imprimatur.api.http;

import graphql.language.AstPrinter;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLSchema;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncResourceTemplateSpecification;
import io.modelcontextprotocol.server.McpStatelessServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceRequest;
import io.modelcontextprotocol.spec.McpSchema.ReadResourceResult;
import io.modelcontextprotocol.spec.McpSchema.ResourceTemplate;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.TextResourceContents;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.api.error.Failures;
import org.imprimatur.api.error.Refusal;
import org.springframework.ai.mcp.server.webmvc.transport.WebMvcStatelessServerTransport;
import org.springframework.boot.jackson.JacksonComponent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The questions of the query library as tools of the Model Context Protocol, and whatever has an id as a resource. They
 * are answered like any other question over HTTP, from what is kept and within the same limits; nothing is kept of a
 * session.
 */
@Configuration(proxyBeanMethods = false)
class Assistants {

	private static final String REQUEST = "request";
	/** The variable that is today if absent. */
	private static final String DAY = "asOf";
	private static final String SCHEME = "imprimatur://";
	private static final String INSTRUCTIONS = """
		Which conditions apply to which AI model, on which day, and why: a public record of how governments regulate \
		AI models. Turn names into ids with resolve or search first. Cite the address of an answer with its \
		revision, and the receipt where there is one. What is UNCERTAIN is uncertain: do not round it up. This is \
		not legal advice.""";
	private static final String RESOURCE = """
		query Resource($id: ID!) {
		  revision
		  node(id: $id) { __typename id name }
		  graph(around: [$id], depth: 1, first: 100) {
		    nodes { __typename id name }
		    edges { from { id } reads to { id } }
		    omitted
		  }
		}""";

	private final GraphQlEndpoint endpoint;
	private final AnswerKey keys;
	private final JsonMapper json;

	Assistants(GraphQlEndpoint endpoint, AnswerKey keys, JsonMapper json) {
		this.endpoint = endpoint;
		this.keys = keys;
		this.json = json;
	}

	@Bean
	RouterFunction<ServerResponse> modelContextProtocol(QueryLibrary library, GraphQlSource graphQl) {
		JacksonMcpJsonMapper mapper = new JacksonMcpJsonMapper(json);
		WebMvcStatelessServerTransport transport = WebMvcStatelessServerTransport.builder().jsonMapper(mapper)
				.messageEndpoint("/mcp")
				.contextExtractor(request -> McpTransportContext.create(Map.of(REQUEST, request))).build();
		McpServer.sync(transport).serverInfo("imprimatur", "1").instructions(INSTRUCTIONS).jsonMapper(mapper)
				.capabilities(ServerCapabilities.builder().tools(false).resources(false, false).build())
				.tools(library.all().stream().map(document -> tool(document, graphQl.schema())).toList())
				.resourceTemplates(new SyncResourceTemplateSpecification(
						ResourceTemplate.builder(SCHEME + "{kind}/{name}", "By id")
								.description("Anything by its id, and what it is tied to: imprimatur://model/mythos-5")
								.mimeType("application/json").build(),
						this::read))
				.immediateExecution(true).build();
		return transport.getRouterFunction().filter(Assistants::readable);
	}

	/**
	 * What cannot be read is refused as at the other doors, before the transport takes it for a fault of its own. Some
	 * assistants give null for an argument that they leave out, which the transport would refuse.
	 */
	private static ServerResponse readable(ServerRequest request, HandlerFunction<ServerResponse> transport)
			throws Exception {
		if (request.method() != HttpMethod.POST) {
			return transport.handle(request);
		}
		JsonNode message;
		try {
			message = GraphQlRequestBody.json(GraphQlRequestBody.body(request), "the message");
		} catch (Refusal | IOException e) {
			return EventStreams.refused(Failures.refusal(e, request.path(), "this could not be read: try again"));
		}
		if (message.at("/params/arguments") instanceof ObjectNode arguments) {
			arguments.removeIf(JsonNode::isNull);
		}
		return transport.handle(ServerRequest.from(request).body(message.toString()).build());
	}

	/** What the transport itself refuses, as JSON-RPC 2.0 has it, section 5.1: it would be written with its stack. */
	@JacksonComponent
	static class Refused extends ValueSerializer<McpError> {

		@Override
		public void serialize(McpError error, JsonGenerator json, SerializationContext context) {
			Map<String, Object> told = new LinkedHashMap<>();
			told.put("jsonrpc", "2.0");
			told.put("id", null);
			told.put("error", error.getJsonRpcError());
			context.writeValue(json, told);
		}
	}

	private SyncToolSpecification tool(QueryLibrary.Document document, GraphQLSchema schema) {
		Document parsed = Parser.parse(document.text());
		String text = AstPrinter.printAst(withRevision(parsed));
		Tool tool = Tool.builder(document.name(), ToolArguments.of(schema, parsed, document.variables()))
				.description(document.description())
				.annotations(ToolAnnotations.builder().readOnlyHint(true).idempotentHint(true).openWorldHint(false)
						.destructiveHint(false).build())
				.build();
		return new SyncToolSpecification(tool, (context, call) -> {
			Map<String, Object> arguments = dated(parsed, Objects.requireNonNullElse(call.arguments(), Map.of()));
			Map<String, Object> answer = new LinkedHashMap<>(endpoint.answer(request(context), text, arguments));
			answer.put("address", address(request(context), document.name(), arguments));
			return CallToolResult.builder().structuredContent(answer).addTextContent(json.writeValueAsString(answer))
					.isError(answer.get("data") == null).build();
		});
	}

	/** With the day that stands for one not given: the address leads to the same answer tomorrow. */
	private Map<String, Object> dated(Document document, Map<String, Object> arguments) {
		Map<String, Object> dated = new LinkedHashMap<>(arguments);
		if (document.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow().getVariableDefinitions().stream()
				.anyMatch(it -> it.getName().equals(DAY))) {
			dated.putIfAbsent(DAY, keys.today().toString());
		}
		return dated;
	}

	/** The same document, which tells the revision that it was read at, too: an assistant has to cite it. */
	private static Document withRevision(Document document) {
		return document.transform(it -> it.definitions(document.getDefinitions().stream()
				.map(definition -> definition instanceof OperationDefinition operation
						? operation.transform(asked -> asked.selectionSet(operation.getSelectionSet()
								.transform(set -> set.selection(Field.newField("revision").build()))))
						: definition)
				.toList()));
	}

	private ReadResourceResult read(McpTransportContext context, ReadResourceRequest asked) {
		String id = asked.uri().replace(SCHEME, "");
		Map<String, Object> answer = new HashMap<>(endpoint.answer(request(context), RESOURCE, Map.of("id", id)));
		if (!(answer.get("data") instanceof Map<?, ?> data) || data.get("node") == null) {
			throw McpError.RESOURCE_NOT_FOUND.apply(asked.uri());
		}
		answer.put("address", address(request(context), "surroundings", Map.of("around", id)));
		return ReadResourceResult.builder(List.of(TextResourceContents.builder(asked.uri(),
				json.writeValueAsString(answer)).mimeType("application/json").build())).build();
	}

	private static ServerRequest request(McpTransportContext context) {
		return (ServerRequest) context.get(REQUEST);
	}

	/** Where the same is to be had by whoever has no assistant. */
	private String address(ServerRequest request, String document, Map<String, Object> asked) {
		UriComponentsBuilder address = UriComponentsBuilder
				.fromUriString(PublicAddress.absolute(request, "/graphql/documents/" + document));
		asked.forEach((name, value) -> (value instanceof Collection<?> values
				? values.stream()
				: Stream.of(value)).forEach(it -> address.queryParam(encoded(name), encoded(it))));
		return address.build(true).toUriString();
	}

	private String encoded(Object value) {
		String text = value instanceof Map ? json.writeValueAsString(value) : value.toString();
		// A plus would be read as a space.
		return UriUtils.encodeQueryParam(text, StandardCharsets.UTF_8).replace("+", "%2B");
	}
}

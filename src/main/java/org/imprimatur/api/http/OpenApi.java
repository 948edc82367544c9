package org.imprimatur.api.http;

import graphql.analysis.QueryTraverser;
import graphql.analysis.QueryVisitorFieldEnvironment;
import graphql.language.Document;
import graphql.language.OperationDefinition;
import graphql.language.VariableDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLList;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.Objects;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is asked over plain HTTP, as OpenAPI 3.1 has it: what {@code openapi.yaml} says, whose two paths for any
 * document of the query library are patterns for those of each.
 */
@Component
class OpenApi {

	private static final String DOCUMENT = "/graphql/documents/{name}";
	private static final String TABLE = DOCUMENT + ".csv";
	/** The same text in each process, so that its entity tag is the same. */
	private static final JsonMapper SORTED = JsonMapper.builder()
			.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

	private final ObjectNode description;
	private final GraphQLSchema schema;

	OpenApi(QueryLibrary library, GraphQlSource graphQl) {
		this.schema = graphQl.schema();
		YamlMapFactoryBean fixed = new YamlMapFactoryBean();
		fixed.setResources(new ClassPathResource("openapi.yaml"));
		this.description = JsonMapper.shared().valueToTree(fixed.getObject());
		ObjectNode paths = (ObjectNode) description.path("paths");
		JsonNode document = paths.remove(DOCUMENT);
		JsonNode table = paths.remove(TABLE);
		library.all().forEach(it -> add(it, paths, document, table));
	}

	/** The description for whoever finds us at this address. */
	String at(String address) {
		ObjectNode located = description.deepCopy();
		located.putArray("servers").addObject().put("url", address);
		return located.toString();
	}

	private void add(QueryLibrary.Document document, ObjectNode paths, JsonNode pattern, JsonNode table) {
		JsonNode path = described(document, pattern, "");
		paths.set(DOCUMENT.replace("{name}", document.name()), path);
		if (hasTable(document)) {
			paths.set(TABLE.replace("{name}", document.name()), described(document, table, "Table"));
		} else {
			((ObjectNode) path.at("/get/responses/200/content")).remove("text/csv");
		}
	}

	private JsonNode described(QueryLibrary.Document document, JsonNode pattern, String suffix) {
		Document parsed = Parser.parse(document.text());
		OperationDefinition operation = parsed.getFirstDefinitionOfType(OperationDefinition.class).orElseThrow();
		JsonNode path = pattern.deepCopy();
		ObjectNode get = (ObjectNode) path.path("get");
		get.put("operationId", StringUtils.uncapitalize(Objects.requireNonNull(operation.getName())) + suffix);
		get.put("description", document.description());
		JsonNode arguments = SORTED.valueToTree(ToolArguments.of(schema, parsed, document.variables()));
		ArrayNode parameters = get.putArray("parameters");
		operation.getVariableDefinitions().stream().map(VariableDefinition::getName)
				.forEach(name -> parameters.add(parameter(name, arguments)));
		return path;
	}

	private static ObjectNode parameter(String name, JsonNode arguments) {
		ObjectNode type = (ObjectNode) arguments.path("properties").path(name).deepCopy();
		ObjectNode parameter = SORTED.createObjectNode().put("name", name).put("in", "query");
		parameter.put("required", arguments.path("required").valueStream().anyMatch(it -> it.asString().equals(name)));
		if (type.has("description")) {
			parameter.set("description", type.remove("description"));
		}
		// An object is given as JSON.
		ObjectNode holder = type.path("type").asString().equals("object")
				? parameter.putObject("content").putObject("application/json")
				: parameter;
		holder.set("schema", type);
		return parameter;
	}

	/** Whether there is a list in its answer, which makes the rows. */
	private boolean hasTable(QueryLibrary.Document document) {
		return QueryTraverser.newQueryTraverser().schema(schema).document(Parser.parse(document.table()))
				.variables(document.variables()).build()
				.reducePreOrder((field, found) -> found || isListOfObjects(field), false);
	}

	private static boolean isListOfObjects(QueryVisitorFieldEnvironment field) {
		return field.getField().getSelectionSet() != null
				&& GraphQLTypeUtil.unwrapNonNull(field.getFieldDefinition().getType()) instanceof GraphQLList;
	}
}

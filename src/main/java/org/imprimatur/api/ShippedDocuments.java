package org.imprimatur.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.support.DefaultExecutionGraphQlRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The query documents that ship with the product, each with the variables of an example. */
@Component
public class ShippedDocuments {

	private static final String DOCUMENTS = "classpath:graphql-documents/*.graphql";

	private final ExecutionGraphQlService graphQl;
	private final ResourcePatternResolver resources;
	private final JsonMapper json;

	ShippedDocuments(ExecutionGraphQlService graphQl, ResourcePatternResolver resources, JsonMapper json) {
		this.graphQl = graphQl;
		this.resources = resources;
		this.json = json;
	}

	/** Asks each once, so that its statements are planned before the first visitor asks it (design §5). */
	public void plan() {
		try {
			for (Resource document : resources.getResources(DOCUMENTS)) {
				graphQl.execute(new DefaultExecutionGraphQlRequest(document.getContentAsString(StandardCharsets.UTF_8),
						null, variables(document), Map.of(), UUID.randomUUID().toString(), Locale.ROOT)).block();
			}
		} catch (IOException e) {
			throw new IllegalStateException("cannot read the shipped documents", e);
		}
	}

	private Map<String, @Nullable Object> variables(Resource document) throws IOException {
		String name = Objects.requireNonNull(document.getFilename());
		Resource variables = document.createRelative(name.replace(".graphql", ".variables.json"));
		if (!variables.exists()) {
			return Map.of();
		}
		return json.readValue(variables.getContentAsByteArray(), new TypeReference<>() {
		});
	}
}

package org.imprimatur.api.http;

import graphql.schema.idl.SchemaPrinter;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Sha256;
import org.springframework.graphql.GraphQlRequest;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All that an answer depends on, as one digest: the document, the operation and the variables, the day (UTC) that
 * stands for one not given, the graph and the revision, the versions of the rules and of the schema, and the media type
 * (design, "The API"). The graph, since one that was made anew counts its revisions from 1 again.
 */
@Component
class AnswerKey {

	private static final JsonMapper JSON = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
			.build();

	private final Clock clock;
	private final RecordStore records;
	private final String schema;
	private volatile String graph = "";

	AnswerKey(GraphQlSource graphQl, Clock clock, RecordStore records) {
		this.clock = clock;
		this.records = records;
		this.schema = Sha256.of(new SchemaPrinter().print(graphQl.schema()));
	}

	/** The day that stands for one not given. */
	LocalDate today() {
		return LocalDate.now(clock);
	}

	/** The key of what is answered to a request at a revision on a day. */
	String of(GraphQlRequest request, int revision, LocalDate today, ResponseType type) {
		List<Object> parts = new ArrayList<>(List.of(request.getDocument(), request.getVariables(), today.toString(),
				graph(), revision, ConditionSets.VERSION, schema, type.name()));
		if (request.getOperationName() != null) {
			parts.add(request.getOperationName());
		}
		return Sha256.of(JSON.writeValueAsString(parts));
	}

	/** Asked of the graph once. */
	private String graph() {
		if (graph.isEmpty()) {
			graph = records.revision(1).map(it -> it.time().toString()).orElse("");
		}
		return graph;
	}
}

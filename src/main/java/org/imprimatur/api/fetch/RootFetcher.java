package org.imprimatur.api.fetch;

import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.api.computed.AtRevision;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.computed.VolatileAnswer;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.page.PageArguments;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Selection.Root;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers a field of {@code Query}: what is selected below it is one statement, and two more where rules compute. */
@Component
public class RootFetcher implements DataFetcher<@Nullable Object> {

	private final GraphReader graph;
	private final NestedConditionSets conditionSets;
	private final OperationRevision revision;
	private final Identifiers identifiers;
	private final WithdrawnIds withdrawn;
	private final Map<String, RootField<?>> computed;

	RootFetcher(GraphReader graph, NestedConditionSets conditionSets, OperationRevision revision,
			Identifiers identifiers, WithdrawnIds withdrawn, List<RootField<?>> computed) {
		this.graph = graph;
		this.conditionSets = conditionSets;
		this.revision = revision;
		this.identifiers = identifiers;
		this.withdrawn = withdrawn;
		this.computed = computed.stream()
				.collect(Collectors.toMap(field -> field.coordinates().getFieldName(), field -> field));
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment environment) {
		String name = environment.getField().getName();
		return switch (name) {
			case "at" -> DataFetcherResult.newResult().data(Map.of()).localContext(revision.at(environment)).build();
			case "revision" -> revision.of(environment);
			default -> {
				RootField<?> field = computed.get(name);
				yield field == null ? entities(environment) : computed(environment, field);
			}
		};
	}

	private <A extends Record> @Nullable Object computed(DataFetchingEnvironment environment, RootField<A> field) {
		DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
		int at = field.revision(field.bound(environment.getArguments()), revision.of(environment));
		Hydration hydration = new Hydration(environment.getGraphQLSchema());
		Object computed = answer(field, environment.getArguments(), at);
		if (computed instanceof VolatileAnswer) {
			OperationRevision.ofTheMoment(environment);
		}
		Object answer = switch (computed) {
			case null -> null;
			case List<?> records -> records.stream()
					.map(it -> hydration.row((Record) it, selected.getImmediateFields())).toList();
			case Object it -> hydration.row((Record) it, selected.getImmediateFields());
		};
		hydration.fill(graph, computed instanceof AtRevision own ? own.revision() : at);
		return answer;
	}

	/** Ids that were merged are answered for by their successors; each is told of once. */
	private <A extends Record> @Nullable Object answer(RootField<A> field, Map<String, Object> arguments, int at) {
		Set<String> replaced = new HashSet<>();
		Map<String, Object> asked = arguments;
		while (true) {
			try {
				return field.answer(field.bound(asked), at);
			} catch (Refusal refusal) {
				String id = refusal.missing();
				if (id == null || !replaced.add(id)) {
					throw refusal;
				}
				asked = withdrawn.replaced(refusal, id, asked, at);
			}
		}
	}

	private @Nullable Object entities(DataFetchingEnvironment environment) {
		Root root = root(environment);
		int at = revision.of(environment);
		Object found = graph.read(List.of(root), at).getFirst();
		if (root instanceof Root.ByIds asked) {
			found = withdrawn.filled(asked, (List<?>) found, asked.labels().isEmpty(), at);
		}
		conditionSets.complete(found, environment.getSelectionSet().getImmediateFields(),
				environment.getGraphQLSchema(), at);
		return found instanceof List<?> rows && !SchemaReading.isList(environment.getFieldDefinition())
				? rows.getFirst()
				: found;
	}

	private Root root(DataFetchingEnvironment environment) {
		Selections selections = new Selections(environment.getGraphQLSchema());
		GraphQLFieldDefinition field = environment.getFieldDefinition();
		DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
		if (SchemaReading.isConnection(field)) {
			return new Root.All(SchemaReading.nodesOf(field).getName(),
					selections.page(selected, field, new PageArguments(environment.getArguments())));
		}
		GraphQLNamedType type = SchemaReading.typeOf(field);
		return new Root.ByIds(ids(environment), SchemaReading.labels(type), selections.of(selected, type));
	}

	/** Which entities a field asks for; what they are called is looked up when nothing is left to be refused. */
	private List<String> ids(DataFetchingEnvironment environment) {
		if (environment.containsArgument("ids")) {
			return argument(environment, "ids");
		}
		return List.of(environment.containsArgument("id")
				? argument(environment, "id")
				: identifiers.id(argument(environment, "identifier"), revision.of(environment)));
	}

	private static <T> T argument(DataFetchingEnvironment environment, String name) {
		return Objects.requireNonNull(environment.<T>getArgument(name));
	}
}

package org.imprimatur.api.fetch;

import graphql.GraphQLError;
import graphql.execution.DataFetcherResult;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.computed.AtRevision;
import org.imprimatur.api.computed.PartialAnswer;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.computed.VolatileAnswer;
import org.imprimatur.api.error.GraphQlError;
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

	/** Of so many ids that are not there, it is told what may be meant. */
	private static final int MOST_EXPLAINED = 5;

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
				DataFetchingEnvironment asked = revision.asked(environment);
				RootField<?> field = computed.get(name);
				yield field == null ? entities(asked) : computed(asked, field);
			}
		};
	}

	private <A extends Record> @Nullable Object computed(DataFetchingEnvironment environment, RootField<A> field) {
		DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
		A asked = field.bound(environment.getArguments());
		int newest = revision.of(environment, field.seen(asked));
		int at = field.revision(asked, newest);
		Hydration hydration = new Hydration(environment.getGraphQLSchema());
		Object computed = answer(field, environment.getArguments(), at);
		if (computed instanceof VolatileAnswer) {
			OperationRevision.ofTheMoment(environment);
		}
		Object answer = switch (computed) {
			case null -> null;
			case List<?> all -> each(all, it -> hydration.row(it, selected.getImmediateFields()), environment);
			case PartialAnswer(Record known, List<Refusal> refused) ->
				result(known == null ? null : hydration.row(known, selected.getImmediateFields()),
						PartialAnswer.together(refused).map(it -> GraphQlError.of(it, environment)).stream().toList());
			case Object it -> hydration.row((Record) it, selected.getImmediateFields());
		};
		int read = computed instanceof AtRevision own ? own.revision() : at;
		hydration.fill(graph, read);
		return OperationRevision.isNamed(environment) || read != newest ? VersionedIds.named(answer, read) : answer;
	}

	/** Rows in the places of records, and errors in those of refusals. */
	private static @Nullable Object each(List<?> answers, Function<Record, Object> row,
			DataFetchingEnvironment environment) {
		List<@Nullable Object> rows = new ArrayList<>();
		List<GraphQLError> errors = new ArrayList<>();
		for (Object answer : answers) {
			if (answer instanceof Refusal refusal) {
				errors.add(GraphQlError.of(refusal, environment, rows.size()));
				rows.add(null);
			} else {
				rows.add(row.apply((Record) answer));
			}
		}
		return result(rows, errors);
	}

	private static @Nullable Object result(@Nullable Object data, List<GraphQLError> errors) {
		return errors.isEmpty() ? data : DataFetcherResult.newResult().data(data).errors(errors).build();
	}

	/** Ids that were merged are answered for by their successors; each is told of once. */
	private <A extends Record> @Nullable Object answer(RootField<A> field, Map<String, Object> arguments, int at) {
		Map<String, Refusal> lost = new HashMap<>();
		Map<String, Object> asked = arguments;
		while (true) {
			Object answer = answerOrRefusal(field, asked, at);
			Refusal refusal = refusals(answer).filter(it -> it.missing() != null && !lost.containsKey(it.missing()))
					.findFirst().orElse(null);
			if (refusal == null) {
				return told(answer, lost);
			}
			String id = Objects.requireNonNull(refusal.missing());
			lost.put(id, refusal);
			try {
				asked = withdrawn.replaced(refusal, id, asked, at);
			} catch (Refusal told) {
				lost.put(id, told == refusal && lost.size() <= MOST_EXPLAINED
						? identifiers.withNearest(refusal, id, arguments, at)
						: told);
			}
		}
	}

	private static <A extends Record> @Nullable Object answerOrRefusal(RootField<A> field, Map<String, Object> asked,
			int at) {
		try {
			return field.answer(field.bound(asked), at);
		} catch (Refusal refusal) {
			return refusal;
		}
	}

	private static Stream<Refusal> refusals(@Nullable Object answer) {
		Stream<?> told = switch (answer) {
			case List<?> all -> all.stream();
			case PartialAnswer it -> it.refused().stream();
			case null, default -> Stream.ofNullable(answer);
		};
		return told.filter(Refusal.class::isInstance).map(Refusal.class::cast);
	}

	/** The answer with what is told of ids that were withdrawn; a refusal of all of it is thrown. */
	private static @Nullable Object told(@Nullable Object answer, Map<String, Refusal> lost) {
		return switch (answer) {
			case Refusal it -> throw told(it, lost);
			case List<?> all -> all.stream().map(it -> it instanceof Refusal one ? told(one, lost) : it).toList();
			case PartialAnswer(Record known, List<Refusal> refused) ->
				new PartialAnswer(known, refused.stream().map(it -> told(it, lost)).toList());
			case null, default -> answer;
		};
	}

	private static Refusal told(Refusal refusal, Map<String, Refusal> lost) {
		return refusal.missing() == null ? refusal : lost.getOrDefault(refusal.missing(), refusal);
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
		Object answer = found instanceof List<?> rows && !SchemaReading.isList(environment.getFieldDefinition())
				? rows.getFirst()
				: found;
		return OperationRevision.isNamed(environment) ? VersionedIds.named(answer, at) : answer;
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
		if (environment.containsArgument("id")) {
			String id = argument(environment, "id");
			return List.of(id);
		}
		String identifier = argument(environment, "identifier");
		int at = revision.of(environment);
		return SchemaReading.isList(environment.getFieldDefinition())
				? identifiers.ids(identifier, at)
				: List.of(identifiers.id(identifier, at));
	}

	private static <T> T argument(DataFetchingEnvironment environment, String name) {
		return Objects.requireNonNull(environment.<T>getArgument(name));
	}
}

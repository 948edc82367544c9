package org.imprimatur.api.fetch;

import graphql.GraphQL;
import graphql.Scalars;
import graphql.execution.DataFetcherResult;
import graphql.scalars.ExtendedScalars;
import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLNamedType;
import graphql.schema.TypeResolver;
import graphql.schema.idl.FieldWiringEnvironment;
import graphql.schema.idl.InterfaceWiringEnvironment;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.WiringFactory;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.api.conditions.ConditionSetAnswer;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.schema.RecordedReference;
import org.imprimatur.api.schema.SchemaReading;
import org.imprimatur.api.schema.PublicSchema;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.graph.selection.Selection.Direction;
import org.imprimatur.graph.selection.Selection.End;
import org.imprimatur.graph.selection.Selection.Step;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The same schema, answered field by field from entities in memory: each fetcher looks at one field of one thing,
 * follows references one by one and knows nothing of selections, of Cypher or of other fields. What the application
 * answers is held against it.
 */
final class NaiveGraph implements DataFetcher<@Nullable Object> {

	private final Map<Integer, Facts> revisions;
	private final int head;

	private NaiveGraph(Map<Integer, Facts> revisions, int head) {
		this.revisions = revisions;
		this.head = head;
	}

	/** An entity at a revision. */
	record Node(NaiveGraph graph, int revision, Entity entity) {
	}

	/** A part of an entity. */
	record Part(Node holder, Object value) {
	}

	/** A page of a list. */
	record Listed(NaiveList list, List<Node> nodes) {
	}

	/** What rules computed at a revision. */
	record Computed(int revision, Object value) {
	}

	static GraphQL answering(String sdl, Map<Integer, Facts> revisions, int head) {
		NaiveGraph graph = new NaiveGraph(revisions, head);
		RuntimeWiring wiring = RuntimeWiring.newRuntimeWiring().scalar(ExtendedScalars.Date)
				.scalar(ExtendedScalars.DateTime)
				.scalar(ExtendedScalars.newAliasedScalar("Territory").aliasedScalar(Scalars.GraphQLString).build())
				.wiringFactory(new WiringFactory() {
					@Override
					public boolean providesDataFetcher(FieldWiringEnvironment environment) {
						return true;
					}

					@Override
					public DataFetcher<?> getDataFetcher(FieldWiringEnvironment environment) {
						return graph;
					}

					@Override
					public boolean providesTypeResolver(InterfaceWiringEnvironment environment) {
						return true;
					}

					@Override
					public TypeResolver getTypeResolver(InterfaceWiringEnvironment environment) {
						return it -> it.getSchema().getObjectType(label(((Node) it.getObject()).entity()));
					}
				}).build();
		return GraphQL
				.newGraphQL(new SchemaGenerator()
						.makeExecutableSchema(PublicSchema.completed(new SchemaParser().parse(sdl)), wiring))
				.build();
	}

	static String label(Entity entity) {
		return Kind.ofId(entity.id()).label();
	}

	@Override
	public @Nullable Object get(DataFetchingEnvironment it) {
		String name = it.getField().getName();
		Object source = it.getSource();
		return switch (source) {
			case Node node -> ofNode(node, it);
			case Part part -> ofPart(part, it);
			case Listed listed -> listed.list().field(listed.nodes(), name);
			case NaiveList.Entry entry -> name.equals("node") ? entry.node() : entry.cursor();
			case Computed computed when name.equals("id") -> named(accessed(computed.value(), name), it);
			case Computed computed -> ofComputed(computed.revision(), accessed(computed.value(), name));
			case EdtfDate date -> name.equals("edtf") ? date.text() : accessed(date, name);
			case Period period -> accessed(period, name);
			case PageInfo info -> accessed(info, name);
			case null, default -> ofQuery(it.getLocalContext() instanceof Integer at ? at : head, it);
		};
	}

	private @Nullable Object ofQuery(int revision, DataFetchingEnvironment it) {
		Map<String, Object> arguments = it.getArguments();
		GraphQLFieldDefinition field = it.getFieldDefinition();
		return switch (field.getName()) {
			case "at" -> DataFetcherResult.newResult().data(Map.of()).localContext(arguments.get("revision")).build();
			case "revision" -> revision;
			case "conditionSet" -> conditionSet(revision, String.valueOf(arguments.get("model")), arguments);
			case "conditionSets" -> ((List<?>) Objects.requireNonNull(arguments.get("models"))).stream()
					.map(model -> conditionSet(revision, String.valueOf(model), arguments)).toList();
			default -> {
				if (SchemaReading.isConnection(field)) {
					Set<String> types = SchemaReading.possibleTypes(it.getGraphQLSchema(),
							SchemaReading.nodesOf(field));
					yield page(all(revision).filter(node -> types.contains(label(node.entity()))), it);
				}
				Set<String> types = SchemaReading.possibleTypes(it.getGraphQLSchema(), SchemaReading.typeOf(field));
				yield arguments.containsKey("id")
						? find(revision, String.valueOf(arguments.get("id")), types)
						: ((List<?>) Objects.requireNonNull(arguments.get("ids"))).stream()
								.map(id -> find(revision, String.valueOf(id), types)).toList();
			}
		};
	}

	private @Nullable Object ofNode(Node node, DataFetchingEnvironment it) {
		String name = it.getField().getName();
		if (it.getFieldDefinition().hasAppliedDirective("computed")) {
			return conditionSet(node.revision(), node.entity().id(), it.getArguments());
		}
		Step step = step(it);
		if (step != null && step.direction() == Direction.IN) {
			return fetched(all(node.revision()).filter(other -> refers(other.entity(), step, node.entity().id())), it);
		}
		return switch (name) {
			case "id" -> named(node.entity().id(), it);
			case "name" -> node.entity().name();
			default -> held(node, node.entity(), it);
		};
	}

	/** An id as it is read: within {@code at}, that of a version. */
	private static String named(@Nullable Object id, DataFetchingEnvironment it) {
		return id + (it.getLocalContext() instanceof Integer at ? "@" + at : "");
	}

	private @Nullable Object ofPart(Part part, DataFetchingEnvironment it) {
		Step step = step(it);
		return step != null && step.direction() == Direction.IN ? part.holder() : held(part.holder(), part.value(), it);
	}

	private @Nullable Object held(Node holder, Object record, DataFetchingEnvironment it) {
		Shape.Field field = Shape.of(record.getClass()).field(it.getField().getName()).orElseThrow();
		Stream<?> values = field.values(record).stream().map(value -> switch (field.content()) {
			case Content.Part ignored -> new Part(holder, value);
			case Content.Reference ignored -> find(holder.revision(), ((Ref<?>) value).id(), Set.of());
			default -> value instanceof Enum<?> constant ? constant.name() : value;
		}).filter(Objects::nonNull);
		return field.many() ? values.toList() : values.findFirst().orElse(null);
	}

	private static @Nullable Step step(DataFetchingEnvironment it) {
		GraphQLFieldDefinition field = it.getFieldDefinition();
		GraphQLNamedType to = SchemaReading.isConnection(field)
				? SchemaReading.nodesOf(field)
				: SchemaReading.typeOf(field);
		return SchemaReading.step(field, End.RECORD, to);
	}

	/** Whether an entity refers to another by a relationship, itself or through a part. */
	static boolean refers(Entity from, Step step, String to) {
		return RecordedReference.of(Kind.ofId(from.id())).stream()
				.anyMatch(it -> it.is(step.through(), step.relationship()))
				&& referred(from, step.through(), step.relationship()).anyMatch(to::equals);
	}

	/** The ids that a record refers to by a relationship, itself or through a part. */
	static Stream<String> referred(Object record, @Nullable String through, String relationship) {
		return Shape.of(record.getClass()).fields().stream().flatMap(field -> switch (field.content()) {
			case Content.Reference reference when through == null && reference.relationship().equals(relationship) ->
				field.values(record).stream().map(value -> ((Ref<?>) value).id());
			case Content.Part part -> field.values(record).stream().flatMap(value -> part.relationship().equals(through)
					? referred(value, null, relationship)
					: through == null ? Stream.<String>empty() : referred(value, through, relationship));
			default -> Stream.<String>empty();
		});
	}

	private @Nullable Object fetched(Stream<Node> nodes, DataFetchingEnvironment it) {
		GraphQLFieldDefinition field = it.getFieldDefinition();
		boolean connection = SchemaReading.isConnection(field);
		Set<String> types = SchemaReading.possibleTypes(it.getGraphQLSchema(),
				connection ? SchemaReading.nodesOf(field) : SchemaReading.typeOf(field));
		Stream<Node> fitting = nodes.filter(node -> types.contains(label(node.entity())));
		return connection ? page(fitting, it) : fitting.findFirst().orElse(null);
	}

	private static Object page(Stream<Node> nodes, DataFetchingEnvironment it) {
		NaiveList list = NaiveList.of(it.getFieldDefinition(), it.getArguments());
		return new Listed(list, list.listed(nodes));
	}

	private @Nullable Node find(int revision, String id, Set<String> types) {
		return facts(revision).find(id, Entity.class).filter(it -> types.isEmpty() || types.contains(label(it)))
				.map(it -> new Node(this, revision, it)).orElse(null);
	}

	private Stream<Node> all(int revision) {
		return facts(revision).all().map(it -> new Node(this, revision, it));
	}

	/** The entity with an id at a revision. */
	Optional<Entity> find(int revision, String id) {
		return facts(revision).find(id, Entity.class);
	}

	private Facts facts(int revision) {
		return Objects.requireNonNull(revisions.get(revision));
	}

	private Computed conditionSet(int revision, String model, Map<String, Object> arguments) {
		Question question = new Question(model, (LocalDate) Objects.requireNonNull(arguments.get("asOf")),
				(LocalDate) arguments.get("reportedBy"), (String) arguments.get("territory"));
		return new Computed(revision, ConditionSetAnswer.of(ConditionSets.of(facts(revision), question), revision));
	}

	private @Nullable Object ofComputed(int revision, @Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Collection<?> many -> many.stream().map(one -> ofComputed(revision, one)).toList();
			case Ref<?> ref -> find(revision, ref.id(), Set.of());
			case EvidenceKey key -> {
				Node holder = Objects.requireNonNull(find(revision, key.entity(), Set.of()));
				yield new Part(holder, holder.entity().passages().get(key.position()));
			}
			case EdtfDate date -> date;
			case Record computed -> new Computed(revision, computed);
			case Enum<?> constant -> constant.name();
			default -> value;
		};
	}

	private static @Nullable Object accessed(Object record, String accessor) {
		try {
			var method = record.getClass().getDeclaredMethod(accessor);
			method.setAccessible(true);
			return method.invoke(record);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}

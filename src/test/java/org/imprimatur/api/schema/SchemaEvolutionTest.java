package org.imprimatur.api.schema;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.diff.DiffEvent;
import graphql.schema.diff.SchemaDiff;
import graphql.schema.diff.SchemaDiffSet;
import graphql.schema.diff.reporting.CapturingReporter;
import graphql.schema.idl.ScalarInfo;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.UnExecutableSchemaGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The schema as clients know it is in the repository: what would break them is told, and what is new is seen in review.
 */
class SchemaEvolutionTest {

	private static final Path SNAPSHOT = Path.of("clients", "schema.graphql");
	private static final Path PRINTED = Path.of("target", "schema.graphql");
	private static final Pattern REPLACEMENT = Pattern.compile("[Uu]se `(?:(\\w+)\\.)?(\\w+)`");

	@Test
	void nothingBreaksClients() throws IOException {
		assertThat(breakages(Files.readString(SNAPSHOT), printed(ShippedSchema.text())))
				.as("what breaks clients: deprecate instead, and name the replacement").isEmpty();
	}

	@Test
	void theSnapshotIsTheSchema() throws IOException {
		Files.writeString(PRINTED, printed(ShippedSchema.text()));
		assertThat(PRINTED)
				.as("the schema has changed: look at the difference, then copy %s to %s", PRINTED, SNAPSHOT)
				.hasSameTextualContentAs(SNAPSHOT);
	}

	@Test
	void everyTypeCanBeReached() {
		GraphQLSchema schema = schema(ShippedSchema.text());
		Set<GraphQLNamedType> reached = new HashSet<>();
		reach(schema, schema.getQueryType(), reached);
		reach(schema, Objects.requireNonNull(schema.getSubscriptionType()), reached);
		assertThat(schema.getAllTypesAsList()).filteredOn(type -> !type.getName().startsWith("__"))
				.filteredOn(type -> !ScalarInfo.isGraphqlSpecifiedScalar(type.getName())).isSubsetOf(reached);
	}

	@Test
	void whatIsDeprecatedNamesItsReplacement() {
		assertThat(unreplaced(ShippedSchema.text())).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				developer: Company @rel | maker: Company @rel | Model.developer
				kind: AgencyKind! | kind: String! | Agency.kind
				standing: Standing! | standing: Standing | ConditionSet.standing
				"To use it." USE | | Action
				territory: Territory ): ConditionSet! @computed | territory: Territory! ): ConditionSet! @computed | Query.conditionSet
				type Undertaking implements Node & Instrument @node | type Undertaking implements Node @node | Undertaking
				""")
	void aBreakingChangeIsTold(String shipped, @Nullable String planted, String broken) throws IOException {
		Matcher found = Pattern.compile(Pattern.quote(shipped).replace(" ", "\\E\\s+\\Q"))
				.matcher(ShippedSchema.text());
		String changed = found.replaceFirst(Matcher.quoteReplacement(planted == null ? "" : planted));
		assertThat(changed).isNotEqualTo(ShippedSchema.text());
		assertThat(breakages(Files.readString(SNAPSHOT), printed(changed)))
				.anySatisfy(words -> assertThat(words).contains(broken.split("\\.")));
	}

	@Test
	void aDeprecationWithoutAReplacementIsTold() {
		String shipped = "  developer: Company @relationship";
		assertThat(ShippedSchema.text()).contains(shipped);
		assertThat(List.of("Use `maker`.", "Not needed.", "Use `Model.deployers`."))
				.map(reason -> unreplaced(ShippedSchema.text().replace(shipped,
						"  developer: Company @deprecated(reason: \"%s\") @relationship".formatted(reason))))
				.containsExactly(List.of("Model.developer"), List.of("Model.developer"), List.of());
	}

	private static void reach(GraphQLSchema schema, GraphQLNamedType type, Set<GraphQLNamedType> reached) {
		if (!reached.add(type)) {
			return;
		}
		Stream<? extends GraphQLType> next = switch (type) {
			case GraphQLInputObjectType input -> input.getFieldDefinitions().stream().map(it -> it.getType());
			case GraphQLFieldsContainer container -> Stream.of(
					container.getFieldDefinitions().stream().map(it -> it.getType()),
					container.getFieldDefinitions().stream().flatMap(it -> it.getArguments().stream())
							.map(it -> it.getType()),
					container instanceof GraphQLInterfaceType common
							? schema.getImplementations(common).stream()
							: Stream.<GraphQLType>of())
					.flatMap(it -> it);
			default -> Stream.of();
		};
		next.forEach(it -> reach(schema, (GraphQLNamedType) GraphQLTypeUtil.unwrapAll(it), reached));
	}

	private static List<String> breakages(String before, String after) {
		CapturingReporter reporter = new CapturingReporter();
		new SchemaDiff().diffSchema(SchemaDiffSet.diffSetFromSdl(before, after), reporter);
		return reporter.getBreakages().stream().map(SchemaEvolutionTest::words).toList();
	}

	private static String words(DiffEvent event) {
		return "%s%s: %s".formatted(event.getTypeName(), event.getFieldName() == null ? "" : "." + event.getFieldName(),
				event.getReasonMsg());
	}

	private static String printed(String sdl) {
		return PublicSchema.printed(schema(sdl));
	}

	private static List<String> unreplaced(String sdl) {
		GraphQLSchema schema = schema(sdl);
		return schema.getAllTypesAsList().stream().filter(type -> !type.getName().startsWith("__"))
				.filter(GraphQLFieldsContainer.class::isInstance)
				.map(GraphQLFieldsContainer.class::cast)
				.flatMap(type -> type.getFieldDefinitions().stream()
						.filter(field -> field.isDeprecated()
								&& !isReplaced(schema, type, String.valueOf(field.getDeprecationReason())))
						.map(field -> type.getName() + "." + field.getName()))
				.toList();
	}

	private static boolean isReplaced(GraphQLSchema schema, GraphQLFieldsContainer type, String reason) {
		Matcher replacement = REPLACEMENT.matcher(reason);
		return replacement.find()
				&& (replacement.group(1) == null
						? type
						: schema.getType(replacement.group(1))) instanceof GraphQLFieldsContainer container
				&& container.getFieldDefinition(replacement.group(2)) != null;
	}

	private static GraphQLSchema schema(String sdl) {
		return UnExecutableSchemaGenerator
				.makeUnExecutableSchema(PublicSchema.completed(new SchemaParser().parse(sdl)));
	}
}

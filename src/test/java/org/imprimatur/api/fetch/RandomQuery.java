package org.imprimatur.api.fetch;

import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.schema.SchemaReading;

/**
 * A random query over the whole schema: aliases that are names of other fields, fragments, directives, variables,
 * pages. Where two fields under one response key cannot be merged it is no valid query, and is to be thrown away.
 */
final class RandomQuery {

	private static final List<String> ALIASES = List.of("a", "b", "id", "name", "nodes", "edges", "node", "title",
			"kind", "type", "f0", "n0", "properties", "conditionSet");
	private static final int DEPTH = 3;

	private final Random random;
	private final GraphQLSchema schema;
	private final RandomArguments values;
	private final List<Integer> revisions;
	private final Map<String, Object> variables = new LinkedHashMap<>();
	private final List<String> declarations = new ArrayList<>();
	private final List<String> fragments = new ArrayList<>();
	private final Map<String, String> fragmentsByType = new HashMap<>();
	private int fragmentsLeft = 4;
	private boolean computing;

	RandomQuery(Random random, GraphQLSchema schema, RandomArguments values, List<Integer> revisions) {
		this.random = random;
		this.schema = schema;
		this.values = values;
		this.revisions = revisions;
	}

	/** What stands under the response keys of one selection set. */
	private static final class Scope {
		private final Map<String, String> fields = new HashMap<>();
		private final Map<String, Scope> below = new HashMap<>();
	}

	/** The text of the query; its variables are there then. */
	String text() {
		Scope scope = new Scope();
		String roots = Stream.generate(() -> root(scope)).limit(1 + random.nextInt(2))
				.collect(Collectors.joining("\n  "));
		String declared = declarations.isEmpty() ? "" : "(" + String.join(", ", declarations) + ")";
		return "query%s {\n  %s\n  revision\n}\n%s".formatted(declared, roots, String.join("\n", fragments));
	}

	Map<String, Object> variables() {
		return variables;
	}

	private boolean chance(double probability) {
		return random.nextDouble() < probability;
	}

	private <T> T any(List<T> some) {
		return some.get(random.nextInt(some.size()));
	}

	private String root(Scope scope) {
		if (chance(0.5)) {
			Integer revision = any(revisions);
			String key = "r%d".formatted(scope.fields.size());
			scope.fields.put(key, "at");
			return "%s: at(revision: %s) { %s revision }".formatted(key, print("Int", revision), root(new Scope()));
		}
		GraphQLFieldDefinition field = any(schema.getQueryType().getFieldDefinitions().stream()
				.filter(it -> it.getName().startsWith("conditionSet") || !it.hasAppliedDirective("computed"))
				.filter(it -> !List.of("at", "revision", "resolve").contains(it.getName())).toList());
		return field(field, 1 + random.nextInt(DEPTH), scope);
	}

	private String selection(GraphQLNamedType type, int depth, Scope scope) {
		GraphQLFieldsContainer container = (GraphQLFieldsContainer) type;
		List<String> selected = new ArrayList<>();
		int size = 1 + random.nextInt(depth > 1 ? 2 : 3);
		while (selected.size() < size) {
			selected.add(selected(container, depth, scope));
		}
		selected.removeIf(String::isEmpty);
		if (selected.isEmpty() || chance(0.2)) {
			selected.add("__typename");
		}
		return selected.stream().collect(Collectors.joining(" ", "{ ", " }"));
	}

	private String selected(GraphQLFieldsContainer type, int depth, Scope scope) {
		if (fragmentsLeft > 0 && chance(0.6)) {
			String fragment = fragment(type, depth, scope);
			if (!fragment.isEmpty()) {
				return fragment;
			}
		}
		List<GraphQLFieldDefinition> candidates = type.getFieldDefinitions().stream()
				.filter(it -> depth > 0 || isShallow(it))
				.filter(it -> !(computing && it.hasAppliedDirective("computed"))).toList();
		return field(any(candidates), depth, scope);
	}

	private String fragment(GraphQLFieldsContainer type, int depth, Scope scope) {
		fragmentsLeft--;
		if (chance(0.1)) {
			return "... " + directive() + selection(type, depth, scope);
		}
		if (chance(0.15)) {
			return "..." + named(type, depth);
		}
		if (type instanceof GraphQLInterfaceType && chance(0.9)) {
			GraphQLNamedType narrower = narrower(type);
			return "... on %s %s%s".formatted(narrower.getName(), directive(),
					selection(narrower, depth, new Scope()));
		}
		if (type instanceof GraphQLObjectType object && SchemaReading.isEntity(object) && chance(0.2)) {
			GraphQLNamedType wider = (GraphQLNamedType) any(object.getInterfaces());
			return "... on %s %s".formatted(wider.getName(), selection(wider, depth, scope));
		}
		fragmentsLeft++;
		return "";
	}

	/** The name of a fragment, which is not written anew each time. */
	private String named(GraphQLFieldsContainer type, int depth) {
		String use = "%s %s %s".formatted(type.getName(), computing, depth);
		String known = fragmentsByType.get(use);
		if (known != null) {
			return known;
		}
		String below = selection(type, depth, new Scope());
		String name = "F%d".formatted(fragments.size());
		fragments.add("fragment %s on %s %s".formatted(name, type.getName(), below));
		fragmentsByType.put(use, name);
		return name;
	}

	private static boolean isShallow(GraphQLFieldDefinition field) {
		GraphQLNamedType type = SchemaReading.typeOf(field);
		return !(type instanceof GraphQLFieldsContainer) || SchemaReading.isValue(type)
				|| (SchemaReading.isComputed(type) && !SchemaReading.isConnection(field))
				|| List.of("pageInfo", "nodes", "edges", "node").contains(field.getName());
	}

	private GraphQLNamedType narrower(GraphQLFieldsContainer type) {
		List<GraphQLNamedType> narrower = new ArrayList<>();
		schema.getAllTypesAsList().stream().filter(GraphQLImplementingType.class::isInstance)
				.filter(it -> ((GraphQLImplementingType) it).getInterfaces().stream()
						.anyMatch(wider -> ((GraphQLNamedType) wider).getName().equals(type.getName())))
				.forEach(narrower::add);
		return any(narrower);
	}

	private String field(GraphQLFieldDefinition field, int depth, Scope scope) {
		String alias = chance(0.35) ? any(ALIASES) : field.getName();
		String known = scope.fields.get(alias);
		if (known != null && !known.startsWith(field.getName() + " ")) {
			return "";
		}
		GraphQLNamedType type = SchemaReading.typeOf(field);
		String called = known != null ? known.substring(field.getName().length() + 1) : arguments(field);
		scope.fields.put(alias, field.getName() + " " + called);
		String text = "%s%s%s %s".formatted(alias.equals(field.getName()) ? "" : alias + ": ", field.getName(), called,
				directive());
		if (!(type instanceof GraphQLFieldsContainer)) {
			return text;
		}
		boolean outermost = !computing && field.hasAppliedDirective("computed");
		computing |= outermost;
		boolean free = isShallow(field) || type.getName().endsWith("Connection");
		String below = selection(type, SchemaReading.isConnection(field) || !free || outermost ? depth - 1 : depth,
				scope.below.computeIfAbsent(alias, key -> new Scope()));
		computing &= !outermost;
		return text + below;
	}

	private String directive() {
		if (!chance(0.12)) {
			return "";
		}
		return "@%s(if: %s) ".formatted(chance(0.5) ? "include" : "skip", print("Boolean", chance(0.5)));
	}

	private String arguments(GraphQLFieldDefinition field) {
		Map<String, Object> arguments = values.of(field, revisions);
		return arguments.isEmpty()
				? ""
				: arguments.entrySet().stream().map(it -> {
					GraphQLArgument argument = Objects.requireNonNull(field.getArgument(it.getKey()));
					String type = GraphQLTypeUtil.simplePrint(argument.getType());
					return "%s: %s".formatted(it.getKey(), print(type.replaceAll("!$", ""), it.getValue()));
				}).collect(Collectors.joining(", ", "(", ")"));
	}

	/** A value as a literal, or as a variable. */
	private String print(String type, Object value) {
		if (chance(0.3)) {
			String name = "v%d".formatted(variables.size());
			variables.put(name, RandomArguments.plain(value));
			declarations.add("$%s: %s!".formatted(name, type));
			return "$" + name;
		}
		return RandomArguments.literal(value);
	}
}

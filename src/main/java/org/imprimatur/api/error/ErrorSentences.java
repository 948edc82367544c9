package org.imprimatur.api.error;

import graphql.GraphQLError;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputFieldsContainer;
import graphql.schema.GraphQLNamedSchemaElement;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import graphql.validation.ValidationError;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.knowledge.EditDistance;
import org.imprimatur.text.Excerpt;

/**
 * What GraphQL itself finds wrong, in sentences that help. Most are in {@code i18n}, where graphql-java looks for them;
 * here they are completed by what the schema has, and what graphql-java has no sentences for is said anew.
 */
final class ErrorSentences {

	private static final int LONGEST = 500;
	private static final int QUOTED = 40;
	private static final int MOST_EDITS = 4;

	private static final Pattern KIND = Pattern.compile("^(Variable|Field|Argument)(?= ')");
	private static final Pattern FIELD = Pattern.compile("there is no field '(\\w+)' on (\\w+)$");
	private static final Pattern ARGUMENT = Pattern.compile("there is no argument '(\\w+)' here$");
	private static final Pattern TYPE = Pattern.compile("there is no type '(\\w+)'$");
	private static final Pattern VALUE = Pattern.compile("(?<=^|: )'(.*)' is no (\\w+)$|this is no (\\w+)$",
			Pattern.DOTALL);
	private static final Pattern TOKEN = Pattern.compile("(?<=^this is no GraphQL: ').+(?=' (does not|follows))",
			Pattern.DOTALL);

	/** How graphql-java says what has no place in {@code i18n}, or calls by the name of a class, and how we do. */
	private record Anew(Pattern theirs, String ours) {

		static Anew of(String theirs, String ours) {
			return new Anew(Pattern.compile(theirs, Pattern.DOTALL), ours);
		}
	}

	private static final List<Anew> SAID_ANEW = List.of(
			Anew.of("^(?:Variable '\\w+' has an invalid value: )?(?:Input )?(\\w+ '\\w+'(?: of variable '\\w+')?)"
					+ " has coerced Null value for NonNull type '(.+)'$",
					"$1 is missing or null, and has to be given: it is of type $2"),
			Anew.of("^Variable ('\\w+') has an invalid value: (.*)", "variable $1: $2"),
			Anew.of("(^|: )Coerced Null value for NonNull type '(.+)'$", "$1this is null, and has to be of type $2"),
			Anew.of("The variables input contains a field name '(\\w+)' that is not defined for input object type "
					+ "'(\\w+)'.*",
					"there is no field '$1' on $2"),
			Anew.of("Expected type 'Map' but was '\\w+'.*", "this has to be an object, in braces"),
			Anew.of("^Unknown operation named '(.*)'\\.$", "there is no operation '$1' in the document"),
			Anew.of("^Must provide operation name.*",
					"the document has several operations: name one of them in operationName"),
			Anew.of("^The maximum number of validation errors has been reached.*",
					"there are more mistakes than these"),
			Anew.of("^This request is not asking for introspection in good faith - (\\S+) .*",
					"this introspects $1 too often, or too much: ask for less in one document"),
			Anew.of("'<EOF>' does not belong here", "it breaks off before its end"),
			Anew.of("this has to be (\\w+)Value$", "this has to be of type $1"));

	private final GraphQLSchema schema;

	ErrorSentences(GraphQLSchema schema) {
		this.schema = schema;
	}

	/** The sentence for an error that has no code of ours. */
	String of(GraphQLError error) {
		String sentence = bounded(String.valueOf(error.getMessage()));
		for (Anew anew : SAID_ANEW) {
			sentence = anew.theirs().matcher(sentence).replaceFirst(anew.ours());
		}
		sentence = KIND.matcher(sentence).replaceFirst(it -> it.group().toLowerCase(Locale.ROOT));
		sentence = TOKEN.matcher(sentence).replaceFirst(it -> quoted(Excerpt.of(it.group(), QUOTED)));
		sentence = completed(sentence, FIELD, it -> near(it.group(1), fields(it.group(2))));
		sentence = completed(sentence, TYPE, it -> near(it.group(1), schema.getAllTypesAsList()));
		sentence = completed(sentence, ARGUMENT, it -> near(it.group(1), arguments(error)));
		sentence = VALUE.matcher(sentence).replaceFirst(it -> quoted(value(it)));
		// What it repeats of the document need not be all of it.
		return Excerpt.of(sentence, LONGEST);
	}

	/** Without the middle of a very long one, which repeats what was sent, and would be searched for ages. */
	private static String bounded(String sentence) {
		if (sentence.length() <= 2 * LONGEST) {
			return sentence;
		}
		String end = sentence.substring(sentence.length() - LONGEST / 2);
		return Excerpt.of(sentence, LONGEST) + (Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end);
	}

	private static String completed(String sentence, Pattern pattern, Function<MatchResult, String> meant) {
		return pattern.matcher(sentence).replaceFirst(it -> quoted(it.group() + meant.apply(it)));
	}

	/** The values that there are, or else those that may be meant. */
	private String value(MatchResult found) {
		String name = found.group(3) == null ? found.group(2) : found.group(3);
		String quoted = found.group(1) == null ? "this" : "'%s'".formatted(Excerpt.of(found.group(1), QUOTED));
		String values = schema.getType(name) instanceof GraphQLEnumType type
				? ": write one of " + String.join(", ",
						type.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList())
				: "";
		return "%s is no %s%s".formatted(quoted, name, values);
	}

	private Collection<? extends GraphQLNamedSchemaElement> fields(String type) {
		return switch (schema.getType(type)) {
			case GraphQLFieldsContainer answers -> answers.getFieldDefinitions();
			case GraphQLInputFieldsContainer input -> input.getFieldDefinitions();
			case null, default -> List.of();
		};
	}

	/** The arguments of the field that an error is about, if it can be followed from the root. */
	private Collection<? extends GraphQLNamedSchemaElement> arguments(GraphQLError error) {
		List<String> path = error instanceof ValidationError invalid && invalid.getQueryPath() != null
				? invalid.getQueryPath()
				: List.of();
		return Stream.of(schema.getQueryType(), schema.getSubscriptionType()).filter(Objects::nonNull)
				.flatMap(root -> field(root, path).stream()).findFirst()
				.map(GraphQLFieldDefinition::getArguments).orElse(List.of());
	}

	private Optional<GraphQLFieldDefinition> field(GraphQLType root, List<String> path) {
		GraphQLType type = root;
		GraphQLFieldDefinition field = null;
		for (String name : path) {
			field = type instanceof GraphQLFieldsContainer container ? container.getFieldDefinition(name) : null;
			type = field == null ? root : GraphQLTypeUtil.unwrapAll(field.getType());
		}
		return Optional.ofNullable(field);
	}

	/** ": did you mean model?", or nothing if no name is near. */
	private static String near(String written, Collection<? extends GraphQLNamedSchemaElement> known) {
		int tooMany = Math.clamp(written.length() / 2L, 2, MOST_EDITS);
		return known.stream().map(GraphQLNamedSchemaElement::getName)
				.filter(it -> EditDistance.optimalStringAlignment(written, it, tooMany) < tooMany)
				.min(Comparator.comparing(it -> EditDistance.optimalStringAlignment(written, it, tooMany)))
				.map(": did you mean %s?"::formatted).orElse("");
	}

	private static String quoted(String text) {
		return Matcher.quoteReplacement(text);
	}
}

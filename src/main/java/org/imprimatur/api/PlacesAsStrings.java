package org.imprimatur.api;

import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Documents that were written when places were strings: they declare {@code $territory: String} where it has to be
 * {@code Territory} now. They are read as if they did, so that they go on being answered.
 */
final class PlacesAsStrings {

	/** How it is said, in {@code i18n}, that a variable is declared otherwise than where it is used. */
	private static final Pattern DECLARED = Pattern.compile(
			"variable '(\\w+)' is declared as \\[?String[!\\]]*, and has to be \\[?Territory[!\\]]* where");

	private PlacesAsStrings() {
	}

	/** What comes of a document, or what comes of it once its places are declared as such, if that is better. */
	static PreparsedDocumentEntry parsed(ExecutionInput input,
			Function<ExecutionInput, PreparsedDocumentEntry> parse) {
		PreparsedDocumentEntry asWritten = parse.apply(input);
		String document = input.getQuery();
		for (GraphQLError error : asWritten.hasErrors() ? asWritten.getErrors() : List.<GraphQLError>of()) {
			Matcher place = DECLARED.matcher(String.valueOf(error.getMessage()));
			if (place.find()) {
				document = document.replaceAll("(\\$%s\\s*:\\s*\\[?\\s*)String\\b".formatted(place.group(1)),
						"$1Territory");
			}
		}
		if (document.equals(input.getQuery())) {
			return asWritten;
		}
		String declared = document;
		PreparsedDocumentEntry asMeant = parse.apply(input.transform(it -> it.query(declared)));
		return asMeant.hasErrors() ? asWritten : asMeant;
	}
}

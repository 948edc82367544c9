package org.imprimatur.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.instrumentation.Instrumentation;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.parser.ParserOptions;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.WiringFactory;
import graphql.validation.Validator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.fetch.RootFetcher;
import org.imprimatur.api.schema.PublicSchema;
import org.imprimatur.api.schema.SchemaCheck;
import org.imprimatur.api.subscription.SubscriptionFetcher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the schema and its fetchers together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

	/** A character of a document takes up to 50 bytes once it is parsed. */
	private static final long CHARACTERS_KEPT = 1_000_000;
	private static final int CHARACTERS = 50_000;
	private static final int TOKENS = 5_000;
	private static final int WHITESPACE = 25_000;
	private static final int RULES_NESTED = 300;
	private static final int VALIDATION_ERRORS = 20;

	// These are limits of graphql-java itself, which it keeps for the whole process.
	static {
		ParserOptions.setDefaultOperationParserOptions(ParserOptions.getDefaultOperationParserOptions()
				.transform(options -> options.maxCharacters(CHARACTERS).maxTokens(TOKENS)
						.maxWhitespaceTokens(WHITESPACE).maxRuleDepth(RULES_NESTED)));
		Validator.setMaxValidationErrors(VALIDATION_ERRORS);
	}

	@Bean
	RuntimeWiringConfigurer schemaWiring(RootFetcher root, SubscriptionFetcher subscription) {
		SchemaWiring wiring = new SchemaWiring(root, subscription);
		return new RuntimeWiringConfigurer() {

			@Override
			public void configure(RuntimeWiring.Builder builder) {
				// Of these, ids are there already, and would be taken for a mistake.
				builder.strictMode(false);
				Scalars.ALL.forEach(builder::scalar);
				builder.strictMode(true);
			}

			@Override
			public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
				factories.add(wiring);
			}
		};
	}

	/** A schema that does not fit the records of the domain stops the start. */
	@Bean
	GraphQlSourceBuilderCustomizer checkedSchema(List<ComputedField<?>> computed) {
		return builder -> builder.schemaFactory((types, wiring) -> PublicSchema.of(SchemaCheck
				.checked(new SchemaGenerator().makeExecutableSchema(PublicSchema.completed(types), wiring), computed)));
	}

	@Bean
	GraphQlSourceBuilderCustomizer instrumentedOperations(ObjectProvider<Instrumentation> instrumentations) {
		OperationInstrumentation all = new OperationInstrumentation(instrumentations.orderedStream().toList());
		return builder -> builder.configureGraphQl(graphQl -> graphQl.instrumentation(all));
	}

	/**
	 * Parsing and validating a document once spares a fifth of the time of an answer (design, "The API"); what is
	 * refused is not kept.
	 */
	@Bean
	GraphQlSourceBuilderCustomizer preparsedDocuments() {
		Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder().maximumWeight(CHARACTERS_KEPT)
				.weigher((String document, PreparsedDocumentEntry entry) -> document.length()).build();
		PreparsedDocumentProvider provider = (input, parse) -> {
			PreparsedDocumentEntry known = documents.getIfPresent(input.getQuery());
			PreparsedDocumentEntry entry = known == null ? PlacesAsStrings.parsed(input, parse) : known;
			if (known == null && !entry.hasErrors()) {
				documents.put(input.getQuery(), entry);
			}
			return CompletableFuture.completedFuture(entry);
		};
		return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(provider));
	}
}

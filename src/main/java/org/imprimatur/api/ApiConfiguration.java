package org.imprimatur.api;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.scalars.ExtendedScalars;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.WiringFactory;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.graphql.autoconfigure.GraphQlSourceBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.graphql.execution.RuntimeWiringConfigurer;

/** Puts the schema and its fetchers together. */
@Configuration(proxyBeanMethods = false)
class ApiConfiguration {

	private static final long DOCUMENTS_KEPT = 1_000;

	@Bean
	RuntimeWiringConfigurer schemaWiring(RootFetcher root, SubscriptionFetcher subscription) {
		SchemaWiring wiring = new SchemaWiring(root, subscription);
		return new RuntimeWiringConfigurer() {

			@Override
			public void configure(RuntimeWiring.Builder builder) {
				builder.scalar(ExtendedScalars.Date).scalar(ExtendedScalars.DateTime);
			}

			@Override
			public void configure(RuntimeWiring.Builder builder, List<WiringFactory> factories) {
				factories.add(wiring);
			}
		};
	}

	/** A schema that does not fit the records of the domain stops the start. */
	@Bean
	GraphQlSourceBuilderCustomizer checkedSchema(List<ComputedField> computed) {
		return builder -> builder.schemaFactory((types, wiring) -> SchemaCheck
				.checked(new SchemaGenerator().makeExecutableSchema(types, wiring), computed));
	}

	/** Parsing and validating a document once spares a fifth of the time of an answer (design §5). */
	@Bean
	GraphQlSourceBuilderCustomizer preparsedDocuments() {
		Cache<String, PreparsedDocumentEntry> documents = Caffeine.newBuilder().maximumSize(DOCUMENTS_KEPT).build();
		PreparsedDocumentProvider provider = (input, parse) -> CompletableFuture
				.completedFuture(documents.get(input.getQuery(), query -> parse.apply(input)));
		return builder -> builder.configureGraphQl(graphQl -> graphQl.preparsedDocumentProvider(provider));
	}
}

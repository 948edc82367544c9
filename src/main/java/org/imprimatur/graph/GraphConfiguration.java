package org.imprimatur.graph;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.connection.GraphInProcess;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.schema.GraphSchema;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.walk.ChangeReader;
import org.imprimatur.graph.walk.FactsReader;
import org.imprimatur.graph.walk.HistoryReader;
import org.imprimatur.graph.walk.LinkReader;
import org.imprimatur.graph.walk.SurveyReader;
import org.neo4j.driver.Driver;
import org.neo4j.driver.NotificationSeverity;
import org.springframework.boot.neo4j.autoconfigure.ConfigBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;

/** The doors of the graph. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);

	/**
	 * Hints on a statement, such as that a label is not there yet, are for whoever writes it, and would be logged at
	 * each run.
	 */
	@Bean
	ConfigBuilderCustomizer withoutNotifications() {
		return config -> config.withMinimumNotificationSeverity(NotificationSeverity.OFF);
	}

	@Bean
	DatabaseSelectionProvider databaseSelection() {
		return DatabaseSelectionProvider.createStaticDatabaseSelectionProvider(Statements.DATABASE);
	}

	@Bean
	Statements statements(Driver driver, Neo4jClient client, Neo4jTransactionManager transactions,
			Optional<GraphInProcess> inProcess) {
		return new Statements(driver, client, transactions, READ_TIMEOUT, inProcess);
	}

	@Bean
	GraphSchema graphSchema(Statements statements, ResourcePatternResolver resources) throws IOException {
		Resource[] files = resources.getResources("classpath:graph-schema/*.cypher");
		return new GraphSchema(statements,
				Arrays.stream(files).sorted(Comparator.comparing(file -> String.valueOf(file.getFilename()))).toList());
	}

	@Bean
	LedgerReader ledgerReader(Statements statements) {
		return new LedgerReader(statements);
	}

	@Bean
	GraphReader graphReader(Statements statements) {
		return GraphReader.of(statements);
	}

	@Bean
	FactsReader factsReader(Statements statements) {
		return new FactsReader(statements);
	}

	@Bean
	HistoryReader historyReader(Statements statements) {
		return new HistoryReader(statements);
	}

	@Bean
	ChangeReader changeReader(Statements statements) {
		return new ChangeReader(statements);
	}

	@Bean
	TextSearch textSearch(Statements statements) {
		return new TextSearch(statements);
	}

	@Bean
	LinkReader linkReader(Statements statements) {
		return new LinkReader(statements);
	}

	@Bean
	SurveyReader surveyReader(Statements statements) {
		return new SurveyReader(statements);
	}
}

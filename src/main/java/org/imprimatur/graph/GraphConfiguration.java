package org.imprimatur.graph;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.SnapshotReader;
import org.imprimatur.graph.schema.GraphSchema;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.walk.ChangeReader;
import org.imprimatur.graph.walk.FactsReader;
import org.imprimatur.graph.walk.HistoryReader;
import org.imprimatur.graph.walk.LinkReader;
import org.imprimatur.graph.walk.SurveyReader;
import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/** The doors of the graph. */
@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

	private static final Duration READ_TIMEOUT = Duration.ofSeconds(30);
	private static final int ENTITIES_A_PAGE = 500;

	@Bean
	GraphSchema graphSchema(Driver driver, ResourcePatternResolver resources) throws IOException {
		Resource[] files = resources.getResources("classpath:graph-schema/*.cypher");
		return new GraphSchema(driver,
				Arrays.stream(files).sorted(Comparator.comparing(file -> String.valueOf(file.getFilename()))).toList());
	}

	@Bean
	RecordStore recordStore(Driver driver) {
		return new RecordStore(driver);
	}

	@Bean
	LedgerReader ledgerReader(Driver driver) {
		return new LedgerReader(driver);
	}

	@Bean
	GraphReader graphReader(Driver driver) {
		return new GraphReader(driver, READ_TIMEOUT);
	}

	@Bean
	FactsReader factsReader(GraphReader reader) {
		return new FactsReader(reader);
	}

	@Bean
	HistoryReader historyReader(GraphReader reader) {
		return new HistoryReader(reader);
	}

	@Bean
	ChangeReader changeReader(GraphReader reader) {
		return new ChangeReader(reader);
	}

	@Bean
	TextSearch textSearch(GraphReader reader) {
		return new TextSearch(reader);
	}

	@Bean
	LinkReader linkReader(GraphReader reader) {
		return new LinkReader(reader);
	}

	@Bean
	SurveyReader surveyReader(GraphReader reader) {
		return new SurveyReader(reader);
	}

	@Bean
	JournalReader journalReader(GraphReader reader) {
		return new JournalReader(reader);
	}

	@Bean
	SnapshotReader snapshotReader(GraphReader reader) {
		return new SnapshotReader(reader, ENTITIES_A_PAGE);
	}
}

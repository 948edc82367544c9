package org.imprimatur.graph.record;

import org.imprimatur.graph.connection.Statements;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.repository.config.EnableNeo4jRepositories;

/** The doors of the record. */
@Configuration(proxyBeanMethods = false)
@EnableNeo4jRepositories(basePackageClasses = RevisionRepository.class)
class RecordConfiguration {

	private static final int ENTITIES_A_PAGE = 500;

	@Bean
	RecordStore recordStore(Statements statements, RevisionRepository revisions) {
		return new RecordStore(statements, revisions);
	}

	@Bean
	JournalReader journalReader(Statements statements) {
		return new JournalReader(statements);
	}

	@Bean
	SnapshotReader snapshotReader(Statements statements, RecordStore records) {
		return new SnapshotReader(statements, records, ENTITIES_A_PAGE);
	}
}

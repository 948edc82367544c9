package org.imprimatur.embedded;

import java.net.URI;
import java.nio.file.Path;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Opens the embedded Neo4j where no server is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.neo4j.dbms.api.DatabaseManagementService")
@Conditional(NoServerNamed.class)
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
class EmbeddedNeo4jConfiguration {

	@Bean
	DataDirectory dataDirectory(@Value("${imprimatur.data-directory}") Path directory) {
		return new DataDirectory(directory);
	}

	@Bean
	EmbeddedNeo4j embeddedNeo4j(DataDirectory directory) {
		return new EmbeddedNeo4j(directory.path());
	}

	@Bean
	ReadsInProcess readsInProcess(EmbeddedNeo4j neo4j) {
		return new ReadsInProcess(neo4j.database());
	}

	@Bean
	BackupEndpoint backupEndpoint(EmbeddedNeo4j neo4j, DataDirectory directory) {
		return new BackupEndpoint(neo4j, directory);
	}

	@Bean
	Neo4jConnectionDetails embeddedNeo4jConnectionDetails(EmbeddedNeo4j neo4j) {
		return new Neo4jConnectionDetails() {

			@Override
			public URI getUri() {
				return neo4j.uri();
			}

			@Override
			public AuthToken getAuthToken() {
				return AuthTokens.basic(neo4j.username(), neo4j.password());
			}
		};
	}
}

package org.imprimatur.embedded;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.BaseUnits;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.URI;
import java.nio.file.Path;
import org.neo4j.driver.AuthToken;
import org.neo4j.driver.AuthTokens;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.application.DiskSpaceHealthIndicator;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** Opens the embedded Neo4j where no server is named. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(name = "org.neo4j.dbms.api.DatabaseManagementService")
@Conditional(NoServerNamed.class)
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
class EmbeddedNeo4jConfiguration {

	private static final DataSize LEAST_FREE = DataSize.ofMegabytes(16);

	@Bean
	DataDirectory dataDirectory(@Value("${imprimatur.data-directory}") Path directory) {
		return new DataDirectory(directory);
	}

	@Bean
	EmbeddedNeo4j embeddedNeo4j(DataDirectory directory) {
		return new EmbeddedNeo4j(directory.path());
	}

	/** Not before Neo4j itself is out of room is what it has read from out of reach. */
	@Bean
	DiskSpaceHealthIndicator diskSpaceHealthIndicator(DataDirectory directory) {
		return new DiskSpaceHealthIndicator(directory.path().toFile(), LEAST_FREE);
	}

	@Bean
	MeterBinder dataDirectoryMetrics(DataDirectory directory) {
		return registry -> Gauge.builder("imprimatur.disk.free", directory, DataDirectory::free)
				.baseUnit(BaseUnits.BYTES).register(registry);
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

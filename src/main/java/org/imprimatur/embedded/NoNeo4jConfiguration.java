package org.imprimatur.embedded;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingClass;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Says so where there is neither a server nor an embedded Neo4j, before the driver tries a default address. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingClass("org.neo4j.dbms.api.DatabaseManagementService")
@Conditional(NoServerNamed.class)
@ConditionalOnMissingBean(Neo4jConnectionDetails.class)
class NoNeo4jConfiguration {

	@Bean
	Neo4jConnectionDetails noNeo4jConnectionDetails() {
		throw new NoGraphException("No Neo4j server is named, and this build carries no embedded Neo4j.",
				"Set SPRING_NEO4J_URI, SPRING_NEO4J_AUTHENTICATION_USERNAME and "
						+ "SPRING_NEO4J_AUTHENTICATION_PASSWORD to those of a Neo4j server.");
	}
}

package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.NodeProject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The field's own audit of GraphQL over HTTP finds nothing amiss. */
@ApplicationTest
class GraphQlOverHttpAuditTest {

	private final Asker asker;

	GraphQlOverHttpAuditTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	@Test
	void everyAuditPasses() {
		NodeProject audits = new NodeProject(Path.of("src/test/node/graphql-over-http"));
		List<String> results = audits.run("node", "audit.js", asker.origin() + "/graphql").succeeded().lines().toList();
		assertThat(results).hasSizeGreaterThan(50).allMatch(result -> result.startsWith("ok\t"));
	}
}

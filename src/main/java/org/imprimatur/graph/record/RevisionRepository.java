package org.imprimatur.graph.record;

import java.time.ZonedDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.neo4j.repository.Neo4jRepository;
import org.springframework.data.neo4j.repository.query.Query;
import org.springframework.data.repository.query.Param;

/**
 * The revisions. What is read has its statement written out: those that Spring Data composes are rendered by a library
 * that may confuse one with another (decision 10), which does no harm as long as saving alone is composed. It is made
 * when it is needed, so that a command can say what keeps the graph from being opened, and public, since whoever starts
 * the application with a class loader of its own has it proxied there.
 */
@Lazy
public interface RevisionRepository extends Neo4jRepository<Revision, Integer> {

	@Override
	@Query("CYPHER 25 MATCH (revision:Revision {number: $number}) RETURN revision")
	Optional<Revision> findById(@Param("number") Integer number);

	/** The last revision until {@code time}. Their times never go back, so that the index on their numbers finds it. */
	@Query("""
		CYPHER 25
		MATCH (revision:Revision) WHERE revision.time <= $time
		RETURN revision ORDER BY revision.number DESC LIMIT 1""")
	Optional<Revision> findNewestAt(@Param("time") ZonedDateTime time);
}

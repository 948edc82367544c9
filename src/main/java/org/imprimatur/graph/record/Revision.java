package org.imprimatur.graph.record;

import java.time.Instant;
import org.springframework.data.neo4j.core.schema.Id;
import org.springframework.data.neo4j.core.schema.Node;

/**
 * One change of the record. It is a node by itself, with no relationship to any other, so that Spring Data maps it
 * (decision 10).
 *
 * @param number its place in the order of revisions, from 1
 * @param time when it was published
 * @param author who published it
 * @param message what changed, in words
 * @param cause why
 * @param contentDigest the digest of all that is live at it, in hexadecimal
 * @param chainDigest the digest of this revision and of all before it, in hexadecimal
 */
@Node("Revision")
public record Revision(@Id int number, Instant time, String author, String message, Cause cause, String contentDigest,
		String chainDigest) {
}

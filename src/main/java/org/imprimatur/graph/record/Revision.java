package org.imprimatur.graph.record;

import java.time.Instant;

/**
 * One change of the record.
 *
 * @param number its place in the order of revisions, from 1
 * @param time when it was published
 * @param author who published it
 * @param message what changed, in words
 * @param cause why
 * @param contentDigest the digest of all that is live at it, in hexadecimal
 * @param chainDigest the digest of this revision and of all before it, in hexadecimal
 */
public record Revision(int number, Instant time, String author, String message, Cause cause, String contentDigest,
		String chainDigest) {
}

package org.imprimatur.graph;

import java.time.Instant;

/**
 * One change of the record.
 *
 * @param number its place in the order of revisions, from 1
 * @param time when it was published
 * @param message what changed, in words
 */
public record Revision(int number, Instant time, String message) {
}

package org.imprimatur.api.revisions;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Revision;

/** A revision as the schema's {@code Revision} shows it. */
record RevisionAnswer(int number, OffsetDateTime time, String author, String message, Cause cause,
		String contentDigest, String chainDigest) {

	static RevisionAnswer of(Revision it) {
		return new RevisionAnswer(it.number(), it.time().atOffset(ZoneOffset.UTC), it.author(), it.message(),
				it.cause(), it.contentDigest(), it.chainDigest());
	}
}

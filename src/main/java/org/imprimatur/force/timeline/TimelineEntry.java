package org.imprimatur.force.timeline;

import java.util.List;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a timeline.
 *
 * @param kind what it tells
 * @param date when, with the days that it can mean; {@code null} where nothing is known of it
 * @param title what it tells, in one sentence for people
 * @param node what it is about
 * @param related what else has to do with it: an effect's instrument and target, what ended a condition, who took part
 * @param certain whether it is: nothing disputes that there is what it tells of, not all that supports it is weak, and
 *     the rules leave it no doubt; how far its date is known is another matter
 * @param evidence the passages that support it
 * @param disputes the passages that dispute it or its date
 * @param parts the entries that it sums up; none where it stands for itself
 */
public record TimelineEntry(TimelineKind kind, @Nullable EdtfDate date, String title, Ref<Entity> node,
		List<Ref<Entity>> related, boolean certain, List<EvidenceKey> evidence, List<EvidenceKey> disputes,
		List<TimelineEntry> parts) {

	/** The same with another title. */
	TimelineEntry withTitle(String title) {
		return new TimelineEntry(kind, date, title, node, related, certain, evidence, disputes, parts);
	}

	/** What tells the entry from all others of its facts. */
	public String key() {
		return "%s %s %08x".formatted(kind, node, toString().hashCode());
	}
}

package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * What happened without legal force.
 *
 * @param title what happened, in a few words
 * @param kind what kind of event it is
 * @param date when it happened
 * @param description what happened, in our words
 * @param participants the parties that took part
 * @param about the models, instruments and other things that it concerns
 */
public record Event(String id, String title, EventKind kind, EdtfDate date, @Nullable String description,
		@Relationship("HAS_PARTICIPANT") List<Ref<Party>> participants,
		@Relationship("ABOUT") List<Ref<Entity>> about,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {

	@Override
	public String name() {
		return title;
	}

	/** The kinds of event. */
	public enum EventKind {
		RELEASE,
		OUTAGE,
		STATEMENT,
		ANALYSIS,
		NEGOTIATION,
		FILING,
		HEARING,
		APPEAL,
		REMITTAL,
		AWARD,
		REPORT,
		COMPLIANCE
	}
}

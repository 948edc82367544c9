package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * An act with legal force: a letter, designation, order, rule, ruling or undertaking, as its id says.
 *
 * @param title what it is, in a few words
 * @param shortTitle what people call it, as it stands inside a sentence: "the EU AI Act"; absent for what they name by
 *     who made it and when
 * @param number its official number or docket
 * @param binding whether it binds; a recommendation does not
 * @param issuedBy the authority, or the company that undertakes
 * @param signedBy who signed it
 * @param addressees to whom it is addressed
 * @param issued when it was made
 * @param published when it became public
 * @param effective when it has force; absent for what was proposed or withdrawn
 * @param endsAfter the end of that, the first day on which it has force no longer, where it is counted from another
 *     date
 * @param legalBasis the provisions that it rests on
 * @param targets the parties and models that it is about
 * @param imposes the conditions that it imposes
 * @param effects what it does to other instruments, conditions and effects
 * @param motivatedBy the concerns and the earlier instruments that it answers
 */
public record Instrument(String id, String title, @Nullable String shortTitle, List<String> aliases,
		@Nullable String number, boolean binding,
		@Relationship("ISSUED_BY") List<Ref<Party>> issuedBy,
		@Relationship("SIGNED_BY") List<Ref<Person>> signedBy,
		@Relationship("ADDRESSED_TO") List<Ref<Party>> addressees,
		@Nullable EdtfDate issued, @Nullable EdtfDate published, @Nullable Period effective,
		@Relationship("HAS_END") @Nullable RelativeDate endsAfter,
		List<String> legalBasis,
		@Relationship("TARGETS") List<Ref<Entity>> targets,
		@Relationship("IMPOSES") List<Ref<Condition>> imposes,
		@Relationship("HAS_EFFECT") List<Ref<Effect>> effects,
		@Relationship("MOTIVATED_BY") List<Ref<Entity>> motivatedBy,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {

	@Override
	public String name() {
		return title;
	}
}

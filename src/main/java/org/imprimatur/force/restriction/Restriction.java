package org.imprimatur.force.restriction;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * That a binding norm which forbids or takes a licence reached a model and stood, each day seen as it then stood: an
 * annulment ends it on the day on which it was made, though in law it reaches back.
 *
 * @param model the model
 * @param condition the norm
 * @param instrument the act that imposes it
 * @param kind what it is by itself; exceptions stand beside it
 * @param reach how it reached the model, in the surest way, and of those the first
 * @param via what gave it reach, from the model to what its scope names
 * @param bound whom it bound
 * @param periods each time that it stood and reached the model, in force or suspended, in order; at least one
 * @param suspensions each time that it was suspended in these
 * @param days on how many days it was in force, suspensions not counted; none is sure of what may not exist or not
 *     reach the model
 * @param exceptions the permissions that carve out of it and may reach the model on any day
 * @param sureFrom the first day on which it is sure that it stood, {@code null} if there is none
 * @param through the last day of which the dossiers can tell that cover it; {@code null} if none does
 */
public record Restriction(Ref<Model> model, Ref<Condition> condition, Ref<Instrument> instrument, RestrictionKind kind,
		Reach reach, List<Ref<Entity>> via, BoundParties bound, List<Period> periods, List<Period> suspensions,
		DayCount days, List<Ref<Condition>> exceptions, @Nullable LocalDate sureFrom, @Nullable EdtfDate through) {

	/** What tells it from all others. */
	public String key() {
		return "%s %s %s".formatted(model.id(), condition.id(), instrument.id());
	}
}

package org.imprimatur.force.operation;

import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Truth;

/**
 * A field whose value an effect has changed.
 *
 * @param effect the effect that changes it
 * @param target whose field it is
 * @param field the field
 * @param value its new value, as a dossier writes it
 * @param operates whether the effect operates on the day: true or uncertain
 */
public record Amendment(Ref<Effect> effect, Ref<Entity> target, String field, String value, Truth operates) {

	/** Whether it surely operates on the day. */
	public boolean certain() {
		return operates == Truth.TRUE;
	}
}

package org.imprimatur.force.derivation;

import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Effect;

/** What kinds of norms, actions and effects are called. */
final class Phrases {

	private Phrases() {
	}

	/** What a norm is called. */
	static String kind(Condition norm) {
		return switch (norm.modality()) {
			case PROHIBITION -> "prohibition";
			case LICENCE_REQUIRED -> norm.action() == Action.EXPORT ? "licence requirement" : "clearance requirement";
			case OBLIGATION -> "duty";
			case PERMISSION -> "permission";
		};
	}

	/** What an action takes that is not free: exports are licensed, what else there is may be assessed or filed. */
	static String clearance(Action done) {
		return done == Action.EXPORT ? "a licence" : "official clearance";
	}

	/** What is done with a model, with a place for its name. */
	static String act(Action done) {
		return switch (done) {
			case PROVIDE -> "provide %s";
			case EXPORT -> "export %s";
			case USE -> "use %s";
			case PROCURE -> "buy %s";
			case PROCESS_DATA -> "process personal data in %s";
			case COLLECT -> "collect data for %s";
			case DELETE -> "delete %s, or data that went into it";
			case TRAIN -> "train %s";
			case INFORM -> "inform others about %s";
			case DISCLOSE -> "make public what concerns %s";
			case REPORT -> "report on %s";
			case SAFEGUARD -> "build safeguards into %s";
			case COOPERATE -> "cooperate over %s";
			case PAY -> "pay over %s";
		};
	}

	/** How what is done is directed to its recipients. */
	static String towards(Action done) {
		return done == Action.PROVIDE || done == Action.EXPORT || done == Action.DISCLOSE ? "to" : "towards";
	}

	/** What an effect does to its target. */
	static String done(Effect effect) {
		return switch (effect.kind()) {
			case REVOKES -> "revoked";
			case SUPERSEDES -> "superseded";
			case SUSPENDS -> "suspended";
			case ANNULS -> "annulled";
			case AMENDS -> "amended";
			// It may have decided no more than that, as when a stay is refused.
			case UPHOLDS -> "left standing";
		};
	}
}

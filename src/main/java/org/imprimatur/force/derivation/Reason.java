package org.imprimatur.force.derivation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** What a rule found of its case, as data: {@link StepSentences} has the words. */
public sealed interface Reason {

	/** What a field can say that is not known. */
	enum Unknown {
		START,
		END,
		IMPOSED,
		WAITED_FOR,
		HUNG_ON
	}

	/**
	 * How an instrument's condition reaches a model.
	 *
	 * @param via from the model to what the scope names
	 */
	record Reaches(Instrument by, Reach reach, List<Ref<Entity>> via, Truth truth) implements Reason {
	}

	/** An instrument may not have been issued on the day. */
	record PerhapsNotIssued(Instrument instrument) implements Reason {
	}

	/** An instrument was proposed, and nothing says that it took effect. */
	record Proposed(Instrument instrument) implements Reason {
	}

	/** An instrument was proposed, and may have come to nothing. */
	record PerhapsWithdrawn(Instrument instrument) implements Reason {
	}

	/** It is disputed that there is an entity, or only weak sources tell of it. */
	record Doubted(Entity entity, boolean disputed) implements Reason {
	}

	/** An entity may not have been reported. */
	record PerhapsUnreported(Entity entity) implements Reason {
	}

	/**
	 * What a field says is not known.
	 *
	 * @param reported whether it had been reported; if so, only weak sources tell of it
	 */
	record NotKnown(Unknown what, Entity entity, Truth reported) implements Reason {
	}

	/** A period has a beginning. */
	record Begins(Entity entity, EdtfDate start) implements Reason {
	}

	/**
	 * A period has an end.
	 *
	 * @param end the first day after it
	 */
	record Ends(Entity entity, EdtfDate end) implements Reason {
	}

	/**
	 * Whether a condition was found met or breached by the day.
	 *
	 * @param found since when, if it was
	 */
	record FoundBy(Ref<Condition> condition, Condition.Outcome outcome, Optional<EdtfDate> found) implements Reason {
	}

	/**
	 * A condition was found met or breached.
	 *
	 * @param known whether that is no matter of doubt
	 * @param disputed whether the doubt is a dispute, rather than the weakness of all who tell of it
	 */
	record Found(Ref<Condition> condition, Finding finding, boolean known, boolean disputed) implements Reason {
	}

	/** Whether the norms had ended to which a condition is an exception. */
	record ExceptionTo(List<Ref<Condition>> norms, Truth ended) implements Reason {
	}

	/**
	 * An effect acts on something.
	 *
	 * @param first since when, where that is known
	 * @param operates whether it does on the day
	 */
	record Acts(Effect effect, Instrument by, Optional<EdtfDate> first, Truth operates) implements Reason {
	}

	/** What had changed by the day is not known to have come: the sources were read to an earlier one. */
	record OnlyExpected(LocalDate through) implements Reason {
	}
}

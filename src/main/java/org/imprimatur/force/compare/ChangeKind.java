package org.imprimatur.force.compare;

import org.imprimatur.force.derivation.State;
import org.jspecify.annotations.Nullable;

/** What a change between two condition sets comes to. */
public enum ChangeKind {
	/** It came to reach the model: it was issued, or the model came within its scope. */
	ADDED,
	/** It reaches the model no more, or is there no more. */
	REMOVED,
	/** It came into force for the first time. */
	BEGAN,
	/** It was suspended. */
	SUSPENDED,
	/** It stands again: what had suspended or ended it operates no more. */
	REVIVED,
	/** It ended; where that had been uncertain, it surely has. */
	ENDED,
	/** It is yet to come into force, though it had: what it hangs on is gone, or it was put off. */
	DEFERRED,
	/** It became uncertain how it stands. */
	UNSETTLED,
	/** It stands, or is yet to come into force, which had been uncertain. */
	SETTLED,
	/**
	 * Its state is the same, and something else of it changed: its reach, exceptions, amendments, compliance or cause.
	 */
	MODIFIED;

	/** What the change from one state to another comes to; {@code null} where the condition is not there. */
	public static ChangeKind of(@Nullable State before, @Nullable State after) {
		if (before == null) {
			return ADDED;
		}
		if (after == null) {
			return REMOVED;
		}
		if (before == after) {
			return MODIFIED;
		}
		return switch (after) {
			case ENDED -> ENDED;
			case SUSPENDED -> SUSPENDED;
			case UNCERTAIN -> UNSETTLED;
			case IN_FORCE -> switch (before) {
				case UNCERTAIN -> SETTLED;
				case NOT_YET -> BEGAN;
				default -> REVIVED;
			};
			case NOT_YET -> switch (before) {
				case UNCERTAIN -> SETTLED;
				case ENDED -> REVIVED;
				default -> DEFERRED;
			};
		};
	}
}

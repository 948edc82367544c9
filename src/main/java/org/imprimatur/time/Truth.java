package org.imprimatur.time;

/** An answer in Kleene's strong three-valued logic: what is not known stays uncertain. */
public enum Truth {
	FALSE,
	UNCERTAIN,
	TRUE;

	public static Truth of(boolean value) {
		return value ? TRUE : FALSE;
	}

	public Truth and(Truth other) {
		return compareTo(other) <= 0 ? this : other;
	}

	public Truth or(Truth other) {
		return compareTo(other) >= 0 ? this : other;
	}

	public Truth not() {
		return switch (this) {
			case FALSE -> TRUE;
			case UNCERTAIN -> UNCERTAIN;
			case TRUE -> FALSE;
		};
	}

	/** Whether the answer may turn out to be yes. */
	public boolean possible() {
		return this != FALSE;
	}
}

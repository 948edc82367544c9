package org.imprimatur.force.timeline;

/** What an entry of a timeline tells, in the order of entries of one day. */
public enum TimelineKind {
	/** A model was released to somebody. */
	RELEASE,
	/** Something happened without legal force. */
	EVENT,
	/** An instrument was issued. */
	ISSUED,
	/** An instrument became public. */
	PUBLISHED,
	/** An instrument took effect. */
	TAKES_EFFECT,
	/** An effect did what it does, for the first time. */
	EFFECT,
	/** A suspension was over. */
	SUSPENSION_ENDS,
	/** A condition began to stand, in force or suspended. */
	CONDITION_STARTS,
	/** A duty was found met. */
	MET,
	/** A condition was found breached. */
	BREACHED,
	/** The last day to meet a duty. */
	DEADLINE,
	/** A condition ended. */
	CONDITION_ENDS,
	/** The time of an instrument ran out. */
	EXPIRES,
	/** A source was published. */
	SOURCE_PUBLISHED
}

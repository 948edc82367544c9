package org.imprimatur.api.computed;

import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A field of {@code Query} that is computed. What is selected of the graph below its answer follows with one statement
 * (design, "The API").
 *
 * @param <A> the record of its arguments
 */
public abstract class RootField<A extends Record> extends ComputedField<A> {

	protected RootField(String name, Class<A> arguments, Class<? extends Record> answer) {
		super("Query", name, arguments, answer);
	}

	/** The newest revision that its arguments name, so that whoever asks has seen it; 0 if they name none. */
	public int seen(A arguments) {
		return 0;
	}

	/**
	 * The revision at which it answers: that of the operation, unless its arguments name one.
	 *
	 * @throws Refusal if there is no such revision
	 */
	public int revision(A arguments, int revision) {
		return revision;
	}

	/**
	 * The answer at a revision: a record, a list of records, or nothing. In a list, what cannot be answered is refused
	 * in its place; a record of several things that has no place for it comes as a {@link PartialAnswer}.
	 *
	 * @throws Refusal if the arguments cannot be used
	 */
	public abstract @Nullable Object answer(A arguments, int revision);
}

package org.imprimatur.api.computed;

import java.util.Map;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A field of {@code Query} that is computed: it answers with records, whose components the schema's types show under their
 * names. What is selected of the graph below them follows with one statement (design, "The API").
 */
public interface ComputedField {

	/** The field's name. */
	String name();

	/** The record that it answers with; the schema's type is held against it when the application starts. */
	Class<? extends Record> type();

	/**
	 * The revision at which it answers: that of the operation, unless its arguments name one.
	 *
	 * @throws Refusal if there is no such revision
	 */
	default int revision(Map<String, Object> arguments, int revision) {
		return revision;
	}

	/**
	 * The answer at a revision: a record, a list of records, or nothing.
	 *
	 * @param arguments the field's arguments, with the defaults of those that were not given
	 * @throws Refusal if the arguments cannot be used
	 */
	@Nullable
	Object answer(Map<String, Object> arguments, int revision);
}

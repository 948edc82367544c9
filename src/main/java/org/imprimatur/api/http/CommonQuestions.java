package org.imprimatur.api.http;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Questions that everybody asks, so that they are planned ahead. */
public interface CommonQuestions {

	/**
	 * A question.
	 *
	 * @param document what is asked
	 * @param variables the variables of an example
	 */
	record Question(String document, Map<String, @Nullable Object> variables) {
	}

	/** The questions, first those that come first. */
	Stream<Question> commonQuestions();
}

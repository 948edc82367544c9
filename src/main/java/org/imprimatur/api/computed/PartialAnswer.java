package org.imprimatur.api.computed;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * An answer that has no place for what could not be answered.
 *
 * @param answer what could be answered; {@code null} if nothing
 * @param refused why the rest is refused
 */
public record PartialAnswer(@Nullable Record answer, List<Refusal> refused) {

	/** Refusals as one, since a field has one error at most; none if there are none. */
	public static Optional<Refusal> together(List<Refusal> refused) {
		return refused.stream().findFirst().map(first -> new Refusal(first.code(),
				refused.stream().map(Refusal::sentence).collect(Collectors.joining("; "))));
	}
}

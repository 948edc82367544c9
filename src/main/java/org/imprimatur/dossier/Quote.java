package org.imprimatur.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.EditDistance;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.text.Excerpt;
import org.jspecify.annotations.Nullable;

/** Puts what a curator wrote into a sentence about it. */
final class Quote {

	private static final int LONGEST = 60;
	/** The length up to which a text is taken for a slip of another; the search takes time with every character. */
	private static final int LONGEST_SLIP = 200;

	private Quote() {
	}

	/** The text on one line, and not too much of it. */
	static String shortened(String text) {
		return Excerpt.of(text, LONGEST).replaceAll("[\\s\\p{Cntrl}]", " ");
	}

	/** "an agency". */
	static String of(Kind kind) {
		return ("aeiou".indexOf(kind.prefix().charAt(0)) < 0 ? "a " : "an ") + kind.prefix();
	}

	/** "an agency, a company or a person". */
	static String anyOf(List<Kind> kinds) {
		String last = of(kinds.getLast());
		return kinds.size() == 1
				? last
				: kinds.subList(0, kinds.size() - 1).stream().map(Quote::of).collect(Collectors.joining(", ")) + " or "
						+ last;
	}

	/** "'MAY' is none of MUST, MUST_NOT". */
	static String notAllowed(String text, List<String> allowed) {
		return "'%s' is none of %s%s".formatted(shortened(text), String.join(", ", allowed), suggestion(text, allowed));
	}

	/** "; did you mean agency/us-commerce?", or nothing if none of the known texts is near. */
	static String suggestion(String text, Collection<String> known) {
		return nearest(text, known).map("; did you mean %s?"::formatted).orElse("");
	}

	/**
	 * The known text that is the fewest edits away, if they are a third at most of the text, or of the name in an id.
	 */
	static Optional<String> nearest(String text, Collection<String> known) {
		if (text.length() > LONGEST_SLIP) {
			return Optional.empty();
		}
		int best = Math.clamp((text.length() - text.indexOf('/')) / 3L, 1, 8) + 1;
		@Nullable
		String nearest = null;
		for (String candidate : known) {
			int distance = EditDistance.levenshtein(text, candidate, best);
			if (distance < best) {
				best = distance;
				nearest = candidate;
			}
		}
		return Optional.ofNullable(nearest);
	}
}

package org.imprimatur.api.fetch;

import java.util.List;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.search.TextSearch;
import org.springframework.stereotype.Component;

/** Finds the id of what somebody knows by another identifier. */
@Component
class Identifiers {

	private final TextSearch names;

	Identifiers(TextSearch names) {
		this.names = names;
	}

	/**
	 * The id behind an identifier; the identifier itself if nothing is called so.
	 *
	 * @throws Refusal if several have it in common: an application must not take one for the other
	 */
	String id(String identifier, int revision) {
		List<String> ids = names.lookUp(identifier, revision);
		if (ids.size() > 1) {
			throw new Refusal(Code.AMBIGUOUS,
					"several are called so, %s: ask for one of them by its id".formatted(String.join(", ", ids)));
		}
		return ids.isEmpty() ? identifier : ids.getFirst();
	}
}

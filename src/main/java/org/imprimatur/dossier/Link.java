package org.imprimatur.dossier;

import java.util.List;
import org.imprimatur.knowledge.Kind;

/**
 * A reference from one entity to another, as a file states it.
 *
 * @param from the entity that refers
 * @param path where the reference stands
 * @param field the field that holds it
 * @param kinds the kinds that it may lead to
 * @param id the id that it gives
 */
record Link(Draft from, String path, String field, List<Kind> kinds, String id) {

	Mistake mistake(String message) {
		return from.document().mistake(path, message);
	}
}

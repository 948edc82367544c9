package org.imprimatur.dossier;

import java.util.Arrays;
import java.util.List;
import org.imprimatur.knowledge.Kind;

/**
 * A list of a dossier file, which holds the entities of one kind.
 *
 * @param name its key in the file: {@code letters}
 * @param kind the kind of its entities
 */
record Section(String name, Kind kind) {

	/** The key of the one entity that does not stand in a list. */
	static final String DOSSIER = Kind.DOSSIER.prefix();

	/** The key of the list that holds no entities but what stood for some. */
	static final String WITHDRAWN = "withdrawn";

	/** All sections of entities, in the order of the kinds. */
	static final List<Section> ALL = Arrays.stream(Kind.values()).filter(kind -> kind != Kind.DOSSIER)
			.map(kind -> new Section(name(kind), kind)).toList();

	/** The key under which entities of this kind stand. */
	static String name(Kind kind) {
		String prefix = kind.prefix();
		if (kind == Kind.DOSSIER) {
			return DOSSIER;
		}
		return prefix.endsWith("y") ? prefix.substring(0, prefix.length() - 1) + "ies" : prefix + "s";
	}
}

package org.imprimatur.knowledge;

import java.util.List;
import java.util.stream.Stream;

/**
 * All that one dossier says. Every entity has its place in one dossier.
 *
 * @param dossier the dossier itself
 * @param entities the entities that have their place in it, without itself
 * @param withdrawn the ids of entities that had their place in it, with why they have none any more
 */
public record DossierContents(Dossier dossier, List<Entity> entities, List<Withdrawal> withdrawn) {

	/** The dossier and its entities. */
	public Stream<Entity> all() {
		return Stream.concat(Stream.of(dossier), entities.stream());
	}
}

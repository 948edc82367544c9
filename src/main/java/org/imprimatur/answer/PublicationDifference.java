package org.imprimatur.answer;

import java.time.LocalDate;
import java.util.List;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.EntityChange;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.ledger.Publication;

/**
 * What a publication changes, for people to look at before it is published, and after.
 *
 * @param entities what becomes of each entity that it changes, by id
 * @param conditionSets the condition sets that are others by it
 */
public record PublicationDifference(List<EntityChange> entities, List<ChangedConditionSet> conditionSets) {

	/**
	 * The difference that a publication makes; nothing is asked of the graph.
	 *
	 * @param before what all dossiers hold without it
	 * @param day the day of the condition sets
	 */
	public static PublicationDifference of(List<DossierContents> before, Publication publication, LocalDate day) {
		List<DossierContents> after = publication.appliedTo(before);
		List<EntityChange> entities = EntityChange.between(before, after);
		return new PublicationDifference(entities, entities.isEmpty()
				? List.of()
				: ChangedConditionSet.between(facts(before), facts(after),
						entities.stream().map(EntityChange::id).toList(), day));
	}

	private static Facts facts(List<DossierContents> dossiers) {
		return new Facts(dossiers.stream().flatMap(DossierContents::all).toList());
	}
}

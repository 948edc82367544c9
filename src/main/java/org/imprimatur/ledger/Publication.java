package org.imprimatur.ledger;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Withdrawal;

/**
 * What somebody wants to have published: the state of some dossiers. What these dossiers had and have no more is
 * withdrawn; other dossiers stay as they are.
 *
 * @param dossiers the dossiers
 * @param base the number of the revision that it was made from; 0 for none
 * @param author who publishes it
 * @param message what changes, in words
 * @param cause why
 */
public record Publication(List<DossierContents> dossiers, int base, String author, String message, Cause cause) {

	/** The words of a revision are digested, and so are kept in one form. */
	public Publication {
		author = CanonicalForm.text(author);
		message = CanonicalForm.text(message);
	}

	/** What all dossiers hold once this is published over what they held before. */
	public List<DossierContents> appliedTo(List<DossierContents> before) {
		Set<String> said = new HashSet<>();
		dossiers.forEach(it -> {
			it.all().forEach(entity -> said.add(entity.id()));
			it.withdrawn().forEach(withdrawal -> said.add(withdrawal.id()));
		});
		Map<String, DossierContents> after = new TreeMap<>();
		before.forEach(it -> after.put(it.dossier().id(), without(said, it)));
		for (DossierContents it : dossiers) {
			List<Withdrawal> withdrawn = new ArrayList<>(it.withdrawn());
			DossierContents left = after.get(it.dossier().id());
			if (left != null) {
				withdrawn.addAll(left.withdrawn());
				left.entities().forEach(gone -> withdrawn.add(new Withdrawal(gone.id(), message, null)));
			}
			after.put(it.dossier().id(), new DossierContents(it.dossier(), it.entities(), withdrawn));
		}
		return List.copyOf(after.values());
	}

	private static DossierContents without(Set<String> ids, DossierContents contents) {
		return new DossierContents(contents.dossier(),
				contents.entities().stream().filter(it -> !ids.contains(it.id())).toList(),
				contents.withdrawn().stream().filter(it -> !ids.contains(it.id())).toList());
	}
}

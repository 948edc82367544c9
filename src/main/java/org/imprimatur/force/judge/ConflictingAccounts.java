package org.imprimatur.force.judge;

import java.util.List;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Facts;

/** Where sources disagree, whatever the model and the day (design, "The rules of force", rule 4). */
public final class ConflictingAccounts {

	private ConflictingAccounts() {
	}

	/** Every dispute about one of the facts, in the order of the entities' ids. */
	public static List<Dispute> in(Facts facts) {
		Disputes disputes = new Disputes(new AdmittedRecord(facts, null));
		return facts.all().flatMap(entity -> disputes.about(entity).stream()).toList();
	}
}

package org.imprimatur.api.conditions;

import java.util.List;
import org.imprimatur.answer.Receipt;
import org.imprimatur.force.assess.AssessedNorm;
import org.imprimatur.force.assess.Assessment;
import org.imprimatur.force.assess.Permissibility;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Whether a party may do something with a model, as the schema's {@code Assessment} shows it. */
record AssessmentAnswer(Ref<Model> model, Ref<Party> party, Action action, @Nullable Ref<Party> recipient,
		@Nullable String destination,
		Permissibility outcome, boolean limited, boolean silent, @Nullable String territory, String statement,
		String summary,
		List<String> undetermined,
		List<AssessedNorm> norms, List<AssessedNorm> exceptions, List<AssessedNorm> obligations,
		List<AssessedNorm> asRecipient, Coverage coverage, @Nullable EdtfDate through, boolean beyondCoverage,
		Receipt receipt, String notice) {

	private static final String NOTICE = """
		This is read by rules from what this graph records of the law, which may be incomplete or mistaken. It is not \
		legal advice and does not replace it.""";

	static AssessmentAnswer of(Assessment it, Receipt receipt) {
		return new AssessmentAnswer(it.model(), it.party(), it.action(), it.recipient(), it.destination(),
				it.outcome(), it.limited(), it.silent(), it.territory(), it.statement(),
				it.summary(receipt.set().question()), it.undetermined(), it.norms(),
				it.exceptions(),
				it.obligations(),
				it.asRecipient(), it.coverage(), receipt.set().through(), receipt.set().beyondCoverage(), receipt,
				NOTICE);
	}
}

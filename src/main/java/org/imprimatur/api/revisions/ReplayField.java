package org.imprimatur.api.revisions;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.conditions.ConditionSetAnswer;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.fetch.OperationRevision;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code replay}, at the revision that the receipt names. */
@Component
class ReplayField extends RootField<ReplayField.Arguments> {

	private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

	private final ConditionSetReader conditionSets;

	ReplayField(ConditionSetReader conditionSets) {
		super("replay", Arguments.class, Replay.class);
		this.conditionSets = conditionSets;
	}

	/** A receipt as it is given back. */
	record ReceiptInput(String model, LocalDate asOf, @Nullable LocalDate reportedBy, @Nullable String territory,
			int revision, String rules, String digest) {
	}

	/** What is asked. */
	record Arguments(ReceiptInput receipt) {
	}

	/** Whether a receipt's question is answered as it was. */
	enum ReplayOutcome {
		REPRODUCED,
		OTHER_RULES,
		NOT_REPRODUCED
	}

	/** What comes of a receipt that is given back. */
	record Replay(ReplayOutcome outcome, int revision, String rulesThen, String rulesNow, String digestThen,
			String digestNow, String content, ConditionSetAnswer conditionSet) {

		static Replay of(String rules, String digest, Receipt now) {
			ReplayOutcome outcome = now.digest().equals(digest)
					? ReplayOutcome.REPRODUCED
					: now.rules().equals(rules) ? ReplayOutcome.NOT_REPRODUCED : ReplayOutcome.OTHER_RULES;
			return new Replay(outcome, now.revision(), rules, now.rules(), digest, now.digest(), now.content(),
					ConditionSetAnswer.of(now.set(), now.revision()));
		}
	}

	@Override
	public int seen(Arguments arguments) {
		return arguments.receipt().revision();
	}

	@Override
	public int revision(Arguments arguments, int revision) {
		return OperationRevision.known(arguments.receipt().revision(), revision);
	}

	@Override
	public Replay answer(Arguments arguments, int revision) {
		ReceiptInput receipt = arguments.receipt();
		if (!DIGEST.matcher(receipt.digest()).matches()) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"""
						the digest of a receipt has 64 hexadecimal digits in lower case: give the receipt as it was \
						given""");
		}
		Question question = new Question(receipt.model(), receipt.asOf(), receipt.reportedBy(), receipt.territory());
		ConditionSet set = conditionSets.read(List.of(question), revision).get(question);
		if (set == null) {
			throw Refusal.noNode(question.model(),
					"there was no model '%s' at revision %d: give the model that the receipt is of"
							.formatted(question.model(), revision));
		}
		return Replay.of(receipt.rules(), receipt.digest(), new Receipt(set, revision));
	}
}

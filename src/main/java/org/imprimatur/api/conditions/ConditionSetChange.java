package org.imprimatur.api.conditions;

import java.util.Objects;
import org.imprimatur.answer.CanonicalConditionSet;
import org.imprimatur.answer.Receipt;
import org.imprimatur.api.computed.AtRevision;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * That a model's condition set is another than it was.
 *
 * @param modelId the model's id
 * @param model the model; {@code null} if there is none any more
 * @param previousRevision the revision of the set before
 * @param previousDigest the digest of the set before; {@code null} if there was no such model
 * @param digest the digest of the new set; {@code null} if there is no such model any more
 * @param receipt the receipt of the new set
 * @param revision the revision of the new set
 */
public record ConditionSetChange(String modelId, @Nullable Ref<Model> model, int previousRevision,
		@Nullable String previousDigest,
		@Nullable String digest, @Nullable Receipt receipt, int revision) implements AtRevision {

	public static ConditionSetChange of(Question question, @Nullable ConditionSet before, int previousRevision,
			@Nullable ConditionSet now, int revision) {
		return of(question, digest(before), previousRevision, now, revision);
	}

	public static ConditionSetChange of(Question question, @Nullable String previousDigest, int previousRevision,
			@Nullable ConditionSet now, int revision) {
		return new ConditionSetChange(question.model(), now == null ? null : new Ref<>(question.model()),
				previousRevision, previousDigest, digest(now),
				now == null ? null : ConditionSetAnswer.of(now, revision).receipt(), revision);
	}

	/** Whether the sets differ at all. */
	public boolean isChange() {
		return !Objects.equals(previousDigest, digest);
	}

	/** The digest of a set's content; none of no set. */
	public static @Nullable String digest(@Nullable ConditionSet set) {
		return set == null ? null : CanonicalConditionSet.digest(set);
	}
}

package org.imprimatur.force.assess;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.CoverageSentence;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;

/**
 * What the norms known make of a party's doing something with a model.
 *
 * @param model the model
 * @param party the party
 * @param action what it would do
 * @param recipient towards whom; {@code null} if that is open
 * @param destination where the recipient receives it; {@code null} if that is open
 * @param outcome what the norms make of it
 * @param limited whether what decides holds only in part: for some recipients, data or a purpose, or with
 *     exceptions
 * @param silent whether no norm bears on it at all
 * @param territory where that is: the territory asked, else where it is strictest; {@code null} if that is everywhere
 * @param statement the outcome in words
 * @param undetermined what the facts do not settle, a sentence each; none unless the outcome is undetermined
 * @param deciding the norms that surely make it so, or the exceptions that surely lift them
 * @param norms the prohibitions, licence requirements and permissions that bear on it, the strictest first
 * @param exceptions the permissions that carve out of these norms and are there for the party
 * @param obligations the duties that the party has, or may have, in dealing with the model, commitments included
 * @param asRecipient what others must not, may or have to do towards the party
 * @param coverage what the answer rests on
 */
public record Assessment(Ref<Model> model, Ref<Party> party, Action action, @Nullable Ref<Party> recipient,
		@Nullable String destination,
		Permissibility outcome, boolean limited, boolean silent, @Nullable String territory, String statement,
		List<String> undetermined, List<AssessedNorm> deciding,
		List<AssessedNorm> norms, List<AssessedNorm> exceptions, List<AssessedNorm> obligations,
		List<AssessedNorm> asRecipient, Coverage coverage) {

	/**
	 * The assessment in two or three sentences that can be shown and quoted as they are: its outcome, what decides it
	 * or is open, and how far the sources go.
	 */
	public String summary(Question question) {
		Stream<String> reasons = Stream.concat(deciding.stream().map(AssessedNorm::statement), undetermined.stream());
		return Stream.of(Stream.of(statement), reasons.limit(1), Stream.of(CoverageSentence.of(coverage, question)))
				.flatMap(it -> it).collect(Collectors.joining(" "));
	}
}

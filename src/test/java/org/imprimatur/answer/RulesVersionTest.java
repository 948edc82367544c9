package org.imprimatur.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.imprimatur.force.GeneratedHistories;
import org.imprimatur.force.Histories;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Sha256;
import org.junit.jupiter.api.Test;

/** Holds the version of the rules against what they answer. */
class RulesVersionTest {

	private static final Map<String, String> ANSWERS = Map.of("4",
			"d8b1b2a21e677e34c6efdda119eb6dc828103fec806c8591e73db8c604ac3f04");

	@Test
	void theRulesAnswerAsTheirVersionSays() {
		StringBuilder answers = new StringBuilder();
		for (long seed = 0; seed < 500; seed++) {
			Random random = new Random(seed);
			boolean reported = seed % 3 == 2;
			Histories histories = seed % 3 == 0
					? GeneratedHistories.exact(seed)
					: GeneratedHistories.vague(seed, 4, 2, reported);
			Facts facts = (seed % 2 == 0 ? histories : histories.through("2026-01-10")).facts();
			for (String territory : List.of("", "IT")) {
				Question question = GeneratedHistories.question(random, reported,
						territory.isEmpty() ? null : territory);
				answers.append(CanonicalConditionSet.write(ConditionSets.of(facts, question)));
				answers.append(
						Assessments.of(facts, question, new Conduct("company/c1", Action.EXPORT, null, null))
								.outcome());
			}
			Question last = GeneratedHistories.question(random, reported, "US");
			Changes.between(facts, last.asOf().minusDays(7), last).changes()
					.forEach(it -> answers.append(it.since()).append(it.kind()).append(it.causedBy()));
		}
		assertThat(Sha256.of(answers.toString()))
				.as("""
					The rules no longer answer as those of version %s did. If that is meant, raise ConditionSets.VERSION
					and put the new digest beside it here. If only the generated histories were changed, put the new
					digest in its place.
					""", ConditionSets.VERSION)
				.isEqualTo(ANSWERS.get(ConditionSets.VERSION));
	}
}

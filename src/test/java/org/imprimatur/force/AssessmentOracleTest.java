package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.imprimatur.force.assess.Assessment;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
import org.imprimatur.force.assess.Permissibility;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Party;
import org.junit.jupiter.api.Test;

/** Assessments of generated histories, beside a reader who goes from norm to norm in one world after the other. */
class AssessmentOracleTest {

	@Test
	void withExactDatesTheRuleSaysWhatTheNaiveReaderSays() {
		Set<Permissibility> seen = EnumSet.noneOf(Permissibility.class);
		for (long seed = 0; seed < 600; seed++) {
			Random random = new Random(seed);
			List<Entity> entities = withOthers(GeneratedHistories.exact(seed));
			Map<String, Entity> world = Worlds.of(entities, null).getFirst();
			for (int k = 0; k < 4; k++) {
				Question question = GeneratedHistories.question(random, false, random.nextBoolean() ? "US" : "IT");
				Asked asked = Asked.of(random);
				Assessment assessment = asked.assess(entities, question);
				assertThat(assessment.outcome()).as("seed %d, %s, %s", seed, question, asked)
						.isEqualTo(asked.naive(world, question));
				assertThat(assessment.undetermined().isEmpty()).as("seed %d, %s, %s", seed, question, asked)
						.isEqualTo(assessment.outcome() != Permissibility.UNDETERMINED);
				seen.add(assessment.outcome());
			}
		}
		assertThat(seen).hasSize(5);
	}

	@Test
	void whatDependsOnAnUncertainDateIsNeverDetermined() {
		int undetermined = 0;
		for (long seed = 0; seed < 300; seed++) {
			Random random = new Random(seed);
			List<Entity> entities = withOthers(GeneratedHistories.vague(seed, 3, 1, false));
			Question question = GeneratedHistories.question(random, false, "IT");
			Asked asked = Asked.of(random);
			Permissibility outcome = asked.assess(entities, question).outcome();
			undetermined += outcome == Permissibility.UNDETERMINED ? 1 : 0;
			if (outcome != Permissibility.UNDETERMINED) {
				for (Map<String, Entity> world : Worlds.of(entities, null)) {
					assertThat(asked.naive(world, question)).as("seed %d, %s, %s", seed, question, asked)
							.isEqualTo(outcome);
				}
			}
		}
		assertThat(undetermined).isBetween(1, 200);
	}

	private record Asked(Conduct conduct) {
		static Asked of(Random random) {
			List<String> parties = List.of("company/c0", "company/c1", "company/c9", "category/firms",
					"category/all-firms");
			List<Action> actions = List.of(Action.PROVIDE, Action.EXPORT, Action.TRAIN);
			List<String> recipients = List.of("company/c0", "company/c7", "company/c8", "company/c9", "category/firms",
					"category/r0", "category/r1");
			return new Asked(new Conduct(parties.get(random.nextInt(parties.size())),
					actions.get(random.nextInt(actions.size())),
					random.nextBoolean() ? null : recipients.get(random.nextInt(recipients.size())),
					random.nextBoolean() ? null : random.nextBoolean() ? "CN" : "FR"));
		}

		Assessment assess(List<Entity> entities, Question question) {
			return Assessments.of(new Facts(entities), question, conduct);
		}

		Permissibility naive(Map<String, Entity> world, Question question) {
			Oracle oracle = new Oracle(world, (Model) Objects.requireNonNull(world.get(question.model())),
					Objects.requireNonNull(question.territory()));
			return new NaiveReader(world, oracle, question.asOf(), party(world, conduct.party()), conduct.action(),
					conduct.recipient() == null ? null : party(world, conduct.recipient()), conduct.destination())
					.outcome();
		}

		private static Party party(Map<String, Entity> world, String id) {
			return (Party) Objects.requireNonNullElse(world.get(id), world.get(Oracle.RECORDED + id));
		}
	}

	private static List<Entity> withOthers(Histories told) {
		told.category("category/r0").member("company/c9", Histories.period("2026-01-08", null), null)
				.member("company/c0", null, "order/i0").places("", "CN", "CN");
		told.category("category/r1").partOf("category/r0").places("CN", "", "");
		return new ArrayList<>(told.company("company/c7", null, "CN").company("company/c8", "company/c7", "DE")
				.company("company/c9", null).entities());
	}
}

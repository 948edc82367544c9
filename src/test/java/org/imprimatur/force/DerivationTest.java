package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.force.Histories.over;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.derivation.Derivation;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.junit.jupiter.api.Test;

/** Design, "The rules of force", rule 6, and what must hold of every answer. */
class DerivationTest {

	private static final int HISTORIES = 300;

	@Test
	void itReadsLikeAnAccountOfWhatHappened() {
		Histories histories = new Histories();
		histories.model("model/mythos-5");
		histories.instrument("letter/a", "2026-06-12").imposes("condition/licence").reported("2026-06-13");
		histories.condition("condition/licence", Modality.LICENCE_REQUIRED, Action.EXPORT).scope(over("model/mythos-5"))
				.reported("2026-06-13", "scope");
		histories.instrument("letter/b", "2026-06-30").has("effect/b");
		histories.effect("effect/b", EffectKind.REVOKES, "letter/a");
		AppliedCondition licence = Histories.find(histories.ask("model/mythos-5", "2026-07-01"), "condition/licence");
		assertThat(licence.derivation()).extracting(Step::statement).containsExactly(
				"The letter of 12 June 2026 named mythos-5.", "This letter took effect on 12 June 2026.",
				"The letter of 30 June 2026 revoked this letter on 30 June 2026.");
		assertThat(licence.derivation().getFirst().evidence()).containsExactly(new EvidenceKey("letter/a", 0),
				new EvidenceKey("condition/licence", 0));
	}

	@Test
	void replayingTheStepsGivesTheResult() {
		int replayed = 0;
		for (long seed = 0; seed < HISTORIES; seed++) {
			for (AppliedCondition it : ask(seed, told(seed).facts()).conditions()) {
				assertThat(Derivation.replay(it.derivation())).as("seed %d", seed).isEqualTo(it.verdict());
				assertThat(it.derivation()).as("seed %d", seed).allSatisfy(step -> {
					assertThat(step.statement()).endsWith(".");
					assertThat(step.nodes()).isNotEmpty();
				});
				replayed++;
			}
		}
		assertThat(replayed).isGreaterThan(HISTORIES / 2);
	}

	@Test
	void takingADecidingStepAwayChangesTheReplay() {
		for (long seed = 0; seed < HISTORIES; seed++) {
			for (AppliedCondition it : ask(seed, told(seed).facts()).conditions()) {
				Verdict verdict = Derivation.replay(it.derivation());
				List<Step> less = it.derivation().stream()
						.filter(step -> !verdict.restsOn(step.outcome())).toList();
				if (it.state() != State.IN_FORCE && it.state() != State.UNCERTAIN) {
					assertThat(Derivation.replay(less)).as("seed %d", seed).isNotEqualTo(verdict);
				}
			}
		}
	}

	@Test
	void neitherTheOrderOfFactsNorOtherHistoriesChangeTheAnswer() {
		for (long seed = 0; seed < HISTORIES; seed++) {
			List<Entity> entities = new ArrayList<>(told(seed).entities());
			ConditionSet answer = ask(seed, new Facts(entities));
			assertThat(ask(seed, new Facts(entities))).as("again, seed %d", seed).isEqualTo(answer);
			Collections.shuffle(entities, new Random(seed));
			assertThat(ask(seed, new Facts(entities))).as("shuffled, seed %d", seed).isEqualTo(answer);
			entities.addAll(unrelated().entities());
			assertThat(ask(seed, new Facts(entities))).as("with more facts, seed %d", seed).isEqualTo(answer);
		}
	}

	private static Histories told(long seed) {
		return GeneratedHistories.vague(seed, 3, 2, seed % 2 == 0);
	}

	private static ConditionSet ask(long seed, Facts facts) {
		return ConditionSets.of(facts, GeneratedHistories.question(new Random(seed), seed % 4 == 0,
				seed % 3 == 0 ? "IT" : null));
	}

	private static Histories unrelated() {
		Histories histories = new Histories();
		histories.company("company/other", null);
		histories.model("model/other").by("company/other");
		histories.instrument("letter/other", "2026-01-01").imposes("condition/other").has("effect/other");
		histories.condition("condition/other", Modality.PROHIBITION, Action.PROVIDE)
				.scope(over("model/other", "company/other").in("AT", "US-CA"));
		histories.effect("effect/other", EffectKind.SUSPENDS, "condition/other").scope(over().in("FR"));
		return histories;
	}
}

package org.imprimatur.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.imprimatur.force.GeneratedHistories;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.Reach;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.judge.Compliance;
import org.imprimatur.force.operation.Amendment;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Equal content has an equal digest, and other content another. */
class CanonicalConditionSetTest {

	/** What is prose, is in the digest as an amendment of what is recorded, or changes nothing. */
	private static final Set<String> NOT_COUNTED = Set.of("disputes", "derivation", "gaps", "deadline", "penalty",
			"proceedings", "furthest");
	private static final ConditionSet SET = new ConditionSet(
			new Question("model/m", LocalDate.parse("2026-03-31"), null, null),
			List.of(new AppliedCondition(new Ref<>("condition/c"), new Ref<>("order/o"),
					new Verdict(Reach.DIRECT, State.IN_FORCE, false, null, Set.of(State.IN_FORCE)),
					List.of(new Ref<>("model/m")), null, null, new Period(EdtfDate.parse("2026-03"), null),
					false, null, null, List.of(), null, List.of(),
					List.of(new Amendment(new Ref<>("effect/e"), new Ref<>("order/o"), "effective", "2027-01-01",
							Truth.TRUE)),
					List.of(), List.of(), List.of())),
			new Standing(Level.CONDITIONAL, null, List.of(new Ref<>("condition/c")), Set.of(Level.CONDITIONAL)),
			new Coverage(List.of(new Ref<>("dossier/d")), List.of(new Ref<>("source/s")),
					EdtfDate.parse("2026-03-31"), EdtfDate.parse("2026-03-31"), List.of("much is missing")),
			"In words.");

	@Test
	void theTextIsCanonicalJson() {
		assertThat(CanonicalConditionSet.write(SET)).isEqualTo("""
			{"conditions":[{"amendments":[{"certain":true,"effect":"effect/e","field":"effective","target":"order/o",\
			"value":"2027-01-01"}],"condition":"condition/c","effective":{"start":"2026-03"},"instrument":"order/o",\
			"possible":["IN_FORCE"],"reach":"DIRECT","state":"IN_FORCE","via":["model/m"]}],\
			"coverage":{"dossiers":["dossier/d"],"sources":["source/s"],"through":"2026-03-31"},"model":"model/m",\
			"standing":{"because":["condition/c"],"level":"CONDITIONAL","possible":["CONDITIONAL"]}}""");
	}

	@Test
	void everyComponentButProseCounts() {
		Map<String, Object> others = others();
		String digest = CanonicalConditionSet.digest(SET);
		AppliedCondition applied = SET.conditions().getFirst();
		for (Record part : List.of(applied, applied.verdict(), applied.amendments().getFirst(), SET.standing(),
				SET.coverage())) {
			for (RecordComponent component : part.getClass().getRecordComponents()) {
				String where = "%s.%s".formatted(part.getClass().getSimpleName(), component.getName());
				Object other = Objects.requireNonNull(others.get(where), where);

				boolean same = CanonicalConditionSet.digest(put(with(part, component.getName(), other))).equals(digest);
				assertThat(same).as(where).isEqualTo(NOT_COUNTED.contains(component.getName()));
			}
		}
	}

	@Test
	void theModelCounts() {
		ConditionSet other = new ConditionSet(new Question("model/n", SET.question().asOf(), null, null),
				SET.conditions(), SET.standing(), SET.coverage(), SET.summary());
		assertThat(CanonicalConditionSet.digest(other)).isNotEqualTo(CanonicalConditionSet.digest(SET));
	}

	@Test
	void theOrderOfTheFactsDoesNot() {
		for (long seed = 0; seed < 100; seed++) {
			Random random = new Random(seed);
			List<Entity> entities = new ArrayList<>(GeneratedHistories.vague(seed, 3, 2, false).entities());
			Question question = GeneratedHistories.question(random, false, null);
			String digest = CanonicalConditionSet.digest(ConditionSets.of(new Facts(entities), question));
			Collections.shuffle(entities, random);
			assertThat(CanonicalConditionSet.digest(ConditionSets.of(new Facts(entities), question)))
					.as("seed %d", seed).isEqualTo(digest);
		}
	}

	@Test
	void anEqualAnswerOfAnotherDayHasTheSameDigest() {
		ConditionSet set = new ConditionSet(
				new Question("model/m", LocalDate.parse("2027-01-01"), LocalDate.parse("2027-01-01"), "US"),
				SET.conditions(), SET.standing(), SET.coverage(), SET.summary());
		assertThat(new Receipt(set, 7).digest()).isEqualTo(new Receipt(SET, 1).digest());
	}

	private static Map<String, Object> others() {
		Map<String, Object> others = new HashMap<>();
		others.put("AppliedCondition.condition", new Ref<>("condition/other"));
		others.put("AppliedCondition.instrument", new Ref<>("order/other"));
		others.put("AppliedCondition.verdict",
				new Verdict(Reach.DIRECT, State.ENDED, false, null, Set.of(State.ENDED)));
		others.put("AppliedCondition.via", List.of(new Ref<>("model/m"), new Ref<>("model/n")));
		others.put("AppliedCondition.territory", "US");
		others.put("AppliedCondition.period", new Period(null, EdtfDate.parse("2027")));
		others.put("AppliedCondition.effective", new Period(EdtfDate.parse("2026-03~"), null));
		others.put("AppliedCondition.proposed", true);
		others.put("AppliedCondition.deadline", EdtfDate.parse("2026-06-30"));
		others.put("AppliedCondition.penalty", "a fine");
		others.put("AppliedCondition.causedBy", List.of(new Ref<>("order/other")));
		others.put("AppliedCondition.compliance", Compliance.DUE);
		others.put("AppliedCondition.exceptions", List.of(new Ref<>("condition/other")));
		others.put("AppliedCondition.amendments", List.of());
		others.put("AppliedCondition.disputes", List.of());
		others.put("AppliedCondition.proceedings", List.of(new Ref<>("event/e")));
		others.put("AppliedCondition.derivation", List.of());
		others.put("Verdict.reach", Reach.FAMILY);
		others.put("Verdict.state", State.ENDED);
		others.put("Verdict.doubtful", true);
		others.put("Verdict.reason", EndReason.EXPIRED);
		others.put("Verdict.possible", Set.of(State.IN_FORCE, State.ENDED));
		others.put("Amendment.effect", new Ref<>("effect/other"));
		others.put("Amendment.target", new Ref<>("order/other"));
		others.put("Amendment.field", "period");
		others.put("Amendment.value", "..");
		others.put("Amendment.operates", Truth.UNCERTAIN);
		others.put("Standing.level", Level.PROHIBITED);
		others.put("Standing.territory", "IT");
		others.put("Standing.because", List.of());
		others.put("Standing.possible", Set.of(Level.CONDITIONAL, Level.NONE_KNOWN));
		others.put("Coverage.dossiers", List.of());
		others.put("Coverage.sources", List.of());
		others.put("Coverage.through", EdtfDate.parse("2026-03"));
		others.put("Coverage.furthest", EdtfDate.parse("2026-04"));
		others.put("Coverage.gaps", List.of());
		return others;
	}

	private static Record with(Record part, String changed, Object other) {
		RecordComponent[] components = part.getClass().getRecordComponents();
		Object[] values = Arrays.stream(components)
				.map(it -> it.getName().equals(changed) ? other : read(part, it)).toArray();
		try {
			return (Record) part.getClass().getDeclaredConstructors()[0].newInstance(values);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static @Nullable Object read(Record part, RecordComponent component) {
		try {
			return component.getAccessor().invoke(part);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	/** The set with another part in the place of its own. */
	private static ConditionSet put(Record other) {
		return switch (other) {
			case AppliedCondition it ->
				new ConditionSet(SET.question(), List.of(it), SET.standing(), SET.coverage(), SET.summary());
			case Verdict it -> put(with(SET.conditions().getFirst(), "verdict", it));
			case Amendment it -> put(with(SET.conditions().getFirst(), "amendments", List.of(it)));
			case Standing it -> new ConditionSet(SET.question(), SET.conditions(), it, SET.coverage(), SET.summary());
			case Coverage it -> new ConditionSet(SET.question(), SET.conditions(), SET.standing(), it, SET.summary());
			default -> throw new IllegalArgumentException(other.toString());
		};
	}
}

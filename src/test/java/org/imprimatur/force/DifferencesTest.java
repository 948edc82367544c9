package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.force.compare.Change;
import org.imprimatur.force.compare.ChangeKind;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.ConditionMatrix;
import org.imprimatur.force.compare.Difference;
import org.imprimatur.force.compare.StandingChange;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds what changed, and what would change, against the condition sets of every single day, over generated histories.
 */
class DifferencesTest {

	private static final int HISTORIES = 80;
	private static final LocalDate BEFORE = LocalDate.parse("2025-12-28");
	private static final int DAYS = 45;

	/** How a history is told. */
	enum Record {
		EXACT {
			@Override
			Histories of(long seed) {
				return GeneratedHistories.exact(seed);
			}
		},
		VAGUE {
			@Override
			Histories of(long seed) {
				return GeneratedHistories.vague(seed, 4, 2, false);
			}
		},
		REPORTED {
			@Override
			Histories of(long seed) {
				return GeneratedHistories.vague(seed, 4, 2, true);
			}
		};

		abstract Histories of(long seed);
	}

	@ParameterizedTest
	@EnumSource
	void theChangesOfEachDayLeadFromTheSetOfTheDayBeforeToItsOwn(Record record) {
		Set<ChangeKind> seen = new HashSet<>();
		for (long seed = 0; seed < HISTORIES; seed++) {
			Facts facts = record.of(seed).facts();
			Question last = question(new Random(seed), record, BEFORE.plusDays(DAYS));
			Difference difference = Changes.between(facts, BEFORE, last);
			Map<String, AppliedCondition> state = byId(difference.before());
			Standing standing = difference.before().standing();
			for (LocalDate day = BEFORE.plusDays(1); !day.isAfter(last.asOf()); day = day.plusDays(1)) {
				String where = "%s, seed %d, %s on %s".formatted(record, seed, last, day);
				for (Change change : on(day, difference.changes())) {
					assertThat(apply(change, state)).as(where).isTrue();
					assertThat(change.causedBy()).as("%s: %s", where, change.kind()).isNotEmpty();
					seen.add(change.kind());
				}
				ConditionSet brute = ConditionSets.of(facts,
						new Question(last.model(), day, last.reportedBy(), last.territory()));
				assertThat(underived(state)).as(where).isEqualTo(underived(byId(brute)));
				LocalDate today = day;
				standing = difference.standings().stream().filter(it -> it.since().equals(today)).findFirst()
						.map(StandingChange::after).orElse(standing);
				assertThat(standing).as(where).isEqualTo(brute.standing());
			}
			assertThat(difference.after()).isEqualTo(ConditionSets.of(facts, last));
		}
		assertThat(seen).contains(ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.BEGAN, ChangeKind.ENDED,
				ChangeKind.MODIFIED);
		assertThat(seen).contains(record == Record.EXACT ? ChangeKind.REVIVED : ChangeKind.UNSETTLED);
		assertThat(record == Record.REPORTED || seen.contains(ChangeKind.SUSPENDED)).isTrue();
	}

	@ParameterizedTest
	@EnumSource
	void withoutInstrumentsIsWithThemTakenOutByHand(Record record) {
		int changed = 0;
		for (long seed = 0; seed < 3 * HISTORIES; seed++) {
			Random random = new Random(seed);
			List<Entity> entities = record.of(seed).entities();
			Question question = question(random, record, GeneratedHistories.day(random));
			Set<String> without = IntStream.range(0, 1 + random.nextInt(2))
					.mapToObj(it -> "order/i" + random.nextInt(4))
					.collect(Collectors.toSet());
			Difference difference = Changes.without(new Facts(entities), question, without);
			String where = "%s, seed %d, %s without %s".formatted(record, seed, question, without);
			assertThat(difference.before()).as(where).isEqualTo(ConditionSets.of(new Facts(entities), question));
			assertThat(difference.after()).as(where)
					.isEqualTo(ConditionSets.of(new Facts(takenOut(entities, without)), question));
			Map<String, AppliedCondition> state = byId(difference.before());
			difference.changes().forEach(it -> assertThat(apply(it, state)).as(where).isTrue());
			assertThat(underived(state)).as(where).isEqualTo(underived(byId(difference.after())));
			assertThat(difference.changes()).as(where).allSatisfy(it -> assertThat(it.causedBy()).isNotEmpty());
			changed += difference.changes().size();
		}
		assertThat(changed).as("changes").isGreaterThan(HISTORIES / 2);
	}

	@ParameterizedTest
	@EnumSource
	void eachColumnOfAMatrixIsTheSetOfItsModelAndDay(Record record) {
		for (long seed = 0; seed < HISTORIES; seed++) {
			Random random = new Random(seed);
			Facts facts = record.of(seed).facts();
			List<ConditionSet> sets = IntStream.range(0, 5)
					.mapToObj(it -> ConditionSets.of(facts, question(random, record, GeneratedHistories.day(random))))
					.toList();
			ConditionMatrix matrix = ConditionMatrix.of(sets);
			for (int column = 0; column < sets.size(); column++) {
				List<AppliedCondition> shown = new ArrayList<>();
				for (ConditionMatrix.Row row : matrix.rows()) {
					ConditionMatrix.Cell cell = row.cells().get(column);
					assertThat(cell.column()).isEqualTo(column);
					assertThat(cell.model().id()).isEqualTo(sets.get(column).question().model());
					assertThat(cell.asOf()).isEqualTo(sets.get(column).question().asOf());
					if (cell.applied() != null) {
						assertThat(cell.applied()).returns(row.condition(), AppliedCondition::condition)
								.returns(row.instrument(), AppliedCondition::instrument);
						shown.add(cell.applied());
					}
				}
				assertThat(shown).as("%s, seed %d, column %d", record, seed, column)
						.containsExactlyInAnyOrderElementsOf(sets.get(column).conditions());
			}
			assertThat(matrix.rows()).extracting(it -> it.condition() + " " + it.instrument())
					.doesNotHaveDuplicates();
		}
	}

	// What the rule says, done in the most obvious way.
	private static List<Entity> takenOut(List<Entity> entities, Set<String> without) {
		List<Entity> left = new ArrayList<>();
		for (Entity entity : entities) {
			List<String> owners = entities.stream().filter(Instrument.class::isInstance).map(Instrument.class::cast)
					.filter(it -> it.imposes().contains(new Ref<>(entity.id()))
							|| it.effects().contains(new Ref<>(entity.id())))
					.map(Instrument::id).toList();
			if (without.contains(entity.id()) || !owners.isEmpty() && without.containsAll(owners)) {
				continue;
			}
			left.add(switch (entity) {
				case Category it -> new Category(it.id(), it.name(), it.aliases(), it.partOf(), it.criterion(),
						it.test(), it.members().stream().filter(m -> m.by() == null || !without.contains(m.by().id()))
								.toList(),
						it.evidence());
				case Condition it -> new Condition(it.id(), it.title(), it.text(), it.modality(), it.action(),
						it.bearers(), it.scope(), it.exceptionTo(), it.period(), it.endsAfter(), it.performance(),
						it.deadline(), it.deadlineAfter(),
						it.findings().stream().filter(f -> f.act() == null || !without.contains(f.act().id()))
								.toList(),
						it.penalty(), it.onceMet(), it.unlessBreached(), it.evidence());
				default -> entity;
			});
		}
		return left;
	}

	/** Puts the state after the change in place of the one before; whether that was the one that it says. */
	private static boolean apply(Change change, Map<String, AppliedCondition> state) {
		String key = change.condition() + " " + change.instrument();
		AppliedCondition known = state.remove(key);
		if (change.after() != null) {
			state.put(key, change.after());
		}
		return stands(known).equals(stands(change.before())) && !stands(known).equals(stands(change.after()));
	}

	private static List<Change> on(LocalDate day, List<Change> changes) {
		return changes.stream().filter(it -> it.since().equals(day)).toList();
	}

	private static Map<String, AppliedCondition> byId(ConditionSet set) {
		Map<String, AppliedCondition> byId = new LinkedHashMap<>();
		set.conditions().forEach(it -> byId.put(it.condition() + " " + it.instrument(), it));
		return byId;
	}

	private static Map<String, String> underived(Map<String, AppliedCondition> state) {
		Map<String, String> underived = new TreeMap<>();
		state.forEach((key, it) -> underived.put(key, stands(it)));
		return underived;
	}

	private static String stands(@Nullable AppliedCondition it) {
		return it == null
				? "absent"
				: List.of(it.reach(), it.via(), String.valueOf(it.territory()), String.valueOf(it.period()),
						it.effective(), it.proposed(), it.state(), it.doubtful(), String.valueOf(it.reason()),
						it.possible(), it.causedBy(),
						String.valueOf(it.compliance()), it.exceptions(), it.amendments()).toString();
	}

	private static Question question(Random random, Record record, LocalDate day) {
		return new Question("model/m" + random.nextInt(3), day,
				record == Record.REPORTED ? GeneratedHistories.day(random) : null,
				random.nextInt(4) == 0 ? "IT" : null);
	}
}

package org.imprimatur.force;

import static org.imprimatur.force.Histories.over;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imprimatur.force.Histories.ConditionDraft;
import org.imprimatur.force.Histories.ScopeDraft;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Source.Reliability;
import org.jspecify.annotations.Nullable;

/**
 * Histories that nobody would make up: effects on effects, overlapping scopes, exclusions, exceptions, contingencies.
 * Effects act only on what was told before, so that they never act in a circle.
 */
public final class GeneratedHistories {

	private static final LocalDate START = LocalDate.parse("2026-01-01");
	private static final int DAYS = 24;
	private static final List<String> SUBJECTS = List.of("model/m0", "model/m1", "model/m2", "company/c0",
			"company/c1", "category/models", "category/firms", "category/chips", "category/all-firms");

	// What an instrument makes a member of a category cannot hang on whether that category is covered.
	private static final List<String> FIXED_SUBJECTS = List.of("model/m0", "model/m1", "model/m2", "company/c0",
			"company/c1", "category/chips");

	private static final List<String> FIELDS = List.of("issued", "effective", "effects", "imposes", "scope", "bearers",
			"exceptionTo", "period", "endsAfter", "performance", "findings", "onceMet", "unlessBreached", "value",
			"members",
			"partOf");

	private final Random random;
	// Of its own, so that what is rare leaves all else as it was.
	private final Random rare;
	private final Histories histories = new Histories();
	private final List<String> conditions = new ArrayList<>();
	private final List<String> targets = new ArrayList<>();
	private final boolean reported;
	private final int kind;
	private int vague;
	private int doubtful;

	private GeneratedHistories(long seed, int vague, int doubtful, boolean reported) {
		this.random = new Random(seed);
		this.rare = new Random(~seed);
		this.vague = vague;
		this.doubtful = doubtful;
		this.reported = reported;
		this.kind = (int) (seed % 5);
	}

	/** A history with exact dates and no doubt. */
	public static Histories exact(long seed) {
		return new GeneratedHistories(seed, 0, 0, false).tell();
	}

	/** A history with at most so many uncertain dates and doubtful entities, and with days of publication if wanted. */
	public static Histories vague(long seed, int dates, int doubts, boolean reported) {
		return new GeneratedHistories(seed, dates, doubts, reported).tell();
	}

	/** A day of the history. */
	public static LocalDate day(Random random) {
		return START.plusDays(random.nextInt(-1, DAYS + 3));
	}

	/** A question about the history. */
	public static Question question(Random random, boolean reported, @Nullable String territory) {
		return new Question("model/m" + random.nextInt(3), day(random), reported ? day(random) : null, territory);
	}

	private Histories tell() {
		histories.company("company/c0", null).company("company/c1", "company/c0", "CN");
		report(histories.model("model/m0").by("company/c0").trainedWith("2e25", "2e25"));
		report(histories.model("model/m1").by("company/c1").variantOf("model/m0").trainedWith("9e24", "1.0e25"));
		report(histories.model("model/m2").by("company/c1").deployedBy("company/c0").kind(ModelKind.HARDWARE)
				.trainedWith("1.1e25", null));
		int instruments = 2 + random.nextInt(4);
		for (int i = 0; i < instruments; i++) {
			instrument(i, i == instruments - 1);
		}
		var models = histories.category("category/models").member("model/m0", null, chance(2) ? "order/i0" : null,
				passages())
				.member("model/m2", Histories.period(date(), chance(2) ? date() : null), null);
		report(models);
		report(histories.category("category/firms")
				.member("company/c1", null, chance(2) ? "order/i1" : null, passages())
				.partOf("category/all-firms"));
		var all = histories.category("category/all-firms").member("company/c0", Histories.period(date(), null), null);
		report(kind == 1
				? all.places("", "CN", "")
				: kind == 2 ? all.group("company/c0", Histories.period("2026-01-10", null), null) : all);
		var chips = histories.category("category/chips");
		report(kind == 3 ? chips.computed("1e25", null) : chips.test(ModelKind.HARDWARE, null, null));
		return histories;
	}

	private void instrument(int i, boolean last) {
		String id = "order/i" + i;
		var draft = histories.instrument(id, date());
		if (chance(2)) {
			draft.effective(date(), chance(3) ? date() : null);
		}
		if (rare.nextInt(6) == 0) {
			// From its own dates alone, so that no act hangs on when it ends itself.
			draft.endsAfter(2 + rare.nextInt(9) + " days", id, rare.nextBoolean() ? "issued" : "effective.start");
		}
		if (chance(20)) {
			draft.neverEffective();
		}
		if (chance(6)) {
			draft.notBinding();
		}
		if (reported && chance(3)) {
			draft.published(date());
		}
		List<String> effects = new ArrayList<>();
		for (int k = i == 0 ? 0 : 1 + random.nextInt(2); k > 0; k--) {
			effects.add(effect("effect/i%d-%d".formatted(i, k)));
		}
		List<String> imposed = new ArrayList<>();
		for (int k = last ? 0 : 1 + random.nextInt(2); k > 0; k--) {
			imposed.add(condition("condition/i%d-%d".formatted(i, k)));
		}
		if (!imposed.isEmpty() && i == kind) {
			effects.add("effect/i%d-own".formatted(i));
			report(histories.effect(effects.getLast(), EffectKind.SUSPENDS, imposed.getFirst())
					.during(START.plusDays(3L * i).toString(), null));
		}
		draft.has(effects.toArray(String[]::new)).imposes(imposed.toArray(String[]::new));
		report(draft);
		targets.add(id);
		targets.addAll(effects);
		targets.addAll(imposed);
		conditions.addAll(imposed);
	}

	private String condition(String id) {
		Modality modality = pick(List.of(Modality.values()));
		var draft = histories
				.condition(id, modality, pick(List.of(Action.PROVIDE, Action.EXPORT, Action.TRAIN, Action.PAY)))
				.scope(scope(true)).performance(chance(2) ? Performance.ONCE : Performance.CONTINUING);
		if (chance(3)) {
			draft.borneBy(pick(List.of("company/c0", "company/c1", "category/firms", "category/all-firms")));
		}
		if (chance(3)) {
			draft.during(chance(3) ? null : date(), chance(2) ? date() : null);
		}
		if (rare.nextInt(8) == 0) {
			endsAfter(draft, id);
		}
		if (chance(3)) {
			found(draft, Outcome.MET, date());
		}
		if (chance(5)) {
			found(draft, Outcome.BREACHED, date());
		}
		if (!conditions.isEmpty()) {
			if (modality == Modality.PERMISSION) {
				draft.exceptionTo(pick(conditions));
			}
			if (chance(5)) {
				draft.onceMet(pick(conditions));
			}
			if (chance(5)) {
				draft.unlessBreached(pick(conditions));
			}
		}
		report(draft);
		return id;
	}

	private void found(ConditionDraft draft, Outcome outcome, String since) {
		if (rare.nextInt(3) > 0) {
			draft.found(outcome, since);
			return;
		}
		draft.found(outcome, since, rare.nextBoolean() ? null : START.plusDays(rare.nextInt(DAYS)).toString(),
				rare.nextBoolean() ? null : "order/i" + rare.nextInt(2), passages());
	}

	/** Passages of its own for a part of an entity's facts: none, one, or one beside that says that there is none. */
	private Evidence[] passages() {
		List<Evidence> passages = new ArrayList<>();
		if (rare.nextBoolean()) {
			boolean weak = doubtful > 0 && rare.nextInt(3) == 0;
			passages.add(histories.passage(START.plusDays(rare.nextInt(DAYS)).toString(),
					weak ? Reliability.WEAK : Reliability.SECONDARY));
		}
		if (doubtful > 0 && rare.nextInt(6) == 0) {
			passages.add(histories.dispute(START.plusDays(rare.nextInt(DAYS)).toString()));
		}
		return passages.toArray(Evidence[]::new);
	}

	private void endsAfter(Histories.ConditionDraft draft, String id) {
		String delay = 1 + rare.nextInt(7) + " days";
		List<String> dates = List.of("issued", "effective.start", "effective.start", "effective.end");
		String of = rare.nextBoolean() ? "order/" + id.substring(id.indexOf('/') + 1, id.indexOf('-')) : "order/i0";
		if (!conditions.isEmpty() && rare.nextBoolean()) {
			of = conditions.get(rare.nextInt(conditions.size()));
			dates = List.of("period.start", "period.end", "met");
		}
		draft.endsAfter(delay, of, dates.get(rare.nextInt(dates.size())));
	}

	private String effect(String id) {
		EffectKind kind = pick(List.of(EffectKind.values()));
		String target = pick(targets);
		var draft = histories.effect(id, kind, target);
		if (kind == EffectKind.AMENDS) {
			String whole = target.startsWith("order/") ? "effective" : "period";
			String value = chance(5) ? ".." : START.plusDays(random.nextInt(DAYS)).toString();
			switch (random.nextInt(6)) {
				case 0, 1 -> draft.sets(whole + ".start", value);
				case 2 -> draft.sets(whole + ".end", value);
				case 3 -> draft.sets(whole, START.plusDays(random.nextInt(DAYS)) + "/" + value);
				default -> draft.sets(whole, value);
			}
		}
		if (chance(3)) {
			draft.scope(scope(false));
		}
		if (chance(2)) {
			draft.during(date(), chance(2) ? date() : null);
		}
		if (rare.nextInt(6) == 0) {
			String by = "order/" + id.substring(id.indexOf('/') + 1, id.indexOf('-'));
			draft.endsAfter(1 + rare.nextInt(9) + " days", by, rare.nextBoolean() ? "issued" : "effective.start");
		}
		if (!conditions.isEmpty() && chance(5)) {
			draft.onceMet(pick(conditions));
		}
		if (!conditions.isEmpty() && chance(5)) {
			draft.unlessBreached(pick(conditions));
		}
		report(draft);
		return id;
	}

	private ScopeDraft scope(boolean names) {
		List<String> ids = new ArrayList<>();
		for (int k = names ? 1 + random.nextInt(3) : random.nextInt(2); k > 0; k--) {
			ids.add(pick(names ? SUBJECTS : FIXED_SUBJECTS));
		}
		ScopeDraft scope = over(ids.toArray(String[]::new));
		if (kind == 4 && !ids.isEmpty()) {
			scope = scope.forPurpose(ids.getFirst().endsWith("0") ? "research" : "trade");
		}
		scope = chance(2) ? scope.withVariants() : scope;
		scope = chance(2) ? scope.withSubsidiaries() : scope;
		scope = chance(6) ? scope.except(pick(names ? SUBJECTS : FIXED_SUBJECTS)) : scope;
		scope = chance(5) ? scope.in(pick(List.of("US", "EU", "IT"))) : scope;
		scope = chance(8) ? scope.towards(pick(List.of("category/r0", "category/r1"))) : scope;
		return chance(8) ? scope.ofData(pick(List.of("category/d0", "category/d1"))) : scope;
	}

	private void report(Histories.Draft<?> draft) {
		if (reported) {
			draft.reported(date());
			if (chance(4)) {
				draft.reported(date(), pick(FIELDS));
			}
			if (chance(2)) {
				draft.reported(date(), "findings");
			}
			if (rare.nextInt(6) == 0) {
				draft.told(START.plusDays(rare.nextInt(DAYS)).toString(), "order/i" + rare.nextInt(2),
						FIELDS.get(rare.nextInt(FIELDS.size())));
			}
		}
		if (doubtful > 0 && chance(5)) {
			doubtful--;
			if (chance(3)) {
				draft.disputed(date(), null);
			} else if (!reported && chance(2)) {
				draft.reported(START.toString(), "title");
				draft.reported(START.toString(), Reliability.WEAK, pick(FIELDS));
				draft.reported(START.toString(), Reliability.WEAK, pick(FIELDS));
			} else if (!reported) {
				draft.reported(START.toString(), Reliability.WEAK);
			}
		}
	}

	private String date() {
		LocalDate day = START.plusDays(random.nextInt(DAYS));
		if (vague > 0 && chance(4)) {
			vague--;
			return "[%s..%s]".formatted(day, day.plusDays(1 + random.nextInt(9)));
		}
		return day.toString();
	}

	private boolean chance(int in) {
		return random.nextInt(in) == 0;
	}

	private <T> T pick(List<T> values) {
		return values.get(random.nextInt(values.size()));
	}
}

package org.imprimatur.force.operation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Values that effects have changed: the bounds of periods, deadlines, penalties (design, "The rules of force", rule 2).
 * The newest operating amendment of a value counts; where it is uncertain which that is, the value is uncertain. An
 * amendment of a period as a whole is of its end, that is the first day that no longer belongs to it, or of both
 * bounds: {@code start/end}; {@code ..} is open.
 */
public final class Amendments {

	static final String EFFECTIVE = "effective";
	static final String PERIOD = "period";
	private static final String DEADLINE = "deadline";
	private static final String PENALTY = "penalty";
	static final String START = ".start";
	private static final String END = ".end";
	private static final Set<String> DATES = Set.of(EFFECTIVE + START, EFFECTIVE + END, PERIOD + START, PERIOD + END,
			DEADLINE);

	private final AdmittedRecord record;
	private final Operation operation;
	private final RelativeDates relativeDates;

	Amendments(AdmittedRecord record, Operation operation) {
		this.record = record;
		this.operation = operation;
		this.relativeDates = new RelativeDates(record, operation);
	}

	/** The instrument's effective period, as amended on the day; {@code null} if it has none, since it was proposed. */
	@Nullable
	public Period effective(Instrument instrument, EdtfDate day) {
		return period(instrument, EFFECTIVE, counted(instrument, instrument.effective(), instrument.endsAfter(), day),
				day);
	}

	/** The condition's own period, as amended on the day; {@code null} if it is its instrument's. */
	@Nullable
	public Period period(Condition condition, EdtfDate day) {
		return period(condition, PERIOD, counted(condition, condition.period(), condition.endsAfter(), day), day);
	}

	/** The effect's own period, as amended on the day; {@code null} if it is its instrument's. */
	@Nullable
	Period period(Effect effect, EdtfDate day) {
		return period(effect, PERIOD, counted(effect, effect.period(), effect.endsAfter(), day), day);
	}

	/** A period whose end is counted from another date, if it is. */
	private @Nullable Period counted(Entity entity, @Nullable Period recorded, @Nullable RelativeDate endsAfter,
			EdtfDate day) {
		if (endsAfter == null) {
			return recorded;
		}
		EdtfDate end = relativeDates.of(entity, "endsAfter", endsAfter, day);
		return new Period(recorded == null ? null : recorded.start(), end.equals(Days.NEVER) ? null : end);
	}

	/** The condition's deadline, as amended on the day. */
	@Nullable
	public EdtfDate deadline(Condition condition, EdtfDate day) {
		RelativeDate relative = condition.deadlineAfter();
		return amended(condition, DEADLINE,
				relative == null ? condition.deadline() : relativeDates.of(condition, "deadlineAfter", relative, day),
				day);
	}

	/** What a breach can cost, as amended on the day; {@code null} where it is uncertain what was amended. */
	@Nullable
	public String penalty(Condition condition, EdtfDate day) {
		List<Effect> candidates = candidates(condition, PENALTY, day);
		if (candidates.isEmpty()) {
			return condition.penalty();
		}
		Effect newest = candidates.getFirst();
		return candidates.size() == 1 && operation.operates(newest, day) == Truth.TRUE
				? values(newest).get(PENALTY)
				: null;
	}

	/** Whether an effect amends the start of the entity's period on any day. */
	boolean movesStart(Entity entity) {
		return amending(entity).stream()
				.anyMatch(it -> values(it).keySet().stream().anyMatch(name -> name.endsWith(START)));
	}

	/** The start of a period, as amended on the day: always, if it is open. */
	EdtfDate start(Entity entity, String field, @Nullable EdtfDate recorded, EdtfDate day) {
		// What is open at its start has always been, and is not what never comes.
		EdtfDate start = amended(entity, field + START, recorded == null ? Days.ALWAYS : recorded, day);
		return start == null ? Days.ALWAYS : start;
	}

	/** The amendments of the target that operate on the day, or may, and that none has surely overtaken. */
	public List<Amendment> of(Entity target, EdtfDate day) {
		List<Effect> possible = possible(target, day);
		return possible.stream()
				.filter(it -> values(it).keySet().stream()
						.anyMatch(name -> possible.stream().noneMatch(other -> overtakes(other, it, name, day))))
				.map(it -> new Amendment(new Ref<>(it.id()), it.target(), field(it), value(it),
						operation.operates(it, day)))
				.toList();
	}

	private @Nullable Period period(Entity entity, String field, @Nullable Period recorded, EdtfDate day) {
		EdtfDate first = recorded == null ? null : recorded.start();
		EdtfDate start = start(entity, field, first, day);
		EdtfDate end = amended(entity, field + END, recorded == null ? null : recorded.end(), day);
		return recorded == null && start.equals(Days.ALWAYS) && end == null
				? null
				: new Period(start.equals(Days.ALWAYS) ? null : start, end);
	}

	private @Nullable EdtfDate amended(Entity target, String name, @Nullable EdtfDate recorded, EdtfDate day) {
		List<Effect> candidates = candidates(target, name, day);
		if (candidates.isEmpty()) {
			return recorded;
		}
		Optional<EdtfDate> open = name.endsWith(START) ? Optional.of(Days.ALWAYS) : Optional.empty();
		List<Optional<EdtfDate>> values = new ArrayList<>(
				candidates.stream().map(it -> date(values(it).getOrDefault(name, "")).or(() -> open)).toList());
		if (candidates.stream().noneMatch(it -> operation.operates(it, day) == Truth.TRUE)) {
			values.add(Optional.ofNullable(recorded));
		}
		return values.stream()
				.reduce((one, other) -> Optional.ofNullable(Days.either(one.orElse(null), other.orElse(null))))
				.flatMap(it -> it).orElse(null);
	}

	private List<Effect> candidates(Entity target, String name, EdtfDate day) {
		// Most things are never amended, and each is asked for several of its dates.
		if (amending(target).isEmpty()) {
			return List.of();
		}
		List<Effect> possible = possible(target, day).stream().filter(it -> values(it).containsKey(name)).toList();
		return possible.stream().filter(it -> possible.stream().noneMatch(other -> overtakes(other, it, name, day)))
				.toList();
	}

	private List<Effect> possible(Entity target, EdtfDate day) {
		return amending(target).stream().filter(it -> operation.operates(it, day).possible()).toList();
	}

	private List<Effect> amending(Entity target) {
		return record.backlinks().amendmentsOf(target.id());
	}

	private boolean overtakes(Effect later, Effect earlier, String name, EdtfDate day) {
		if (!values(later).containsKey(name) || operation.operates(later, day) != Truth.TRUE) {
			return false;
		}
		EdtfDate one = operation.firstDay(earlier).orElse(Days.UNKNOWN);
		EdtfDate other = operation.firstDay(later).orElse(Days.UNKNOWN);
		boolean sameDay = one.exact() && other.exact() && one.earliest().equals(other.earliest());
		return one.before(other) == Truth.TRUE || sameDay && earlier.id().compareTo(later.id()) < 0;
	}

	/** The dates that an effect sets a value to. */
	public static Stream<EdtfDate> dates(Effect effect) {
		return effect.kind() == EffectKind.AMENDS
				? values(effect).entrySet().stream().filter(it -> DATES.contains(it.getKey()))
						.flatMap(it -> date(it.getValue()).stream())
				: Stream.empty();
	}

	// What it sets, by the name of the value.
	private static Map<String, String> values(Effect effect) {
		String field = field(effect);
		String value = value(effect);
		if (!field.equals(EFFECTIVE) && !field.equals(PERIOD)) {
			return Map.of(field, value);
		}
		int slash = value.indexOf('/');
		return slash < 0
				? Map.of(field + END, value)
				: Map.of(field + START, value.substring(0, slash), field + END, value.substring(slash + 1));
	}

	private static Optional<EdtfDate> date(String value) {
		return value.isEmpty() || value.equals("..") ? Optional.empty() : Optional.of(EdtfDate.parse(value));
	}

	private static String field(Effect effect) {
		return effect.field() == null ? "" : effect.field();
	}

	private static String value(Effect effect) {
		return effect.value() == null ? "" : effect.value();
	}
}

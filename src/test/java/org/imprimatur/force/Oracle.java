package org.imprimatur.force;

import static org.imprimatur.knowledge.Effect.EffectKind.ANNULS;
import static org.imprimatur.knowledge.Effect.EffectKind.REVOKES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUPERSEDES;
import static org.imprimatur.knowledge.Effect.EffectKind.SUSPENDS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.derivation.EndReason;
import org.imprimatur.force.derivation.State;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The rules of force once more, for one world in which everything is certain: two-valued, slow, day by day, with no
 * memory but of the first days of effects and of what no day changes. It was written from the design and shares nothing
 * with what it judges.
 */
final class Oracle {

	static final LocalDate FIRST_DAY = LocalDate.parse("2025-12-30");
	static final LocalDate LAST_DAY = LocalDate.parse("2026-02-20");
	private static final Set<String> EU = Set.of("IT", "FR", "DE");

	/** Before the id of a category as it is recorded, whatever of it was reported or exists. */
	static final String RECORDED = "recorded/";

	private final Map<String, Entity> world;
	private final Model model;
	private final String place;
	private final List<Category> recorded;
	private final Map<Class<?>, List<Entity>> all;
	private final Map<String, LocalDate> firstDays = new HashMap<>();
	private final Map<String, Boolean> hasMembers = new HashMap<>();

	/**
	 * @param world the entities of the world
	 * @param model the model asked about
	 * @param place the territory; empty for where no scope names
	 */
	Oracle(Map<String, Entity> world, Model model, String place) {
		this.world = world;
		this.model = model;
		this.place = place;
		this.recorded = world.entrySet().stream().filter(it -> it.getKey().startsWith(RECORDED))
				.map(it -> (Category) it.getValue()).toList();
		this.all = world.entrySet().stream().filter(it -> !it.getKey().startsWith(RECORDED)).map(Map.Entry::getValue)
				.collect(Collectors.groupingBy(Entity::getClass));
	}

	/** What a condition is on a day. */
	record Answer(State state, @Nullable EndReason reason) {
	}

	/** What the condition is, or {@code null} if the answer leaves it out. */
	@Nullable
	Answer answer(String instrumentId, String conditionId, LocalDate day) {
		if (!(world.get(instrumentId) instanceof Instrument by && world.get(conditionId) instanceof Condition norm)
				|| !imposes(by, norm)) {
			return null;
		}
		if (by.issued() != null && on(by.issued()).isAfter(day) || !inTerritory(norm.scope())
				|| !reaches(norm.scope(), norm, day)) {
			return null;
		}
		Answer answer = state(by, norm, day);
		boolean withdrawn = by.effective() == null && !gone(by, norm, day)
				&& gone(by, norm, EdtfDate.DISTANT_FUTURE);
		return withdrawn ? null : answer;
	}

	private boolean gone(Instrument by, Condition norm, LocalDate day) {
		return acted(by, norm, day, REVOKES, SUPERSEDES, ANNULS) || acted(norm, norm, day, REVOKES, SUPERSEDES, ANNULS);
	}

	/** The strictest standing of what is in force on the day. */
	Level standing(LocalDate day) {
		Level strictest = Level.NONE_KNOWN;
		for (Instrument by : all(Instrument.class)) {
			for (Condition norm : all(Condition.class)) {
				Answer answer = answer(by.id(), norm.id(), day);
				if (answer != null && answer.state() == State.IN_FORCE) {
					boolean borne = norm.bearers().isEmpty()
							|| norm.bearers().stream().anyMatch(it -> bears(it, norm, day));
					Level level = borne ? level(norm, day) : Level.OTHERS_BOUND;
					level = by.binding() ? level : Level.COMMITMENTS_ONLY;
					strictest = level.compareTo(strictest) < 0 ? level : strictest;
				}
			}
		}
		return strictest;
	}

	private Level level(Condition norm, LocalDate day) {
		boolean core = Set.of(Action.PROVIDE, Action.EXPORT, Action.USE).contains(norm.action());
		boolean excepted = all(Condition.class).stream()
				.filter(it -> it.modality() == Modality.PERMISSION
						&& it.exceptionTo().stream().anyMatch(ref -> ref.id().equals(norm.id())))
				.anyMatch(it -> all(Instrument.class).stream().anyMatch(by -> {
					Answer answer = answer(by.id(), it.id(), day);
					return answer != null && answer.state() == State.IN_FORCE;
				}));
		return switch (norm.modality()) {
			case PERMISSION -> Level.OTHERS_BOUND;
			case OBLIGATION -> norm.action() == Action.PAY ? Level.OTHERS_BOUND : Level.CONDITIONAL;
			case PROHIBITION ->
				core && norm.scope().data().isEmpty() && norm.scope().purpose() == null
						&& norm.scope().recipients().isEmpty() && !excepted
								? Level.PROHIBITED
								: Level.LIMITED;
			case LICENCE_REQUIRED ->
				core && norm.scope().data().isEmpty() && norm.scope().purpose() == null && !excepted
						? Level.LICENCE_REQUIRED
						: Level.LIMITED;
		};
	}

	private boolean bears(Ref<?> party, Condition norm, LocalDate day) {
		return makers().stream().anyMatch(maker -> namesakes(maker, norm.scope().subsidiaries()).contains(party.id())
				|| belongs(maker, party.id(), norm, day));
	}

	Answer state(Instrument by, Condition norm, LocalDate day) {
		if (acted(by, norm, day, ANNULS) || acted(norm, norm, day, ANNULS)) {
			return new Answer(State.ENDED, EndReason.ANNULLED);
		}
		if (acted(by, norm, day, REVOKES) || acted(norm, norm, day, REVOKES)) {
			return new Answer(State.ENDED, EndReason.REVOKED);
		}
		if (acted(by, norm, day, SUPERSEDES) || acted(norm, norm, day, SUPERSEDES)) {
			return new Answer(State.ENDED, EndReason.SUPERSEDED);
		}
		boolean normsOver = !norm.exceptionTo().isEmpty()
				&& norm.exceptionTo().stream().allMatch(it -> over(it.id(), day));
		if (past(end(by, norm, "effective", by.effective(), day), day)
				|| past(end(norm, norm, "period", norm.period(), day), day)
				|| norm.unlessBreached().stream().anyMatch(it -> found(it, Outcome.BREACHED, day)) || normsOver) {
			return new Answer(State.ENDED, EndReason.EXPIRED);
		}
		if (norm.performance() == Performance.ONCE && norm.findings().stream()
				.anyMatch(it -> it.outcome() == Outcome.MET && !on(it.day()).isAfter(day))) {
			return new Answer(State.ENDED, EndReason.FULFILLED);
		}
		if (by.effective() == null || !begun(by, norm, "effective", by.effective(), day)
				|| !begun(norm, norm, "period", norm.period(), day)
				|| !norm.onceMet().stream().allMatch(it -> found(it, Outcome.MET, day))) {
			return new Answer(State.NOT_YET, null);
		}
		boolean suspended = acted(by, norm, day, SUSPENDS) || acted(norm, norm, day, SUSPENDS);
		return new Answer(suspended ? State.SUSPENDED : State.IN_FORCE, null);
	}

	/** Whether a norm that something is an exception to has ended: under every instrument that imposes it. */
	private boolean over(String id, LocalDate day) {
		if (!(world.get(id) instanceof Condition norm)) {
			return false;
		}
		List<Instrument> imposing = all(Instrument.class).stream().filter(it -> imposes(it, norm)).toList();
		return !imposing.isEmpty() && imposing.stream().allMatch(it -> state(it, norm, day).state() == State.ENDED);
	}

	private boolean acted(Entity target, Condition norm, LocalDate day, EffectKind... kinds) {
		return all(Effect.class).stream()
				.filter(it -> it.target().id().equals(target.id()) && List.of(kinds).contains(it.kind()))
				.anyMatch(it -> operates(it, norm, day));
	}

	boolean operates(Effect effect, Condition norm, LocalDate day) {
		Instrument by = all(Instrument.class).stream()
				.filter(it -> it.effects().stream().anyMatch(ref -> ref.id().equals(effect.id())))
				.min(Comparator.comparing(Instrument::id)).orElse(null);
		if (by == null || by.effective() == null || !covers(effect.scope(), norm, day)) {
			return false;
		}
		if (effect.kind() == SUSPENDS) {
			return operative(by, norm, day) && begun(effect, norm, "period", effect.period(), day)
					&& !past(end(effect, norm, "period", effect.period(), day), day) && released(effect, day)
					&& left(effect, norm, day);
		}
		LocalDate first = first(effect, by, norm);
		if (first.equals(LocalDate.MAX) || effect.kind() == EffectKind.UPHOLDS
				|| effect.kind() != ANNULS && day.isBefore(first)) {
			return false;
		}
		LocalDate when = day.isBefore(first) ? EdtfDate.DISTANT_FUTURE : day;
		boolean tooLate = past(end(by, norm, "effective", by.effective(), first), first)
				|| acted(by, norm, first, REVOKES, SUPERSEDES);
		return !tooLate && !acted(by, norm, when, ANNULS, SUSPENDS) && left(effect, norm, when);
	}

	private boolean left(Effect effect, Condition norm, LocalDate day) {
		return effect.unlessBreached().stream().noneMatch(it -> found(it, Outcome.BREACHED, day))
				&& !acted(effect, norm, day, ANNULS, REVOKES, SUPERSEDES, SUSPENDS);
	}

	private boolean operative(Instrument by, Condition norm, LocalDate day) {
		return by.effective() != null && begun(by, norm, "effective", by.effective(), day)
				&& !past(end(by, norm, "effective", by.effective(), day), day)
				&& !acted(by, norm, day, ANNULS, REVOKES, SUPERSEDES, SUSPENDS);
	}

	/**
	 * Looks through the calendar for the first day on which the effect's period has begun and its conditions are met.
	 */
	private LocalDate first(Effect effect, Instrument by, Condition norm) {
		String key = effect.id() + " " + norm.id();
		LocalDate known = firstDays.get(key);
		if (known == null) {
			known = search(effect, by, norm);
			firstDays.put(key, known);
		}
		return known;
	}

	private LocalDate search(Effect effect, Instrument by, Condition norm) {
		for (LocalDate day = FIRST_DAY; day.isBefore(LAST_DAY); day = day.plusDays(1)) {
			LocalDate start = effect.period() == null
					? bound(by, norm, "effective.start", start(by.effective()), day)
					: start(effect.period());
			start = bound(effect, norm, "period.start", start, day);
			if ((start == null || !start.isAfter(day)) && released(effect, day)) {
				return day;
			}
		}
		return LocalDate.MAX;
	}

	private boolean released(Effect effect, LocalDate day) {
		return effect.onceMet().stream().allMatch(it -> found(it, Outcome.MET, day));
	}

	/** Whether it had been found so by the day; since when it was so makes no difference to what waits for it. */
	private boolean found(Ref<Condition> ref, Outcome outcome, LocalDate day) {
		return world.get(ref.id()) instanceof Condition condition && condition.findings().stream()
				.anyMatch(
						it -> it.outcome() == outcome && !on(it.found() == null ? it.day() : it.found()).isAfter(day));
	}

	private @Nullable LocalDate end(Entity of, Condition norm, String field, @Nullable Period period, LocalDate day) {
		LocalDate end = period == null || period.end() == null ? null : on(period.end());
		RelativeDate endsAfter = switch (of) {
			case Instrument it -> it.endsAfter();
			case Condition it -> it.endsAfter();
			case Effect it -> it.endsAfter();
			default -> null;
		};
		if (endsAfter != null) {
			end = counted(endsAfter, norm, day);
		}
		return bound(of, norm, field + ".end", end, day);
	}

	private boolean begun(Entity of, Condition norm, String field, @Nullable Period period, LocalDate day) {
		LocalDate start = bound(of, norm, field + ".start", start(period), day);
		return start == null || !start.isAfter(day);
	}

	private static @Nullable LocalDate start(@Nullable Period period) {
		return period == null || period.start() == null ? null : on(period.start());
	}

	/** So many days after another date, as that is on the day; no day, if there is no such date. */
	private @Nullable LocalDate counted(RelativeDate date, Condition norm, LocalDate day) {
		LocalDate from = null;
		if (world.get(date.of().id()) instanceof Instrument act) {
			from = switch (date.field()) {
				case "issued" -> act.issued() == null ? null : on(act.issued());
				case "effective.start" -> act.effective() == null
						? null
						: bound(act, norm, date.field(), start(act.effective()), day);
				case "effective.end" ->
					act.effective() == null ? null : end(act, norm, "effective", act.effective(), day);
				default -> throw new IllegalArgumentException(date.field());
			};
		} else if (world.get(date.of().id()) instanceof Condition condition) {
			from = switch (date.field()) {
				case "period.start" -> bound(condition, norm, date.field(), start(condition.period()), day);
				case "period.end" -> end(condition, norm, "period", condition.period(), day);
				case "met" -> condition.findings().stream().filter(it -> it.outcome() == Outcome.MET)
						.map(it -> on(it.found() == null ? it.day() : it.found())).min(Comparator.naturalOrder())
						.orElse(null);
				default -> throw new IllegalArgumentException(date.field());
			};
		}
		return from == null ? null : from.plusDays(Integer.parseInt(date.delay().split(" ")[0]));
	}

	/** A bound as the last amendment left it; an amendment of a whole period moves its end, or both bounds. */
	private @Nullable LocalDate bound(Entity of, Condition norm, String name, @Nullable LocalDate recorded,
			LocalDate day) {
		String whole = name.substring(0, name.indexOf('.'));
		List<Effect> amending = new ArrayList<>();
		for (Effect effect : all(Effect.class)) {
			String value = String.valueOf(effect.value());
			boolean moves = name.equals(effect.field())
					|| whole.equals(effect.field()) && (name.endsWith(".end") || value.contains("/"));
			if (effect.kind() == EffectKind.AMENDS && effect.target().id().equals(of.id()) && moves
					&& operates(effect, norm, day)) {
				amending.add(effect);
			}
		}
		amending.sort(Comparator.comparing((Effect it) -> firstOf(it, norm)).thenComparing(Effect::id));
		LocalDate bound = recorded;
		for (Effect amendment : amending) {
			String value = amendment.value() == null ? ".." : amendment.value();
			if (value.contains("/")) {
				value = value.split("/")[name.endsWith(".end") ? 1 : 0];
			}
			bound = value.equals("..") ? null : LocalDate.parse(value);
		}
		return bound;
	}

	LocalDate firstOf(Effect effect, Condition norm) {
		return all(Instrument.class).stream()
				.filter(it -> it.effects().stream().anyMatch(ref -> ref.id().equals(effect.id()))).findFirst()
				.map(by -> first(effect, by, norm)).orElse(LocalDate.MAX);
	}

	private boolean covers(@Nullable Scope scope, Condition norm, LocalDate day) {
		if (scope == null) {
			return true;
		}
		boolean narrower = !holds(ids(scope.data()), ids(norm.scope().data()))
				|| !holds(ids(scope.recipients()), ids(norm.scope().recipients()))
				|| scope.purpose() != null && !scope.purpose().equals(norm.scope().purpose());
		boolean anybody = scope.models().isEmpty() && scope.companies().isEmpty() && scope.categories().isEmpty();
		return !narrower && inTerritory(scope)
				&& (anybody ? !excluded(scope, norm, day) : reaches(scope, norm, day));
	}

	private static boolean holds(Set<String> wide, Set<String> narrow) {
		return wide.isEmpty() || !narrow.isEmpty() && wide.containsAll(narrow);
	}

	private boolean inTerritory(Scope scope) {
		return scope.territory().isEmpty() || scope.territory().contains(place)
				|| scope.territory().contains("EU") && EU.contains(place);
	}

	/** Whether the scope of the norm, or of an effect on it, reaches the model. */
	boolean reaches(Scope scope, Condition norm, LocalDate day) {
		List<String> kinds = scope.categories().stream().map(Ref::id).filter(it -> hasMember(it, true)).toList();
		List<String> groups = scope.categories().stream().map(Ref::id)
				.filter(it -> !hasMember(it, true) && hasMember(it, false)).toList();
		boolean aboutModels = !scope.models().isEmpty() || !kinds.isEmpty();
		boolean aboutCompanies = !scope.companies().isEmpty() || !groups.isEmpty();
		return (aboutModels || aboutCompanies) && (!aboutModels || byModel(scope, kinds, norm, day))
				&& (!aboutCompanies || byCompany(scope, groups, norm, day)) && !excluded(scope, norm, day);
	}

	private boolean byModel(Scope scope, List<String> kinds, Condition norm, LocalDate day) {
		return scope.models().stream().anyMatch(it -> family(scope.variants()).contains(it.id()))
				|| kinds.stream().anyMatch(it -> belongs(model, it, norm, day)
						|| makers().stream().anyMatch(maker -> belongs(maker, it, norm, day)));
	}

	private boolean byCompany(Scope scope, List<String> groups, Condition norm, LocalDate day) {
		return makers().stream().anyMatch(maker -> scope.companies().stream()
				.anyMatch(it -> namesakes(maker, scope.subsidiaries()).contains(it.id()))
				|| groups.stream().anyMatch(it -> belongs(maker, it, norm, day)))
				|| groups.stream().anyMatch(it -> belongs(model, it, norm, day));
	}

	private boolean excluded(Scope scope, Condition norm, LocalDate day) {
		return scope.exclusions().stream().map(Ref::id)
				.anyMatch(it -> family(scope.variants()).contains(it) || belongs(model, it, norm, day)
						|| makers().stream().anyMatch(maker -> namesakes(maker, scope.subsidiaries()).contains(it)
								|| belongs(maker, it, norm, day)));
	}

	private List<String> family(boolean variants) {
		List<String> names = new ArrayList<>(List.of(model.id()));
		for (Model one = model; variants && one.variantOf() != null
				&& world.get(one.variantOf().id()) instanceof Model next; one = next) {
			names.add(next.id());
		}
		return names;
	}

	private List<Company> makers() {
		return Stream.concat(Stream.ofNullable(model.developer()), model.deployers().stream())
				.map(it -> (Company) world.get(it.id())).toList();
	}

	private List<String> namesakes(Company company, boolean parents) {
		List<String> names = new ArrayList<>(List.of(company.id()));
		for (Company one = company; parents && one.parent() != null
				&& world.get(one.parent().id()) instanceof Company next; one = next) {
			names.add(next.id());
		}
		return names;
	}

	/** Whether somebody belongs to a category on the day, as far as the world says. */
	boolean belongs(Entity candidate, String id, Condition norm, LocalDate day) {
		if (!(world.get(id) instanceof Category category)) {
			return false;
		}
		boolean listed = category.members().stream()
				.anyMatch(it -> (it.member().id().equals(candidate.id()) || Boolean.TRUE.equals(it.subsidiaries())
						&& candidate instanceof Company one && namesakes(one, true).contains(it.member().id()))
						&& member(it, norm, day));
		boolean passes = category.test() != null && category.test().places() == null && candidate instanceof Model one
				&& (category.test().kind() == null || category.test().kind() == one.kind())
				&& (category.test().trainingCompute() == null || isOver(category.test().trainingCompute(), one));
		boolean there = category.test() != null && category.test().places() != null && candidate instanceof Company one
				&& isIn(category.test().places(), one);
		return listed || passes || there || all(Category.class).stream()
				.anyMatch(it -> it.partOf() != null && it.partOf().id().equals(id) && !it.id().equals(id)
						&& world.containsKey(it.id()) && belongs(candidate, it.id(), norm, day));
	}

	/** Whether all that the model may have been trained with is over the threshold; bounds here are never around it. */
	private static boolean isOver(Category.Threshold threshold, Model model) {
		return model.trainingCompute() != null && threshold.moreThan() != null
				&& model.trainingCompute().atLeast() != null
				&& Double.parseDouble(model.trainingCompute().atLeast()) > Double.parseDouble(threshold.moreThan());
	}

	/** Whether the company, or the one at the head of its parents, sits in one of the places. */
	private boolean isIn(Category.Places places, Company company) {
		Company head = (Company) Objects.requireNonNull(world.get(namesakes(company, true).getLast()));
		return company.jurisdiction() != null && places.seats().contains(company.jurisdiction())
				|| head.jurisdiction() != null && places.parentSeats().contains(head.jurisdiction());
	}

	private boolean member(Membership membership, Condition norm, LocalDate day) {
		if (membership.period() != null || membership.by() == null) {
			return during(membership.period(), day);
		}
		return world.get(membership.by().id()) instanceof Instrument by && operative(by, norm, day);
	}

	private boolean hasMember(String id, boolean models) {
		String key = id + models;
		Boolean known = hasMembers.get(key);
		if (known == null) {
			known = searchMember(id, models);
			hasMembers.put(key, known);
		}
		return known;
	}

	private boolean searchMember(String id, boolean models) {
		return world.get(RECORDED + id) instanceof Category category
				&& (category.test() != null && (category.test().places() == null) == models
						|| category.members().stream()
								.anyMatch(it -> it.member().id().startsWith(models ? "model/" : "company/"))
						|| recorded.stream().anyMatch(it -> it.partOf() != null && it.partOf().id().equals(id)
								&& hasMember(it.id(), models)));
	}

	private boolean imposes(Instrument by, Condition norm) {
		return by.imposes().stream().anyMatch(it -> it.id().equals(norm.id()));
	}

	private boolean begun(@Nullable Period period, LocalDate day) {
		return period == null || period.start() == null || !on(period.start()).isAfter(day);
	}

	private boolean during(@Nullable Period period, LocalDate day) {
		return begun(period, day)
				&& (period == null || period.end() == null || on(period.end()).isAfter(day));
	}

	private static boolean past(@Nullable LocalDate end, LocalDate day) {
		return end != null && !end.isAfter(day);
	}

	private static LocalDate on(EdtfDate date) {
		if (!date.exact()) {
			throw new IllegalStateException(date + " is not exact");
		}
		return date.earliest();
	}

	private static Set<String> ids(List<? extends Ref<?>> refs) {
		Set<String> ids = new HashSet<>();
		refs.forEach(it -> ids.add(it.id()));
		return ids;
	}

	@SuppressWarnings("unchecked")
	private <T extends Entity> List<T> all(Class<T> type) {
		return (List<T>) all.getOrDefault(type, List.of());
	}
}

package org.imprimatur.force.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Outcome.Noted;
import org.imprimatur.force.derivation.Outcome.Tested;
import org.imprimatur.force.derivation.Rule;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Why a condition stands otherwise than before: the steps in which its two derivations differ, and what these name. */
final class Reasons {

	private final Comparison sets;
	private final @Nullable AppliedCondition before;
	private final @Nullable AppliedCondition after;
	private final AppliedCondition either;
	private final List<Step> steps;

	Reasons(Comparison sets, @Nullable AppliedCondition before, @Nullable AppliedCondition after) {
		this.sets = sets;
		this.before = before;
		this.after = after;
		this.either = Objects.requireNonNull(before == null ? after : before);
		this.steps = decisive();
	}

	/** The steps that are gone, then those that are new, as far as they decide the change. */
	List<Step> steps() {
		return steps;
	}

	/** What brought the change about. */
	List<Ref<Entity>> causes() {
		Set<Ref<Entity>> causes = new LinkedHashSet<>();
		if (before != null && after != null) {
			steps.forEach(step -> causes.addAll(named(step)));
			if (before.state() == after.state()) {
				causes.addAll(exceptions(before, after));
			}
		} else if (issuing()) {
			causes.add(new Ref<>(either.instrument().id()));
		} else {
			causes.addAll(scoping());
		}
		if (causes.isEmpty()) {
			causes.add(new Ref<>(either.condition().id()));
		}
		return List.copyOf(causes);
	}

	// What was not issued yet is left out of a set, and so is what is taken away with its instrument.
	private boolean issuing() {
		Optional<Instrument> by = sets.factsAfter().find(either.instrument(), Instrument.class);
		return by.map(Instrument::issued)
				.map(it -> !Days.reached(it, EdtfDate.of(sets.before().question().asOf())).possible())
				.orElse(by.isEmpty());
	}

	// The categories and companies between the model and the scope, and the instruments that make one a member.
	private List<Ref<Entity>> scoping() {
		List<Ref<Entity>> via = either.via();
		Stream<Ref<Entity>> members = via.stream()
				.flatMap(it -> sets.factsBefore().find(it.id(), Category.class).stream())
				.flatMap(it -> it.members().stream())
				.filter(it -> via.contains(it.member()) && it.by() != null)
				.map(it -> new Ref<>(it.by().id()));
		return Stream.concat(via.stream().skip(1), members).distinct().toList();
	}

	private List<Ref<Entity>> named(Step step) {
		List<Ref<Entity>> others = step.nodes().stream()
				.filter(it -> !it.id().equals(either.condition().id()) && !it.id().equals(either.instrument().id()))
				.toList();
		if (step.rule() == Rule.REACH) {
			return others.stream().skip(1).toList();
		}
		return others.isEmpty() ? step.nodes() : others;
	}

	// The permissions that came or went, each with its instrument.
	private List<Ref<Entity>> exceptions(AppliedCondition earlier, AppliedCondition later) {
		return Stream.of(sets.before(), sets.after()).flatMap(it -> it.conditions().stream())
				.filter(it -> earlier.exceptions().contains(it.condition()) != later.exceptions()
						.contains(it.condition()))
				.flatMap(it -> Stream.of(new Ref<Entity>(it.condition().id()), new Ref<Entity>(it.instrument().id())))
				.distinct().toList();
	}

	private List<Step> decisive() {
		List<Step> earlier = before == null ? List.of() : before.derivation();
		List<Step> later = after == null ? List.of() : after.derivation();
		List<Step> gone = earlier.stream().filter(it -> later.stream().noneMatch(other -> isOfTheSame(it, other)))
				.toList();
		List<Step> changed = later.stream().filter(it -> earlier.stream().noneMatch(other -> saysTheSame(it, other)))
				.toList();
		List<Step> decisive = Stream.concat(gone.stream(), changed.stream())
				.filter(it -> Stream.concat(Stream.of(it), earlier.stream().filter(other -> isOfTheSame(it, other)))
						.anyMatch(this::decides))
				.toList();
		List<Step> all = Stream.concat(gone.stream(), changed.stream()).toList();
		return decisive.isEmpty() ? all.stream().filter(it -> !upholds(it)).toList() : explained(all, decisive);
	}

	private boolean upholds(Step step) {
		return step.rule() == Rule.EFFECT && sets.factsBefore().find(step.nodes().getFirst().id(), Effect.class)
				.filter(it -> it.kind() == EffectKind.UPHOLDS).isPresent();
	}

	// A step decides where it is one of the grounds of a state, before or after, or says whether there is a state at
	// all.
	private boolean decides(Step step) {
		return switch (step.outcome()) {
			case Noted ignored -> step.rule() == Rule.FINDING && complianceChanged();
			case Tested tested -> Stream.concat(Stream.ofNullable(before), Stream.ofNullable(after))
					.filter(it -> it.derivation().contains(step))
					.anyMatch(it -> it.verdict().restsOn(tested));
			default -> true;
		};
	}

	private boolean complianceChanged() {
		return before != null && after != null && before.compliance() != after.compliance();
	}

	// With the steps that decide, those on what acts on their effects, and on what these wait for.
	private List<Step> explained(List<Step> all, List<Step> decisive) {
		Set<String> nodes = new HashSet<>();
		List<Step> explained = new ArrayList<>();
		for (Step step : all.reversed()) {
			if (decisive.contains(step) || bearsOn(step, nodes)) {
				explained.addFirst(step);
				step.nodes().forEach(it -> nodes.add(it.id()));
			}
		}
		return List.copyOf(explained);
	}

	private boolean bearsOn(Step step, Collection<String> nodes) {
		Facts facts = sets.factsBefore();
		if (step.rule() == Rule.EFFECT) {
			return facts.find(step.nodes().getFirst().id(), Effect.class)
					.filter(it -> nodes.contains(it.target().id())).isPresent();
		}
		return step.outcome() instanceof Noted && nodes.stream().flatMap(it -> facts.find(it, Effect.class).stream())
				.flatMap(it -> Stream.concat(it.onceMet().stream(), it.unlessBreached().stream()))
				.anyMatch(it -> step.nodes().contains(new Ref<Entity>(it.id())));
	}

	private static boolean saysTheSame(Step one, Step other) {
		return isOfTheSame(one, other) && one.outcome().equals(other.outcome());
	}

	private static boolean isOfTheSame(Step one, Step other) {
		return one.rule() == other.rule() && one.nodes().equals(other.nodes()) && ground(one).equals(ground(other));
	}

	private static Object ground(Step step) {
		return step.outcome() instanceof Tested tested
				? new Tested(tested.state(), tested.reason(), Truth.TRUE)
				: step.outcome().getClass();
	}
}

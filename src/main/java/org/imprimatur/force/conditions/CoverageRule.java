package org.imprimatur.force.conditions;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** Which dossiers an answer rests on, and how far they go (design, "The rules of force", rule 7). */
public final class CoverageRule {

	private CoverageRule() {
	}

	/** The coverage of what is known of the model and of the conditions that reach it. */
	public static Coverage of(Facts facts, Model model, List<AppliedCondition> conditions) {
		return of(facts, model, conditions.stream()
				.flatMap(it -> Stream.concat(Stream.of(it.condition(), it.instrument()), it.via().stream())));
	}

	/** The coverage of what is known of the model, of acts and norms, and of what gives them reach. */
	public static Coverage of(Facts facts, Model model, Stream<? extends Ref<?>> others) {
		Set<String> subjects = ancestry(facts, model);
		others.forEach(it -> subjects.add(it.id()));
		List<Dossier> dossiers = facts.all(Dossier.class).stream()
				.filter(it -> it.subjects().stream().anyMatch(subject -> subjects.contains(subject.id()))).toList();
		return new Coverage(dossiers.stream().map(it -> new Ref<Dossier>(it.id())).toList(),
				dossiers.stream().flatMap(it -> it.sources().stream()).distinct().sorted(Comparator.comparing(Ref::id))
						.toList(),
				dossiers.stream().map(Dossier::through).min(Comparator.comparing(EdtfDate::earliest)).orElse(null),
				dossiers.stream().map(Dossier::through).max(Comparator.comparing(EdtfDate::earliest)).orElse(null),
				dossiers.stream().flatMap(it -> it.gaps().stream()).distinct().toList());
	}

	// The model, what it is a variant of, who makes and offers them, and their parents.
	private static Set<String> ancestry(Facts facts, Model model) {
		Set<String> known = new HashSet<>();
		Deque<Ref<? extends Entity>> open = new ArrayDeque<>(List.of(new Ref<Model>(model.id())));
		while (!open.isEmpty()) {
			Ref<? extends Entity> next = open.pop();
			if (known.add(next.id())) {
				facts.find(next, Entity.class).ifPresent(it -> {
					if (it instanceof Model one) {
						open.addAll(one.deployers());
						add(open, one.developer());
						add(open, one.variantOf());
					}
					if (it instanceof Company one) {
						add(open, one.parent());
					}
				});
			}
		}
		return known;
	}

	private static void add(Deque<Ref<? extends Entity>> open, @Nullable Ref<? extends Entity> ref) {
		if (ref != null) {
			open.add(ref);
		}
	}
}

package org.imprimatur.force.restriction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.restriction.Restrictions.Norm;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.jspecify.annotations.Nullable;

/**
 * Which norms may reach a model, told from what their scopes name: one too many is harmless, since the rules decide,
 * and most need not be asked about most models.
 */
final class NormsByName {

	private final Facts facts;
	private final Map<String, List<Norm>> norms = new HashMap<>();
	private final Map<String, List<String>> categories = new HashMap<>();
	private final List<String> tested;

	NormsByName(Facts facts, List<Norm> all) {
		this.facts = facts;
		for (Norm norm : all) {
			Scope scope = norm.condition().scope();
			Stream.of(scope.models(), scope.companies(), scope.categories()).flatMap(it -> it.stream()).distinct()
					.forEach(it -> norms.computeIfAbsent(it.id(), id -> new ArrayList<>()).add(norm));
		}
		facts.all(Category.class).forEach(category -> category.members().forEach(
				it -> categories.computeIfAbsent(it.member().id(), id -> new ArrayList<>()).add(category.id())));
		this.tested = facts.all(Category.class).stream().filter(it -> it.test() != null).map(Category::id).toList();
	}

	/** The norms that may reach the model on any day, each once. */
	List<Norm> of(Model model) {
		Set<String> names = new LinkedHashSet<>();
		Deque<String> open = new ArrayDeque<>(tested);
		open.add(model.id());
		while (!open.isEmpty()) {
			String next = open.pop();
			if (names.add(next)) {
				open.addAll(categories.getOrDefault(next, List.of()));
				facts.find(next, Entity.class).ifPresent(it -> above(it).forEach(ref -> open.add(ref.id())));
			}
		}
		return names.stream().flatMap(it -> norms.getOrDefault(it, List.of()).stream()).distinct().toList();
	}

	private static Stream<? extends Ref<?>> above(Entity entity) {
		return switch (entity) {
			case Model it -> Stream.of(it.deployers(), optional(it.developer()), optional(it.variantOf()))
					.flatMap(refs -> refs.stream());
			case Company it -> Stream.ofNullable(it.parent());
			case Category it -> Stream.ofNullable(it.partOf());
			default -> Stream.empty();
		};
	}

	private static <T extends Entity> List<Ref<T>> optional(@Nullable Ref<T> ref) {
		return ref == null ? List.of() : List.of(ref);
	}
}

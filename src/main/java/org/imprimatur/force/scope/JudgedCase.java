package org.imprimatur.force.scope;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;

/**
 * What a norm is judged for. An effect that is limited to some data or recipients takes a norm away only where the norm
 * is limited to them too.
 *
 * @param model the model
 * @param place the territory
 * @param data the data that the norm is limited to
 * @param recipients the recipients that it is limited to
 */
public record JudgedCase(Model model, String place, Set<String> data, Set<String> recipients) {

	/** What is limited neither to some data nor to some recipients. */
	public static JudgedCase of(Model model, String place) {
		return new JudgedCase(model, place, Set.of(), Set.of());
	}

	/** What lies in the place and is limited to the scope's data and recipients. */
	public static JudgedCase of(Model model, String place, Scope scope) {
		return new JudgedCase(model, place, ids(scope.data()), ids(scope.recipients()));
	}

	/** Whether an effect with this scope covers the territory, the data and the recipients; reach is another matter. */
	public boolean liesIn(Scope scope) {
		return Territories.cover(scope.territory(), place) && all(data, ids(scope.data()))
				&& all(recipients, ids(scope.recipients()));
	}

	private static boolean all(Set<String> own, Set<String> covered) {
		return covered.isEmpty() || !own.isEmpty() && covered.containsAll(own);
	}

	private static Set<String> ids(Collection<? extends Ref<?>> refs) {
		return refs.stream().map(Ref::id).collect(Collectors.toUnmodifiableSet());
	}
}

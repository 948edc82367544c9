package org.imprimatur.force.scope;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a norm is judged for. An effect that is limited to some data, recipients or a purpose takes a norm away only
 * where the norm is limited to them too.
 *
 * @param model the model
 * @param place the territory
 * @param data the data that the norm is limited to
 * @param recipients the recipients that it is limited to
 * @param purpose the use that it is limited to
 */
public record JudgedCase(Model model, String place, Set<String> data, Set<String> recipients,
		@Nullable String purpose) {

	// Of one model many cases are told apart: what all is known of it need not be read for that.
	@Override
	public int hashCode() {
		return Objects.hash(model.id(), place, data, recipients, purpose);
	}

	/** What is not limited to some data, recipients or a purpose. */
	public static JudgedCase of(Model model, String place) {
		return new JudgedCase(model, place, Set.of(), Set.of(), null);
	}

	/** What lies in the place and is limited as the scope is. */
	public static JudgedCase of(Model model, String place, Scope scope) {
		return new JudgedCase(model, place, ids(scope.data()), ids(scope.recipients()), scope.purpose());
	}

	/** Whether an effect with this scope covers territory, data, recipients and purpose; reach is another matter. */
	public boolean liesIn(Scope scope) {
		return Territories.cover(scope.territory(), place) && all(data, ids(scope.data()))
				&& all(recipients, ids(scope.recipients()))
				&& (scope.purpose() == null || scope.purpose().equals(purpose));
	}

	private static boolean all(Set<String> own, Set<String> covered) {
		return covered.isEmpty() || !own.isEmpty() && covered.containsAll(own);
	}

	private static Set<String> ids(Collection<? extends Ref<?>> refs) {
		return refs.stream().map(Ref::id).collect(Collectors.toUnmodifiableSet());
	}
}

package org.imprimatur.force.derivation;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Outcome.Existing;
import org.imprimatur.force.derivation.Outcome.Expected;
import org.imprimatur.force.derivation.Outcome.Reached;
import org.imprimatur.force.derivation.Outcome.Tested;
import org.imprimatur.time.Truth;

/**
 * From steps to what they come to (design, "The rules of force", rules 5 and 6). There is no other way to a state than
 * through its steps.
 */
public final class Derivation {

	// The grounds in the order in which they are tested.
	private static final List<Tested> GROUNDS = Stream
			.concat(Stream.of(EndReason.values()).map(it -> new Tested(State.ENDED, it, Truth.TRUE)),
					Stream.of(State.NOT_YET, State.SUSPENDED).map(it -> new Tested(it, null, Truth.TRUE)))
			.toList();

	private Derivation() {
	}

	/**
	 * Recomputes reach, state and reason from the outcomes of the steps alone.
	 *
	 * @throws IllegalArgumentException if no step says how the condition reaches the model
	 */
	public static Verdict replay(List<Step> steps) {
		return of(steps.stream().map(Step::outcome).toList());
	}

	/** What inferences come to, before they are put into words. */
	public static Verdict verdict(List<Inference> inferences) {
		return of(inferences.stream().map(Inference::outcome).toList());
	}

	private static Verdict of(List<Outcome> outcomes) {
		Reach reach = outcomes.stream().filter(Reached.class::isInstance).map(it -> ((Reached) it).reach()).findFirst()
				.orElseThrow(() -> new IllegalArgumentException("no step says how the condition reaches the model"));
		List<Tested> grounds = possible(outcomes);
		EnumSet<State> possible = EnumSet.noneOf(State.class);
		grounds.forEach(ground -> possible.add(ground.state()));
		outcomes.stream().filter(Expected.class::isInstance).forEach(it -> possible.addAll(((Expected) it).before()));
		boolean doubtful = doubted(outcomes);
		State first = possible.iterator().next();
		// What has surely ended, if it ever was, holds no more.
		State state = possible.size() > 1 || doubtful && first != State.ENDED ? State.UNCERTAIN : first;
		EndReason reason = state == State.ENDED && grounds.size() == 1 ? grounds.getFirst().reason() : null;
		return new Verdict(reach, state, doubtful && state == State.ENDED, reason,
				Collections.unmodifiableSet(possible));
	}

	// Testing goes on where a test is uncertain, and stops at the first ground that holds.
	private static List<Tested> possible(List<Outcome> outcomes) {
		Set<Tested> possible = new LinkedHashSet<>();
		for (Tested ground : GROUNDS) {
			Truth truth = outcomes.stream().filter(it -> it instanceof Tested tested && tested.state() == ground.state()
					&& tested.reason() == ground.reason()).map(Outcome::truth).reduce(Truth.FALSE, Truth::or);
			if (truth.possible()) {
				possible.add(ground);
			}
			if (truth == Truth.TRUE) {
				return List.copyOf(possible);
			}
		}
		possible.add(new Tested(State.IN_FORCE, null, Truth.TRUE));
		return List.copyOf(possible);
	}

	private static boolean doubted(List<Outcome> outcomes) {
		return outcomes.stream().anyMatch(it -> it instanceof Reached(Reach how, Truth truth) && truth != Truth.TRUE
				|| it instanceof Existing(Truth exists) && exists != Truth.TRUE
				|| it instanceof Expected(Set<State> ignored, boolean absent) && absent);
	}
}

package org.imprimatur.api.limit;

import graphql.GraphQLContext;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;

/** An operation of a client, which is let in once its cost is known, and out when it is answered. */
public final class Running {

	private static final String KEY = "imprimatur.running";

	private final Admission admission;
	private final String client;
	private final AtomicInteger weight = new AtomicInteger();
	private @Nullable Refusal refusal;

	Running(Admission admission, String client) {
		this.admission = admission;
		this.client = client;
	}

	/** Why the operation of this context was not let in, if it was not. */
	public static Optional<Refusal> refusal(GraphQLContext context) {
		return of(context).map(running -> running.refusal);
	}

	/** The operation of this context, if it is a client's. */
	static Optional<Running> of(GraphQLContext context) {
		return Optional.ofNullable(context.get(KEY));
	}

	/** What the context of the operation holds. */
	Map<Object, Object> context() {
		return Map.of(KEY, this);
	}

	/**
	 * Waits to be let in.
	 *
	 * @throws Refusal if it is not
	 */
	void begin(long cost) {
		int heavy = Admission.weight(cost);
		try {
			admission.enter(client, heavy);
			weight.set(heavy);
		} catch (Refusal refused) {
			refusal = refused;
			throw refused;
		}
	}

	/** Makes room again, once, however often it ends: it may be cancelled while it is answered. */
	void end() {
		int held = weight.getAndSet(0);
		if (held > 0) {
			admission.leave(held);
		}
	}
}

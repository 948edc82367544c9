package org.imprimatur.api.limit;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Bounds what runs at once by its cost, so that what is answered is answered soon, and the rest refused at once
 * (decision 13). Where there is room, everybody is let in. Where there is none, clients wait in line, each within a
 * share of it. A part of the room is for light operations alone, which never wait behind heavy ones.
 */
@Component
class Admission {

	/** As much weighs one more than nothing. */
	private static final long COST_OF_A_WEIGHT = 20_000;
	static final int HEAVIEST = 16;

	/** Fewer than there are connections to the graph: the rest is for what no client asks. */
	static final int ROOM = 128;
	/** Of that, as much as each core bears, and one that is heaviest beside others. */
	private static final int HEAVY_OF_A_CORE = 24;
	private static final int LEAST_HEAVY = 48;
	private static final int MOST_HEAVY = 96;

	/** Whoever has its turn before that keeps nobody waiting for long. */
	private static final Duration SOON = Duration.ofSeconds(1);

	private final TimeMeter time;
	private final ClientShares shares;
	private final Gate all = new Gate(ROOM, ROOM);
	private final Gate heavy;

	@Autowired
	Admission() {
		this(Math.clamp((long) HEAVY_OF_A_CORE * Runtime.getRuntime().availableProcessors(), LEAST_HEAVY, MOST_HEAVY),
				TimeMeter.SYSTEM_NANOTIME);
	}

	/**
	 * An admission.
	 *
	 * @param heavyRoom the weight of all that may run at once of what weighs more than 1
	 * @param time what time the shares of clients come back by
	 */
	Admission(int heavyRoom, TimeMeter time) {
		this.time = time;
		this.shares = new ClientShares(time);
		this.heavy = new Gate(heavyRoom, heavyRoom / 2);
	}

	/** What an operation of a cost weighs. */
	static int weight(long cost) {
		return (int) Math.min(HEAVIEST, 1 + cost / COST_OF_A_WEIGHT);
	}

	/**
	 * Lets a client's operation in, for which it may have to wait.
	 *
	 * @throws Refusal if the client has its share of what waits, or all wait that may
	 */
	void enter(String client, int weight) {
		if (weight == 1) {
			enter(all, client, weight);
			return;
		}
		enter(heavy, client, weight);
		try {
			enter(all, client, weight);
		} catch (Refusal refusal) {
			heavy.leave(weight);
			throw refusal;
		}
	}

	private void enter(Gate gate, String client, int weight) {
		if (gate.passesAtOnce(weight)) {
			return;
		}
		shares.take(client, weight);
		long since = time.currentTimeNanos();
		if (!gate.passes(weight)) {
			throw new Refusal(Code.OVERLOADED, "too much is being answered at once: try again in a moment");
		}
		if (time.currentTimeNanos() - since < SOON.toNanos()) {
			shares.giveBack(client, weight);
		}
	}

	/** Lets out what was let in. */
	void leave(int weight) {
		all.leave(weight);
		if (weight > 1) {
			heavy.leave(weight);
		}
	}

	/** The weight of all that waits. */
	int waiting() {
		return all.waiting() + heavy.waiting();
	}
}

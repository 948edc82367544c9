package org.imprimatur.api.limit;

import io.github.bucket4j.TimeMeter;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Bounds what runs at once by its cost, so that what is answered is answered soon, and the rest refused at once
 * (decision 12). Where there is room, everybody is let in. Where there is none, clients wait in line, each within a
 * share of it. A part of the room is for light operations alone, which never wait behind heavy ones.
 */
@Component
class Admission {

	/** As much weighs one more than nothing. */
	private static final long COST_OF_A_WEIGHT = 20_000;
	static final int HEAVIEST = 16;

	private static final int ROOM_OF_A_CORE = 32;
	private static final int LEAST_ROOM = 64;
	/** As many connections to the graph there are, and a few for what is not asked by clients. */
	private static final int MOST_ROOM = 96;

	private final int room;
	private final ClientShares shares;
	private final Gate all;
	private final Gate heavy;

	@Autowired
	Admission() {
		this(Math.clamp((long) ROOM_OF_A_CORE * Runtime.getRuntime().availableProcessors(), LEAST_ROOM, MOST_ROOM),
				TimeMeter.SYSTEM_NANOTIME);
	}

	/**
	 * An admission.
	 *
	 * @param room the weight of all that may run at once
	 * @param time what time the shares of clients come back by
	 */
	Admission(int room, TimeMeter time) {
		this.room = room;
		this.shares = new ClientShares(time);
		this.all = new Gate(room, 2 * room);
		this.heavy = new Gate(room * 3 / 4, room * 3 / 8);
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
		if (!gate.passes(weight)) {
			throw new Refusal(Code.OVERLOADED, "too much is being answered at once: try again in a moment");
		}
	}

	/** Lets out what was let in. */
	void leave(int weight) {
		all.leave(weight);
		if (weight > 1) {
			heavy.leave(weight);
		}
	}

	/** The weight of all that may run at once. */
	int room() {
		return room;
	}

	/** The weight of all that waits. */
	int waiting() {
		return all.waiting() + heavy.waiting();
	}
}

package org.imprimatur.ledger;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntConsumer;
import org.imprimatur.graph.record.RecordStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The newest revision as this process knows it without asking the graph: after its own publications at once, after
 * those of others within a second.
 */
public class Head {

	private static final Logger LOG = LoggerFactory.getLogger(Head.class);
	private static final long A_SECOND = 1_000;

	private final RecordStore records;
	private final List<IntConsumer> listeners = new CopyOnWriteArrayList<>();
	private volatile int number;
	private boolean unreachable;

	public Head(RecordStore records) {
		this.records = records;
	}

	/** The newest revision's number; 0 where nothing was published yet. */
	public int number() {
		return number;
	}

	/**
	 * The newest revision's number, to whom has seen {@code seen} already: where that is newer than what is known, the
	 * graph is asked.
	 */
	public int number(int seen) {
		if (seen > number) {
			refresh(seen);
		}
		return number;
	}

	/** Of many who wait for the same, the first asks for all. */
	private synchronized void refresh(int seen) {
		if (seen > number) {
			refresh();
		}
	}

	/** Tells {@code listener} the number of each newer revision, on the thread that finds it. */
	public void onChange(IntConsumer listener) {
		listeners.add(listener);
	}

	/** Asks the graph. */
	synchronized void refresh() {
		int newest = records.head();
		if (newest > number) {
			number = newest;
			listeners.forEach(listener -> listener.accept(newest));
		}
	}

	@Scheduled(fixedDelay = A_SECOND)
	synchronized void watch() {
		try {
			refresh();
			unreachable = false;
		} catch (RuntimeException e) {
			if (!unreachable) {
				LOG.warn("cannot see whether there is a newer revision than {}: {}", number, e.getMessage());
			}
			unreachable = true;
		}
	}
}

package org.imprimatur.embedded;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.neo4j.graphdb.Node;
import org.neo4j.storageengine.api.TransactionIdStore;

/** The nodes of the graph as far as they were read since it was last written to, in a part of the memory. */
final class KnownNodes {

	private final Written written;
	private final long mostBytes;
	private final ConcurrentMap<String, KnownNode> byElementId = new ConcurrentHashMap<>();
	private final ConcurrentMap<String, KnownNode> anchors = new ConcurrentHashMap<>();
	private final LongAdder bytes = new LongAdder();

	/**
	 * Nothing is known yet.
	 *
	 * @param written what was written to the graph by now
	 * @param mostBytes about what may be taken of the memory
	 */
	KnownNodes(Written written, long mostBytes) {
		this.written = written;
		this.mostBytes = mostBytes;
	}

	/**
	 * What was written to a graph.
	 *
	 * @param committed the last transaction whose changes may be seen
	 * @param closed the last that has taken effect, as all before it have
	 */
	record Written(long committed, long closed) {

		/** What was written by now. */
		static Written to(TransactionIdStore transactions) {
			// In this order: were a transaction committed between the two, it would be seen to be under way.
			long closed = transactions.getHighestGapFreeClosedTransactionId();
			return new Written(transactions.getLastCommittedTransactionId(), closed);
		}
	}

	/**
	 * These, or nothing, if they fill what memory they may or the graph was written to since: while it is being written
	 * to, too, for who sees the new revision may not be told what was read before.
	 */
	KnownNodes at(Written now) {
		boolean stands = written.equals(now) && now.committed() == now.closed();
		return stands && bytes.sum() < mostBytes ? this : new KnownNodes(now, mostBytes);
	}

	/** The anchor of an id, if there is one. */
	@Nullable
	KnownNode anchor(String id, Supplier<@Nullable Node> find) {
		KnownNode known = anchors.get(id);
		if (known != null) {
			return known;
		}
		Node found = find.get();
		if (found == null) {
			return null;
		}
		KnownNode anchor = of(found);
		anchors.put(id, anchor);
		return anchor;
	}

	KnownNode of(Node node) {
		return byElementId.computeIfAbsent(node.getElementId(), it -> new KnownNode(it, bytes));
	}
}

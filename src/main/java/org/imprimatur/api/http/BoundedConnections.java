package org.imprimatur.api.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.apache.coyote.Processor;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Keeps connections that are slow, or idle, from keeping others out, which Tomcat's timeouts do not: they count anew
 * with each byte (docs/limits.md). An address has so many connections; the head of a request has a deadline; and before
 * there are as many connections as may be, those that have waited longest are closed.
 */
final class BoundedConnections extends NioEndpoint {

	static final int MOST_OF_AN_ADDRESS = 500;
	private static final long A_MOMENT = 500;
	private static final Duration HEAD = Duration.ofSeconds(20);

	/** As counted by the last sweep, and of what came since. */
	private final Map<InetAddress, Integer> ofAddress = new ConcurrentHashMap<>();
	private volatile Predicate<InetAddress> trusted = address -> false;

	/** Sets which addresses are those of proxies, behind which there are many clients. */
	void trust(Predicate<InetAddress> proxies) {
		trusted = proxies;
	}

	@Override
	protected boolean setSocketOptions(SocketChannel socket) {
		if (isWithinShare(socket)) {
			return super.setSocketOptions(socket);
		}
		// Of what is not among the connections yet, nobody else does.
		destroySocket(socket);
		return false;
	}

	private boolean isWithinShare(SocketChannel socket) {
		try {
			return !(socket.getRemoteAddress() instanceof InetSocketAddress remote)
					|| trusted.test(remote.getAddress())
					|| ofAddress.merge(remote.getAddress(), 1, Integer::sum) <= MOST_OF_AN_ADDRESS;
		} catch (IOException e) {
			return false;
		}
	}

	/** Closes what is too slow, and counts anew what is there. */
	void sweep() {
		count();
		List<NioSocketWrapper> waiting = getConnections().stream().filter(NioSocketWrapper.class::isInstance)
				.map(NioSocketWrapper.class::cast).filter(BoundedConnections::isWaiting).toList();
		waiting.stream().filter(BoundedConnections::isLate).forEach(SocketWrapperBase::close);
		long tooMany = getConnectionCount() - getMaxConnections() * 3L / 4;
		if (tooMany > 0) {
			long now = System.currentTimeMillis();
			waiting.stream().filter(connection -> now - connection.getLastRead() > A_MOMENT)
					.sorted(Comparator.comparing(NioSocketWrapper::getLastRead)).limit(tooMany)
					.forEach(SocketWrapperBase::close);
		}
	}

	private void count() {
		Map<InetAddress, Integer> counted = new ConcurrentHashMap<>();
		getConnections().forEach(connection -> counted.merge(address(connection), 1, Integer::sum));
		ofAddress.keySet().retainAll(counted.keySet());
		ofAddress.putAll(counted);
	}

	private static InetAddress address(SocketWrapperBase<NioChannel> connection) {
		try {
			return InetAddress.getByName(connection.getRemoteAddr());
		} catch (UnknownHostException e) {
			return InetAddress.getLoopbackAddress();
		}
	}

	/** Whether the client has to send something: the rest of a head, or its next request. */
	private static boolean isWaiting(NioSocketWrapper connection) {
		return connection.interestOpsHas(SelectionKey.OP_READ)
				&& !(connection.getCurrentProcessor() instanceof Processor processor
						&& (processor.isUpgrade() || processor.isAsync()));
	}

	/** Of a connection that waits, only one whose request has begun has a processor. */
	private static boolean isLate(NioSocketWrapper connection) {
		return connection.getCurrentProcessor() instanceof Processor processor && processor.getRequest() != null
				&& System.nanoTime() - processor.getRequest().getStartTimeNanos() > HEAD.toNanos();
	}
}

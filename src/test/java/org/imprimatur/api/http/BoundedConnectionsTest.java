package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.CoyoteAdapter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An address has so many connections, unless it is that of a proxy; whatever is closed makes room. */
class BoundedConnectionsTest {

	private static final int WITHOUT_END = 60_000;
	private static final int A_MOMENT = 300;

	private final ScheduledExecutorService utility = Executors.newSingleThreadScheduledExecutor();
	private final BoundedConnectionsProtocol protocol = new BoundedConnectionsProtocol();
	private final Deque<Socket> sockets = new ArrayDeque<>();

	@BeforeEach
	void start() throws Exception {
		protocol.setAddress(InetAddress.getLoopbackAddress());
		protocol.setPort(0);
		protocol.setAdapter(new CoyoteAdapter(new Connector()));
		protocol.setUtilityExecutor(utility);
		protocol.setConnectionTimeout(WITHOUT_END);
		protocol.init();
		protocol.start();
	}

	@AfterEach
	void stop() throws Exception {
		for (Socket socket : sockets) {
			socket.close();
		}
		protocol.stop();
		protocol.destroy();
		utility.shutdownNow();
	}

	@Test
	void anAddressHasNoMoreThanItsShareAndGetsItBack() throws IOException {
		for (int connection = 0; connection < BoundedConnections.MOST_OF_AN_ADDRESS; connection++) {
			connect();
		}
		assertThat(connect().getInputStream().read()).as("closed at once").isEqualTo(-1);
		while (sockets.size() > 1) {
			sockets.pop().close();
		}
		Socket socket = connect();
		while (isClosed(socket)) {
			// Until what was closed has been counted.
			socket = connect();
		}
	}

	@Test
	void aProxyHasManyClients() throws IOException {
		protocol.trust(InetAddress::isLoopbackAddress);
		for (int connection = 0; connection < BoundedConnections.MOST_OF_AN_ADDRESS; connection++) {
			connect();
		}
		assertThat(isClosed(connect())).isFalse();
	}

	/** One that is not wanted is closed, or reset, at once. */
	private static boolean isClosed(Socket socket) throws IOException {
		socket.setSoTimeout(A_MOMENT);
		try {
			return socket.getInputStream().read() < 0;
		} catch (SocketTimeoutException e) {
			return false;
		} catch (IOException e) {
			return true;
		}
	}

	private Socket connect() throws IOException {
		Socket socket = new Socket(InetAddress.getLoopbackAddress(), protocol.getLocalPort());
		sockets.push(socket);
		return socket;
	}
}

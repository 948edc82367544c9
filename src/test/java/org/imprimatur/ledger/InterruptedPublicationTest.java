package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.record.RecordStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A publication that is cut off leaves the old revision or the new one, whole. */
class InterruptedPublicationTest {

	/** Enough that a publication is cut in its midst. */
	private static final int ENTITIES = 1_500;
	private static final int CUTS = 6;
	private static final int FEWEST_BYTES = 1_000;
	private static final int MOST_BYTES = 400_000;

	@Test
	void aConnectionThatIsLostLeavesOneOrTheOther(@TempDir Path directory) throws IOException {
		Random random = new Random(7);
		try (GraphOfItsOwn graph = new GraphOfItsOwn(directory)) {
			Ledger ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
			ledger.publish(PublishingProcess.publication(1, 0, ENTITIES));
			for (int number = 2; number < 2 + CUTS; number++) {
				int base = graph.records().head();
				Publication publication = PublishingProcess.publication(number, base, ENTITIES);
				try (Cut cut = new Cut(graph.port(), random.nextInt(FEWEST_BYTES, MOST_BYTES));
						GraphRooms rooms = new GraphRooms(graph.driver(cut.port()))) {
					Ledger far = GraphOfItsOwn.ledger(rooms.door(RecordStore.class), Clock.systemUTC());
					assertThatThrownBy(() -> far.publish(publication)).isInstanceOf(GraphUnavailable.class);
				}
				assertThat(graph.records().head()).isBetween(base, base + 1);
				assertThat(graph.isWhole()).as("after cut %d", number).isTrue();
				ledger.publish(PublishingProcess.publication(number, graph.records().head(), ENTITIES));
				assertThat(graph.records().head()).isEqualTo(base + 1);
				assertThat(graph.isWhole()).isTrue();
			}
		}
	}

	/** Stands between a client and a server, and closes all connections once the client has sent so many bytes. */
	private static final class Cut implements AutoCloseable {

		private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
		private final List<Socket> sockets = new CopyOnWriteArrayList<>();
		private final AtomicLong left;
		private final int server;

		Cut(int server, long bytes) throws IOException {
			this.server = server;
			this.left = new AtomicLong(bytes);
			Thread.ofVirtual().start(this::accept);
		}

		int port() {
			return listening.getLocalPort();
		}

		private void accept() {
			try {
				while (true) {
					Socket client = listening.accept();
					Socket far = new Socket(InetAddress.getLoopbackAddress(), server);
					sockets.addAll(List.of(client, far));
					Thread.ofVirtual().start(() -> pass(client, far, true));
					Thread.ofVirtual().start(() -> pass(far, client, false));
				}
			} catch (IOException e) {
				close();
			}
		}

		private void pass(Socket from, Socket to, boolean counted) {
			byte[] bytes = new byte[1_024];
			try (InputStream in = from.getInputStream(); OutputStream out = to.getOutputStream()) {
				for (int read = in.read(bytes); read >= 0; read = in.read(bytes)) {
					if (counted && left.addAndGet(-read) < 0) {
						close();
						return;
					}
					out.write(bytes, 0, read);
					out.flush();
				}
			} catch (IOException e) {
				close();
			}
		}

		@Override
		public void close() {
			try {
				listening.close();
				for (Socket socket : sockets) {
					socket.close();
				}
			} catch (IOException e) {
				throw new UncheckedIOException(e);
			}
		}
	}
}

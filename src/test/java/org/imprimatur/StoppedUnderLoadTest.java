package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A process that is told to stop while it is asked without end leaves nobody's question without an answer. The
 * connection of who comes at the moment in which it closes its door may be reset.
 */
@Tag("check")
class StoppedUnderLoadTest {

	private static final int CLIENTS = 32;
	private static final int BEFORE_IT_STOPS = 500;

	private static final String BODY = """
		{"query": "{ conditionSet(model: \\"model/mythos-5\\", asOf: \\"2026-06-27\\") { standing { level } } }"}""";
	private static final String QUESTION = """
		POST /graphql HTTP/1.1\r
		Host: localhost\r
		Content-Type: application/json\r
		Connection: close\r
		Content-Length: %d\r
		\r
		%s""";

	private final Queue<End> ends = new ConcurrentLinkedQueue<>();

	/** What comes of a connection. */
	private enum End {
		ANSWERED,
		LEFT_UNANSWERED,
		RESET,
		FOUND_THE_DOOR_CLOSED
	}

	@Test
	void nobodyIsLeftWithoutAnAnswer() throws Exception {
		try (ApplicationProcess running = new ApplicationProcess(GraphForTests.newDirectory()).awaitStarted();
				ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			int port = running.port();
			IntStream.range(0, CLIENTS).forEach(client -> threads.submit(() -> askUntilItIsClosed(port)));
			await().atMost(ApplicationProcess.PATIENCE).until(() -> count(End.ANSWERED) > BEFORE_IT_STOPS);
			assertThat(running.signal("TERM").awaitEnd()).isEqualTo(143);
		}
		for (End end : End.values()) {
			System.out.printf("%s: %d%n", end, count(end));
		}
		assertThat(count(End.LEFT_UNANSWERED)).isZero();
		assertThat(count(End.RESET)).isLessThan(CLIENTS);
		assertThat(count(End.FOUND_THE_DOOR_CLOSED)).isEqualTo(CLIENTS);
	}

	private long count(End end) {
		return ends.stream().filter(it -> it == end).count();
	}

	private void askUntilItIsClosed(int port) {
		End end = End.ANSWERED;
		while (end != End.FOUND_THE_DOOR_CLOSED) {
			end = ask(port);
			ends.add(end);
		}
	}

	private static End ask(int port) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
			socket.getOutputStream().write(QUESTION.formatted(BODY.length(), BODY).getBytes(StandardCharsets.US_ASCII));
			String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			return answer.startsWith("HTTP/1.1 200") && answer.contains("LIMITED")
					? End.ANSWERED
					: End.LEFT_UNANSWERED;
		} catch (ConnectException e) {
			return End.FOUND_THE_DOOR_CLOSED;
		} catch (IOException e) {
			return End.RESET;
		}
	}
}

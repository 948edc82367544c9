package org.imprimatur.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/**
 * Ten times as much as the machine bears is asked of it, by clients at addresses of their own. What is answered stays
 * as much, others are answered as ever, and whoever is refused is so at once. Server and clients share the machine.
 */
@Tag("check")
@ApplicationTest
class LoadTest {

	private static final Duration A_ROUND = Duration.ofMinutes(1);
	private static final int BEARABLE = 4;
	private static final int TIMES = 10;
	private static final Duration BEFORE_IT_TRIES_AGAIN = Duration.ofMillis(100);
	/** Twenty searches of words that nobody wrote, each of which is looked for in three ways. */
	private static final String HEAVY = "query($words: String!) { %s }".formatted(IntStream.range(0, 20)
			.mapToObj("a%d: search(query: $words, first: 10) { totalCount }"::formatted)
			.collect(Collectors.joining(" ")));
	private static final String LIGHT = "query($words: String!) { model(id: $words) { name } revision }";

	private final Asker asker;
	private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();

	LoadTest(@Autowired Asker asker) {
		this.asker = asker;
	}

	/** What came of one request, and after how long. */
	private record Asked(String kind, int status, long milliseconds) {
	}

	@Test
	void whatIsTooMuchIsRefusedAndTheRestAnsweredAsEver() throws Exception {
		round(BEARABLE);
		round(BEARABLE);
		double bearable = answered("heavy");
		tell("bearable");
		round(BEARABLE * TIMES);
		double tenTimes = answered("heavy");
		tell("ten times");
		assertThat(asked).extracting(Asked::status).containsOnly(200, 429, 503);
		assertThat(asked).filteredOn(it -> it.kind().equals("light")).extracting(Asked::status).containsOnly(200);
		assertThat(tenTimes).as("answered a second, beside %s", bearable).isGreaterThan(0.9 * bearable);
		assertThat(percentile("light", 200, 99)).as("light answers, p99").isLessThan(1_000);
		assertThat(percentile("heavy", 429, 99)).as("refusals, p99").isLessThan(50);
	}

	private void round(int clients) throws InterruptedException {
		asked.clear();
		long end = System.nanoTime() + A_ROUND.toNanos();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			IntStream.range(0, clients).forEach(client -> threads.submit(
					() -> ask("heavy", HEAVY, "127.0.1.%d".formatted(1 + client % 10), Duration.ZERO, end)));
			IntStream.range(0, 4).forEach(client -> threads.submit(
					() -> ask("light", LIGHT, "127.0.2.%d".formatted(1 + client), Duration.ofMillis(200), end)));
		}
	}

	private Void ask(String kind, String query, String from, Duration pause, long end) throws Exception {
		Random random = new Random(from.hashCode() + System.nanoTime());
		try (HttpClient client = HttpClient.newBuilder().localAddress(InetAddress.getByName(from)).build()) {
			while (System.nanoTime() < end) {
				String words = IntStream.range(0, 8)
						.mapToObj(word -> Long.toString(random.nextLong(1L << 50, 1L << 60), 36))
						.collect(Collectors.joining(" "));
				HttpRequest request = HttpRequest.newBuilder(URI.create(asker.origin() + "/graphql"))
						.header("Content-Type", "application/json").POST(BodyPublishers.ofString(JsonMapper.shared()
								.writeValueAsString(Map.of("query", query, "variables", Map.of("words", words)))))
						.build();
				long begun = System.nanoTime();
				HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
				asked.add(new Asked(kind, response.statusCode(), (System.nanoTime() - begun) / 1_000_000));
				Thread.sleep(response.statusCode() == 200 ? pause : BEFORE_IT_TRIES_AGAIN);
			}
		}
		return null;
	}

	private double answered(String kind) {
		return asked.stream().filter(it -> it.kind().equals(kind) && it.status() == 200).count()
				/ (double) A_ROUND.toSeconds();
	}

	private long percentile(String kind, int status, int percent) {
		List<Long> sorted = asked.stream().filter(it -> it.kind().equals(kind) && it.status() == status)
				.map(Asked::milliseconds).sorted().toList();
		return sorted.isEmpty() ? 0 : sorted.get((sorted.size() - 1) * percent / 100);
	}

	private void tell(String round) {
		System.out.printf("%s: %.2f heavy answers a second%n", round, answered("heavy"));
		asked.stream().collect(Collectors.groupingBy(it -> it.kind() + " " + it.status(), Collectors.counting()))
				.forEach((what, count) -> {
					String[] parts = what.split(" ");
					int status = Integer.parseInt(parts[1]);
					System.out.printf("  %s: %d, p50 %d ms, p99 %d ms%n", what, count,
							percentile(parts[0], status, 50), percentile(parts[0], status, 99));
				});
	}
}

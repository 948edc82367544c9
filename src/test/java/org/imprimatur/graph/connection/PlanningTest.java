package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What was not seen before waits while others like it are under way; what was seen does not. */
class PlanningTest {

	private static final int LIMIT = 4;

	private final Planning planning = new Planning(Duration.ZERO, Duration.ofMinutes(1));

	@Test
	void fewUnseenTextsAreUnderWayAtOnce() throws Exception {
		assertThat(planning.of("seen", () -> "answer")).isEqualTo("answer");
		CountDownLatch begun = new CountDownLatch(LIMIT);
		CountDownLatch end = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<String>> slow = new ArrayList<>();
			for (int text = 0; text < LIMIT; text++) {
				String unseen = "slow %d".formatted(text);
				slow.add(threads.submit(() -> planning.of(unseen, () -> {
					begun.countDown();
					return awaited(end);
				})));
			}
			begun.await();
			assertThatExceptionOfType(TooMuchPlanned.class).isThrownBy(() -> planning.of("unseen", () -> "answer"))
					.withMessageContaining("4 at once is the limit");
			assertThat(planning.of("seen", () -> "answer")).isEqualTo("answer");
			end.countDown();
			for (Future<String> answer : slow) {
				assertThat(answer.get()).isEqualTo("ended");
			}
		}
		assertThat(planning.of("unseen", () -> "answer")).isEqualTo("answer");
	}

	@Test
	void whatFailsMakesRoom() {
		for (int text = 0; text < 2 * LIMIT; text++) {
			String unseen = "fails %d".formatted(text);
			assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> planning.of(unseen, () -> {
				throw new IllegalStateException("planned badly");
			}));
		}
	}

	@Test
	void equalTextsArePlannedOnceAndWaitedFor() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		AtomicInteger plannings = new AtomicInteger();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> planning.of("asked by all", () -> {
				plannings.incrementAndGet();
				begun.countDown();
				return awaited(end);
			}));
			begun.await();
			List<Future<String>> herd = new ArrayList<>();
			for (int client = 0; client < 60; client++) {
				herd.add(threads.submit(() -> planning.of("asked by all",
						() -> end.getCount() > 0 ? "planned %d".formatted(plannings.incrementAndGet()) : "seen")));
			}
			for (int text = 1; text < LIMIT; text++) {
				assertThat(planning.of("another %d".formatted(text), () -> "answer")).as("room for others")
						.isEqualTo("answer");
			}
			end.countDown();
			assertThat(first.get()).isEqualTo("ended");
			for (Future<String> answer : herd) {
				assertThat(answer.get()).isEqualTo("seen");
			}
		}
		assertThat(plannings).hasValue(1);
	}

	@Test
	void whatFailsIsTriedByTheNext() throws Exception {
		CountDownLatch begun = new CountDownLatch(1);
		CountDownLatch end = new CountDownLatch(1);
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			Future<String> first = threads.submit(() -> planning.of("fails once", () -> {
				begun.countDown();
				throw new IllegalStateException(awaited(end));
			}));
			begun.await();
			Future<String> next = threads.submit(() -> planning.of("fails once", () -> "answer"));
			end.countDown();
			assertThat(next.get()).isEqualTo("answer");
			assertThatExceptionOfType(ExecutionException.class).isThrownBy(first::get);
		}
	}

	private static String awaited(CountDownLatch latch) {
		try {
			latch.await();
			return "ended";
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}

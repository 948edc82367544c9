package org.imprimatur.graph.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What was not seen before waits while others like it are under way; what was seen does not. */
class PlanningTest {

	private static final int LIMIT = 4;

	private final Planning planning = new Planning(Duration.ZERO);

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

	private static String awaited(CountDownLatch latch) {
		try {
			latch.await();
			return "ended";
		} catch (InterruptedException e) {
			throw new IllegalStateException(e);
		}
	}
}

package org.imprimatur.api.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.junit.jupiter.api.Test;

/** Whoever finds room is let in; who finds none waits within a share, and is refused beyond it. */
class AdmissionTest {

	private static final int ROOM = Admission.ROOM;
	private static final int HEAVIEST = Admission.HEAVIEST;

	private final AtomicLong nanoseconds = new AtomicLong();
	private final Admission admission = new Admission(3 * HEAVIEST, new TimeMeter() {

		@Override
		public long currentTimeNanos() {
			return nanoseconds.get();
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}
	});

	@Test
	void whileThereIsRoomNobodyIsRefused() {
		for (int operation = 0; operation < 1_000; operation++) {
			admission.enter("greedy", HEAVIEST);
			admission.leave(HEAVIEST);
		}
		assertThat(Admission.weight(0)).isEqualTo(1);
		assertThat(Admission.weight(Limits.COST)).isEqualTo(HEAVIEST);
	}

	@Test
	void whatIsLightHasRoomBesideAllThatIsHeavy() {
		for (int heavy = 0; heavy < 3; heavy++) {
			admission.enter("greedy", HEAVIEST);
		}
		for (int light = 0; light < ROOM - 3 * HEAVIEST; light++) {
			admission.enter("modest", 1);
		}
	}

	@Test
	void aClientWaitsWithinItsShareWhichComesBack() throws Exception {
		fill();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> waiting = new ArrayList<>();
			for (int operation = 0; operation < ClientShares.SHARE; operation++) {
				waiting.add(threads.submit(() -> admission.enter("greedy", 1)));
			}
			await().until(() -> admission.waiting() == ClientShares.SHARE);
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> admission.enter("greedy", 1))
					.satisfies(refusal -> {
						assertThat(refusal.code()).isEqualTo(Code.TOO_MANY_REQUESTS);
						assertThat(refusal.headers()).containsEntry("Retry-After", "1")
								.containsEntry("RateLimit", "\"in-line\";r=0;t=1")
								.containsEntry("RateLimit-Policy", "\"in-line\";q=32;w=2");
					});
			waiting.add(threads.submit(() -> admission.enter("modest", 1)));
			await().until(() -> admission.waiting() == ClientShares.SHARE + 1);
			nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
			waiting.add(threads.submit(() -> admission.enter("greedy", 1)));
			await().until(() -> admission.waiting() == ClientShares.SHARE + 2);
			admission.leave(waiting.size());
			for (Future<?> it : waiting) {
				it.get();
			}
		}
	}

	/** As a client does that asks one question after the other, each answered soon, beside others like it. */
	@Test
	void whatHasItsTurnSoonIsNotCounted() throws Exception {
		fill();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (int operation = 0; operation < 3 * ClientShares.SHARE; operation++) {
				Future<?> waiting = threads.submit(() -> admission.enter("steady", 1));
				await().pollInterval(Duration.ofMillis(1)).until(() -> admission.waiting() == 1);
				admission.leave(1);
				waiting.get();
			}
			Future<?> late = threads.submit(() -> admission.enter("steady", ClientShares.SHARE));
			await().until(() -> admission.waiting() > 0);
			nanoseconds.addAndGet(Duration.ofSeconds(1).toNanos());
			admission.leave(ClientShares.SHARE);
			late.get();
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> admission.enter("steady", ClientShares.SHARE));
		}
	}

	@Test
	void whenAllWaitThatMayTheRestIsRefused() throws Exception {
		fill();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> waiting = line(threads, admission, ROOM);
			assertThatExceptionOfType(Refusal.class).isThrownBy(() -> admission.enter("late", 1))
					.satisfies(refusal -> {
						assertThat(refusal.code()).isEqualTo(Code.OVERLOADED);
						assertThat(refusal.headers()).containsKey("Retry-After");
					});
			admission.leave(ROOM);
			for (Future<?> it : waiting) {
				it.get();
				admission.leave(1);
			}
		}
		admission.enter("late", HEAVIEST);
	}

	/** Its thread may not have run yet: it is as if it had. */
	@Test
	void whoHasItsTurnIsNoLongerInLine() throws Exception {
		fill();
		try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
			List<Future<?>> first = line(threads, admission, ROOM);
			admission.leave(ROOM);
			List<Future<?>> second = line(threads, admission, ROOM);
			for (Future<?> it : first) {
				it.get();
				admission.leave(1);
			}
			for (Future<?> it : second) {
				it.get();
			}
		}
	}

	/** Has light operations of many clients wait. */
	static List<Future<?>> line(ExecutorService threads, Admission admission, int length) {
		List<Future<?>> waiting = new ArrayList<>();
		for (int place = 0; place < length; place++) {
			String client = "client %d".formatted(place % 10);
			waiting.add(threads.submit(() -> admission.enter(client, 1)));
		}
		await().until(() -> admission.waiting() == length);
		return waiting;
	}

	private void fill() {
		for (int light = 0; light < ROOM; light++) {
			admission.enter("first %d".formatted(light), 1);
		}
	}
}

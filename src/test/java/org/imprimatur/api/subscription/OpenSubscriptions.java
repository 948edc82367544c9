package org.imprimatur.api.subscription;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.springframework.context.ApplicationContext;

/** What tests of other rooms know of subscriptions. */
public final class OpenSubscriptions {

	/** More than two heartbeats, which show that a client is gone. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private OpenSubscriptions() {
	}

	/** Waits until the application has found out that no client listens any more: what it watches it reads. */
	public static void awaitNone(ApplicationContext application) {
		await().atMost(PATIENCE).until(() -> application.getBean(Subscriptions.class).running() == 0);
	}
}

package org.imprimatur.api.error;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.connection.GraphUnavailable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What passes by itself is told to everybody, and logged once. */
class FailuresTest {

	@Test
	void aGraphThatIsAwayFillsNoLog() {
		Logger log = (Logger) LoggerFactory.getLogger(Failures.class);
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.start();
		log.addAppender(lines);
		for (int field = 0; field < 135; field++) {
			assertThat(Failures.refusal(GraphUnavailable.busy(new IllegalStateException()), field, "").code())
					.isEqualTo(Code.UNAVAILABLE);
		}
		log.detachAppender(lines);
		assertThat(lines.list).as("one each ten seconds").hasSizeBetween(0, 2)
				.allSatisfy(line -> assertThat(line.getThrowableProxy()).isNull());
	}
}

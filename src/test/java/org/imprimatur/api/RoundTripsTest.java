package org.imprimatur.api;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.api.subscription.OpenSubscriptions;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * How many round trips an answer takes: one a root field, two more where rules compute, none for the head (design, "The
 * API").
 */
@ApplicationTest
class RoundTripsTest {

	private static final int ROOT = 1;
	private static final int LOOK_UP = 1;
	private static final int FACTS = 1;
	private static final int RULES = FACTS + 1;

	/** A condition set alone reads no rows before its facts, and none after them if no entity is selected below it. */
	private static final Map<String, Integer> ROUND_TRIPS = Map.ofEntries(
			entry("as-our-record-stood", ROOT),
			entry("assess", RULES),
			entry("changes", RULES),
			entry("company", ROOT + FACTS),
			entry("compare", RULES),
			entry("concerns", ROOT + RULES),
			entry("condition-set", RULES),
			entry("coverage", RULES),
			entry("deadlines", ROOT),
			entry("disputes", RULES + 1),
			entry("events", ROOT),
			entry("exceptions", ROOT),
			entry("history", ROOT),
			entry("instrument", ROOT),
			entry("models", ROOT + RULES),
			entry("path", RULES),
			entry("regulator", ROOT),
			entry("resolve", LOOK_UP + ROOT),
			entry("resolve-all", LOOK_UP + ROOT),
			entry("restrictions", RULES),
			entry("revisions", ROOT),
			entry("rulings", ROOT),
			// Its words are mistyped, which is asked for once nothing has them.
			entry("search", RULES + 1),
			entry("signatory", ROOT),
			entry("statistics", ROOT + RULES),
			entry("surroundings", RULES),
			entry("timeline", RULES),
			entry("weak-sources", ROOT),
			entry("what-if", RULES),
			entry("why", RULES));

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Past past;

	RoundTripsTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records, @Autowired ApplicationContext application) {
		OpenSubscriptions.awaitNone(application);
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.past = new Past(ledger, records);
	}

	/** What is kept by revision must not spare a round trip here, so that a new one is read each time. */
	@BeforeEach
	void publish() {
		past.publishAnew();
	}

	@AfterEach
	void restore() {
		past.restore();
	}

	@Test
	void everyShippedDocumentTakesItsRoundTrips() throws IOException {
		Map<String, Integer> counted = new TreeMap<>();
		for (Resource document : new PathMatchingResourcePatternResolver()
				.getResources("classpath:graphql-documents/*.graphql")) {
			String name = String.valueOf(document.getFilename()).replace(".graphql", "");
			Map<String, Object> variables = variables(document.createRelative(name + ".variables.json"));
			publish();
			counted.put(name, roundTrips.of(() -> asker.ask(name, variables).errors().verify()));
		}
		// What these take depends on what has changed, or on what was asked before; their own tests count it.
		counted.keySet().removeAll(Set.of("changed-since", "replay", "verification"));
		assertThat(counted).isEqualTo(new TreeMap<>(ROUND_TRIPS));
	}

	@Test
	void moreRowsTakeNoMore() {
		int few = roundTrips.of(() -> asker.ask("models", Map.of("first", 1)).errors().verify());
		publish();
		int many = roundTrips.of(() -> asker.ask("models", Map.of("first", 100)).errors().verify());
		assertThat(many).isEqualTo(few);
	}

	private static Map<String, Object> variables(Resource file) throws IOException {
		return file.exists()
				? JsonMapper.shared().readValue(file.getContentAsString(StandardCharsets.UTF_8), new TypeReference<>() {
				})
				: Map.of();
	}
}

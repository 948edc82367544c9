package org.imprimatur.force.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Reliability;
import org.junit.jupiter.api.Test;

/** How well it is supported why an instrument was made. */
class MotiveTest {

	private static final String PRIVACY = "motivatedBy.concern/privacy";

	@Test
	void aMotiveThatOnlyAWeakPassageNamesIsDoubtfulAndTheOthersAreNot() {
		assertThat(motives(by("good"), by("weak", PRIVACY))).extracting(it -> it.motive().id(), Motive::doubtful)
				.containsExactly(tuple("concern/minors", false), tuple("concern/privacy", true));
	}

	@Test
	void whoeverNamesTheVeryMotiveCountsBeforeThoseOnTheMotivesAndOnTheWhole() {
		assertThat(motives(by("weak"), by("good", "motivatedBy"), by("weak", PRIVACY, "issued")))
				.extracting(Motive::doubtful, Motive::supporting)
				.containsExactly(tuple(false, List.of(key(1))), tuple(true, List.of(key(2))));
	}

	@Test
	void aMotiveOfADoubtfulInstrumentIsDoubtful() {
		assertThat(motives(by("weak"))).extracting(Motive::doubtful).containsExactly(true, true);
		assertThat(motives()).as("nothing is known of it").extracting(Motive::doubtful).containsExactly(false, false);
	}

	@Test
	void oneOfSeveralValuesCanBeDisputed() {
		Evidence against = new Evidence(new Ref<>("source/good"), null, "says otherwise", null, List.of(PRIVACY),
				Stance.DISPUTES, "money", null, null);
		assertThat(Dispute.in(facts(by("good"), against), new Facts(List.of())))
				.extracting(Dispute::field, Dispute::value)
				.containsExactly(tuple(PRIVACY, "a certain concern"));
	}

	private static EvidenceKey key(int position) {
		return new EvidenceKey("order/a", position);
	}

	private static Evidence by(String source, String... fields) {
		return new Evidence(new Ref<>("source/" + source), null, "says so", null, List.of(fields), Stance.SUPPORTS,
				null, null, null);
	}

	private static List<Motive> motives(Evidence... evidence) {
		return Motive.in(facts(evidence));
	}

	private static Facts facts(Evidence... evidence) {
		Stream<Entity> sources = Stream.of(source("good", Reliability.SECONDARY), source("weak", Reliability.WEAK));
		return new Facts(Stream
				.concat(sources, Stream.of(new Instrument("order/a", "Order", null, List.of(), null, true,
						List.of(), List.of(), List.of(), null, null, null, null, List.of(), List.of(), List.of(),
						List.of(),
						List.of(new Ref<>("concern/minors"), new Ref<>("concern/privacy")), Arrays.asList(evidence))))
				.toList());
	}

	private static Source source(String name, Reliability reliability) {
		return new Source("source/" + name, name, null, null, null, null, null, null, reliability, null, null);
	}
}

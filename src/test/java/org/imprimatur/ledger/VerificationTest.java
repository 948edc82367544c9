package org.imprimatur.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.ledger.Verdict.Tampered;
import org.imprimatur.ledger.Verdict.Unpublished;
import org.imprimatur.ledger.Verdict.Verified;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ClientException;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is done to the graph behind the ledger's back is seen, and what it was done to is named. */
class VerificationTest {

	private static SmallLedger ledger;

	@BeforeAll
	static void open(@TempDir Path directory) {
		ledger = new SmallLedger(directory);
	}

	@AfterAll
	static void close() {
		ledger.close();
	}

	@Test
	void whatWasPublishedVerifies() {
		assertThat(ledger.verdict()).isInstanceOfSatisfying(Verified.class,
				it -> assertThat(it.head().number()).isEqualTo(ledger.head()));
	}

	@Test
	void whatIsPublishedMeanwhileIsNoTampering() {
		int before = ledger.head();
		Verdict verdict = ledger.verification().verify((revisions, states) -> {
			if (revisions == before && states == 0 && ledger.head() == before) {
				ledger.publish(ledger.withoutTheHearing(), "No hearing, once more", Cause.OUR_CORRECTION);
			}
		});
		assertThat(verdict).isInstanceOfSatisfying(Verified.class,
				it -> assertThat(it.head().number()).isEqualTo(before + 1));
	}

	@Test
	void contentIsNotRewrittenWithItsDigest() {
		assertThat(ledger.<Verdict>undone(transaction -> {
			String content = transaction.run("MATCH (it:Record {id: 'concern/noise'}) RETURN it.content AS it").single()
					.get("it").asString().replace("Noise", "Silence");
			transaction.run("MATCH (it:Record {id: 'concern/noise'}) SET it.content = $content, it.digest = $digest",
					Map.of("content", content, "digest", Sha256.of(content)));
			return SmallLedger.verdict(transaction);
		})).isInstanceOfSatisfying(Tampered.class, it -> {
			assertThat(it.revision()).isEqualTo(1);
			assertThat(it.id()).isEqualTo("concern/noise");
			assertThat(it.sentence()).contains("concern/noise", "its content");
		});
	}

	/** Who can write everything can begin anew at any place; a digest kept elsewhere shows it. */
	@Test
	void onlyADigestKeptElsewhereShowsThatTheChainWasRewritten() {
		String kept = ((Verified) ledger.verdict()).head().chainDigest();
		Verdict rewritten = ledger.undone(transaction -> {
			transaction.run("MATCH (it:Revision {number: 2}) SET it.message = 'Another'");
			SmallLedger.chainAnew(transaction);
			return SmallLedger.verdict(transaction);
		});
		assertThat(rewritten).isInstanceOf(Verified.class);
		assertThat(rewritten.against(kept)).isInstanceOfSatisfying(Tampered.class,
				it -> assertThat(it.sentence()).contains(kept, "the whole chain may have been rewritten"));
		assertThat(ledger.verdict().against(kept)).isInstanceOf(Verified.class);
	}

	@Test
	void onlyADigestKeptElsewhereShowsThatTheEndWasCutOff() {
		Verified before = (Verified) ledger.verdict();
		int head = before.head().number();
		Verdict cut = ledger.undone(transaction -> {
			List.of("MATCH (it:Revision {number: $head}) DELETE it",
					"MATCH (it:JournalPage {revision: $head}) DELETE it",
					"MATCH (it:Record|Withdrawal {since: $head}) OPTIONAL MATCH (it)-->(part:Part) DETACH DELETE part, it",
					"MATCH (it:Record|Withdrawal {until: $head}) SET it.until = 9223372036854775807",
					"MATCH (it:Ledger) SET it.head = $head - 1")
					.forEach(statement -> transaction.run(statement, Map.of("head", head)));
			return SmallLedger.verdict(transaction);
		});
		assertThat(cut).isInstanceOf(Verified.class);
		assertThat(cut.against(before.head().chainDigest())).isInstanceOf(Tampered.class);
		assertThat(cut.against(before.revisions().getFirst().chainDigest())).isEqualTo(cut);
	}

	@Test
	void whereNothingWasPublishedThereIsNothingToVerify() {
		Verdict verdict = ledger.undone(transaction -> {
			transaction.run("MATCH (it) WHERE NOT it:SchemaFile DETACH DELETE it");
			return SmallLedger.verdict(transaction);
		});
		assertThat(verdict).isInstanceOf(Unpublished.class);
		assertThat(verdict.against("0".repeat(64))).isInstanceOf(Tampered.class);
	}

	@Test
	void theDigestsAreThoseThatTheDocumentComputes(@TempDir Path folder) throws Exception {
		String document = Files.readString(Path.of("docs/ledger.md"));
		try (Session session = ledger.driver().session()) {
			Files.writeString(folder.resolve("ledger.json"), JsonMapper.shared()
					.writeValueAsString(session.run(block(document, "cypher")).single().get(0).asMap()));
		}
		Files.writeString(folder.resolve("recompute.py"), block(document, "python"));
		assertThat(python(folder)).isEqualTo(((Verified) ledger.verdict()).head().chainDigest());
	}

	private static String block(String document, String language) {
		Matcher block = Pattern.compile("^```%s\n(.*?)^```$".formatted(language), Pattern.MULTILINE | Pattern.DOTALL)
				.matcher(document);
		assertThat(block.find()).isTrue();
		return block.group(1);
	}

	private static String python(Path folder) throws InterruptedException {
		try {
			Process process = new ProcessBuilder("python3", "recompute.py").directory(folder.toFile())
					.redirectErrorStream(true).start();
			String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
			process.waitFor();
			return output.strip();
		} catch (IOException e) {
			return Assumptions.abort("Python was not found: skipped");
		}
	}

	/** All of them take minutes, and are a check of their own. */
	@Test
	void anyTamperingIsSeenAndNamed() {
		List<Tampering> all = Tampering.all(ledger.driver());
		assertThat(seen(IntStream.range(0, all.size()).filter(place -> place % 8 == 0).mapToObj(all::get).toList()))
				.isGreaterThan(125);
	}

	@Test
	@Tag("check")
	void everyTamperingIsSeenAndNamed() {
		assertThat(seen(Tampering.all(ledger.driver()))).isGreaterThan(1_000);
	}

	/** How many of them could be done; each is seen and named. */
	private static int seen(List<Tampering> tamperings) {
		List<String> unseen = new ArrayList<>();
		int seen = 0;
		for (Tampering tampering : tamperings) {
			Optional<Verdict> verdict = after(tampering);
			if (verdict.isPresent() && !(verdict.get() instanceof Tampered it && names(it, tampering.suspects()))) {
				unseen.add("%s -> %s".formatted(tampering.words(), verdict.get()));
			}
			seen += verdict.isPresent() ? 1 : 0;
		}
		assertThat(unseen).isEmpty();
		assertThat(ledger.verdict()).isInstanceOf(Verified.class);
		return seen;
	}

	/**
	 * What verification says afterwards; nothing where the database did not let it happen, or there was nothing to do.
	 */
	private static Optional<Verdict> after(Tampering tampering) {
		return ledger.undone(transaction -> {
			try {
				return transaction.run(tampering.statement(), tampering.parameters()).consume().counters()
						.containsUpdates() ? Optional.of(SmallLedger.verdict(transaction)) : Optional.empty();
			} catch (ClientException e) {
				if (e.code().contains("ConstraintValidationFailed")) {
					return Optional.empty();
				}
				throw new AssertionError(tampering.words(), e);
			}
		});
	}

	private static boolean names(Tampered tampered, Set<String> suspects) {
		return suspects.isEmpty() || suspects.stream()
				.anyMatch(id -> id.equals(tampered.id()) || tampered.sentence().contains(" and " + id + ","));
	}

	/** Else what is missing here could be tampered with unseen. */
	@Test
	void theLedgerHasSomethingOfEverything() {
		Set<String> there = new TreeSet<>();
		try (Session session = ledger.driver().session()) {
			session.run(
					"""
						MATCH (node:Record|Part) UNWIND labels(node) AS label UNWIND keys(node) AS key
						RETURN DISTINCT label + '.' + key AS it
						UNION
						MATCH (node:Record|Part)-[link]->() UNWIND labels(node) AS label RETURN DISTINCT label + '.' + type(link) AS it""")
					.forEachRemaining(row -> there.add(row.get("it").asString()));
		}
		Set<String> missing = Arrays.stream(Kind.values())
				.flatMap(kind -> Stream.concat(Stream.of(kind.label() + ".id"),
						wanted(kind.type().getSimpleName(), Shape.of(kind.type()))))
				.collect(Collectors.toCollection(TreeSet::new));
		missing.removeAll(there);
		assertThat(missing).isEmpty();
	}

	private static Stream<String> wanted(String label, Shape shape) {
		return shape.fields().stream().flatMap(field -> switch (field.content()) {
			case Shape.Content.Reference reference -> Stream.of(label + "." + reference.relationship());
			case Shape.Content.Part part -> Stream.concat(Stream.of(label + "." + part.relationship()),
					wanted(part.shape().type().getSimpleName(), part.shape()));
			default -> Stream.of(label + "." + field.name());
		});
	}
}

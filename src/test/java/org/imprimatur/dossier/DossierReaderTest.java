package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Withdrawal;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DossierReaderTest {

	@Test
	void readsEverything() {
		Facts facts = new Facts(entities(Acme.read(Acme.TEXT)));
		assertThat(facts.find("model/anvil", Model.class).orElseThrow().releases().getFirst().date().text())
				.isEqualTo("2026-06~");
		assertThat(facts.find("order/us-forge-1", Instrument.class).orElseThrow()).satisfies(order -> {
			assertThat(order.binding()).isTrue();
			assertThat(order.issued()).isEqualTo(EdtfDate.parse("2026-06-12"));
			assertThat(order.aliases()).isEmpty();
			assertThat(order.imposes()).extracting(Ref::id).containsExactly("condition/no-export", "condition/report",
					"condition/export-to-friends");
		});
		assertThat(facts.find("condition/no-export", Condition.class).orElseThrow().scope()).satisfies(scope -> {
			assertThat(scope.variants()).isTrue();
			assertThat(scope.subsidiaries()).isFalse();
		});
	}

	@Test
	void textsThatReadAlikeAreReadAlike() {
		Reading composed = Acme.read(Acme.with("name: Noise", "name: Noïse"));
		assertThat(composed).isInstanceOf(Reading.Accepted.class);
		assertThat(Acme.read(Acme.with("name: Noise", "name: Noi\u0308se"))).isEqualTo(composed);
		assertThat(Acme.read(Acme.with("name: Noise", "name: \"Noi\\u0308se\""))).as("escaped").isEqualTo(composed);
	}

	@Test
	void readsWhatWasWithdrawn() {
		assertThat(((Reading.Accepted) Acme.read(Acme.TEXT)).dossiers()).singleElement()
				.satisfies(it -> assertThat(it.withdrawn()).containsExactly(
						new Withdrawal("model/anvil-nano", "It turned out to be the mini under another name.",
								new Ref<>("model/anvil-mini")),
						new Withdrawal("concern/dust", "Nothing shows that anybody feared it.", null)));
	}

	@Test
	void findsTheSourcesThatADossierCites() {
		Dossier dossier = new Facts(entities(Acme.read(Acme.TEXT))).find("dossier/acme", Dossier.class).orElseThrow();
		assertThat(dossier.sources()).extracting(Ref::id).containsExactly("source/blog", "source/gazette");
		assertThat(dossier.through().text()).isEqualTo("2026-12");
	}

	@Test
	void whatItReadHasACanonicalForm() {
		assertThat(entities(Acme.read(Acme.TEXT)))
				.allSatisfy(it -> assertThat(CanonicalForm.read(it.id(), CanonicalForm.write(it))).isEqualTo(it));
	}

	@Test
	void theExampleHasEveryKindButThoseOfOtherInstruments() {
		assertThat(entities(Acme.read(Acme.TEXT))).extracting(it -> Kind.ofId(it.id()))
				.containsAll(EnumSet.complementOf(
						EnumSet.of(Kind.DESIGNATION, Kind.RULE, Kind.RULING, Kind.UNDERTAKING)));
	}

	@Test
	void lineEndsAndAByteOrderMarkMakeNoDifference() {
		Reading plain = Acme.read(Acme.TEXT);
		assertThat(Acme.read(Acme.TEXT.replace("\n", "\r\n"))).isEqualTo(plain);
		assertThat(Acme.read("\uFEFF" + Acme.TEXT)).isEqualTo(plain);
	}

	@Test
	void charactersBeyondTheBasicPlaneMayStandAnywhere() {
		String name = "😀".repeat(3000);
		assertThat(new Facts(entities(Acme.read(Acme.with("name: Anvil\n", "name: " + name + "\n"))))
				.find("model/anvil", Model.class).orElseThrow().name()).isEqualTo(name);
	}

	@Test
	void referencesLeadAcrossFiles() {
		int sources = Acme.TEXT.indexOf("sources:");
		String library = """
			dossier:
			  id: dossier/library
			  title: What others cite
			  through: 2026-06
			""" + Acme.TEXT.substring(sources);
		List<Entity> together = entities(Acme.read(library, Acme.TEXT.substring(0, sources)));
		assertThat(together).hasSize(entities(Acme.read(Acme.TEXT)).size() + 1);
		assertThat(new Facts(together).find("dossier/acme", Dossier.class).orElseThrow().sources()).hasSize(2);
	}

	@Test
	void listsEveryMistakeOfEveryFile() {
		String other = """
			dossier:
			  id: dossier/acme
			  title: A second dossier
			  through: June
			letters:
			  - id: letter/us-forge-3
			    titel: A letter
			    issuedBy: [agency/us-froge]
			    evidence: []
			""";
		assertThat(Acme.mistakes(Acme.read(Acme.with("kind: REGULATOR", "kind: REGULATER"), other))).containsExactly(
				"a.yaml:54: agencies[0].kind: 'REGULATER' is none of EXECUTIVE, REGULATOR, COURT, LEGISLATURE;"
						+ " did you mean REGULATOR?",
				"b.yaml:2: dossier.id: dossier/acme stands already at a.yaml:1; keep one of them, or give this another"
						+ " id",
				"b.yaml:4: dossier.through: 'June' is no date here: write 2026-06-26, 2026-06 or 2026, with X for an"
						+ " unknown digit, ? behind what is uncertain, ~ behind what is approximate, or a set like"
						+ " [..2026-06-30]",
				"b.yaml:6: letters[0].title: this is missing: what it is, in a few words",
				"b.yaml:7: letters[0].titel: there is no such key; did you mean title?",
				"b.yaml:8: letters[0].issuedBy[0]: there is no agency/us-froge; did you mean agency/us-forge?",
				"b.yaml:9: letters[0].evidence: this list is empty, and has to have an item at least");
	}

	@Test
	void aFileThatIsNoYamlHidesNoOtherMistakeAndMakesNone() {
		int sources = Acme.TEXT.indexOf("sources:");
		assertThat(Acme.mistakes(
				Acme.read(Acme.TEXT.substring(0, sources).replace("kind: COURT", "kind: REGULATER"), "sources: [")))
				.containsExactly("b.yaml:1: this is not YAML: expected the node content, but found '<stream end>'");
	}

	@Test
	void refusesWhatIsNotUtf8() {
		byte[] latin = Acme.with("name: Anvil\n", "name: Ambösse\n").getBytes(StandardCharsets.ISO_8859_1);
		assertThat(Acme.mistakes(DossierReader.read(List.of(new DossierFile("latin.yaml", latin)))))
				.containsExactly("latin.yaml:26: this is not UTF-8; save the file in that encoding");
	}

	@Test
	void refusesAHugeFile() {
		assertThat(Acme.mistakes(Acme.read(Acme.TEXT + "#".repeat(DocumentReader.MOST_BYTES)))).containsExactly(
				"a.yaml:1: the file is larger than 32,000,000 bytes; divide the history among several files");
	}

	@Test
	void refusesAHugeLine() {
		assertThat(Acme.mistakes(
				Acme.read(Acme.with("name: Anvil\n", "name: %s\n".formatted("a".repeat(DocumentReader.LONGEST_LINE))))))
				.containsExactly("a.yaml:26: this line has more than 1,000,000 characters; divide it");
	}

	@Test
	void refusesMoreValuesThanMemoryBears() {
		assertThat(Acme.mistakes(
				Acme.read(Acme.TEXT + "more:\n" + "- a\n".repeat(TreeBuilder.MOST_VALUES)))).singleElement()
				.asString()
				.endsWith("the file holds more than 1,000,000 values; divide the history among several files");
	}

	@Test
	void tellsOfAHugeCircleInAFewWords() {
		String categories = IntStream.range(0, 5000).mapToObj(i -> """
			  - id: category/c%d
			    name: A category
			    partOf: category/c%d
			    evidence:
			      - {source: source/gazette, paraphrase: Says so., stance: SUPPORTS}
			""".formatted(i, (i + 1) % 5000)).collect(Collectors.joining());
		assertThat(Acme.mistakes(Acme.read(Acme.with("categories:\n", "categories:\n" + categories)))).containsExactly(
				"a.yaml:25067: categories[4999].partOf: this closes a circle: category/c0 → category/c1 → category/c2 →"
						+ " category/c3 → category/c4 → category/c5 → category/c6 → category/c7 → category/c8 →"
						+ " category/c9 → … → category/c0");
	}

	@ParameterizedTest
	@ValueSource(strings = {"2026", "2026-06?", "2026-06-26~", "2026-21", "2026-XX-XX", "202X%", "XXXX-06-26",
			"[..2026-06-30]", "[2026-06~..]", "[2026-06-12..2026-06-15,2026-07]"})
	void theSchemaAllowsEveryFormOfDate(String date) {
		assertThat(Acme.mistakes(Acme.read(Acme.with("deadline: 2026-06-30", "deadline: '%s'".formatted(date)))))
				.isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"2026-08", "..", "2026-06-12/2026-08-01", "2026-06-12/.."})
	void aPeriodIsAmendedByItsEndOrAsAnInterval(String value) {
		assertThat(Acme.mistakes(Acme.read(Acme.with("field: deadline\n    value: \"2026-07-31\"",
				"field: period\n    value: " + value)))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = {"period.start", "period.end", "deadline", "penalty"})
	void aConditionIsAmendedInItsBoundsDeadlineAndPenalty(String field) {
		assertThat(Acme.mistakes(Acme.read(Acme.with("field: deadline", "field: " + field)))).isEmpty();
	}

	@Test
	void aDateIsCountedFromAnother() {
		Condition report = entities(Acme.read(Acme.with("deadline: 2026-06-30",
				"deadlineAfter: {of: order/us-forge-1, field: effective.start, delay: 10 business days}"))).stream()
				.filter(it -> it.id().equals("condition/report")).map(Condition.class::cast).findFirst().orElseThrow();
		assertThat(report.deadlineAfter()).isEqualTo(
				new RelativeDate(new Ref<>("order/us-forge-1"), "effective.start", "10 business days"));
	}

	@Test
	void readsManyFacts() {
		String models = IntStream.range(0, 10_000).mapToObj("""
			  - id: model/m%1$d
			    name: Model %1$d
			    kind: MODEL
			    evidence:
			      - {source: source/s%1$d, paraphrase: Names it., stance: SUPPORTS}
			"""::formatted).collect(Collectors.joining());
		String sources = IntStream.range(0, 10_000).mapToObj("""
			  - id: source/s%1$d
			    title: Source %1$d
			    reliability: PRIMARY
			"""::formatted).collect(Collectors.joining());
		String dossier = "dossier: {id: dossier/many, title: Many, through: 2026-06}\n";
		assertThat(entities(Acme.read(dossier + "models:\n" + models + "sources:\n" + sources))).hasSize(20_001);
		assertThat(Acme.mistakes(Acme.read(
				dossier + "models:\n" + models + "sources:\n" + sources.replace("id: source/s", "id: source/z"))))
				.as("who missed so many did not misspell them").hasSize(1_001)
				.areExactly(100, new org.assertj.core.api.Condition<>(it -> it.contains("did you mean source/z"),
						"a suggestion"));
	}

	private static List<Entity> entities(Reading reading) {
		assertThat(Acme.mistakes(reading)).isEmpty();
		return ((Reading.Accepted) reading).entities();
	}
}

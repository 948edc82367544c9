package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.search.RandomText;
import org.imprimatur.graph.search.SearchQuery;
import org.imprimatur.graph.search.SearchedText;
import org.imprimatur.graph.search.Tokens;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.VersionId;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Searches the real dossiers, and the graph's past, over HTTP. */
@ApplicationTest
class SearchTest {

	private static final Set<String> NAMES = Set.of("NAME", "TITLE", "ALIASES", "NUMBER", "REFERENCE");
	private static final String FIELDS = """
		{
		  totalCount corrected
		  kinds { kind count }
		  pageInfo { hasNextPage endCursor }
		  edges { cursor node { kind } }
		  nodes {
		    kind score node { id name }
		    highlights { field evidence { paraphrase } segments { text match } }
		  }
		}""";

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Ledger ledger;
	private final RecordStore records;

	SearchTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.ledger = ledger;
		this.records = records;
	}

	record Node(String id, String name) {
	}

	record Segment(String text, boolean match) {
	}

	record Passage(String paraphrase) {
	}

	record Highlight(String field, Optional<Passage> evidence, List<Segment> segments) {

		String text() {
			return segments.stream().map(Segment::text).collect(Collectors.joining());
		}

		List<String> matches() {
			return segments.stream().filter(Segment::match).map(Segment::text).toList();
		}
	}

	record Hit(Kind kind, double score, Node node, List<Highlight> highlights) {
	}

	record Count(Kind kind, int count) {
	}

	record Info(boolean hasNextPage, String endCursor) {
	}

	record Found(int totalCount, boolean corrected, List<Count> kinds, Info pageInfo, List<Hit> nodes) {

		List<String> ids() {
			return nodes.stream().map(hit -> hit.node().id())
					.map(id -> VersionId.parse(id).map(VersionId::id).orElse(id)).toList();
		}
	}

	@ParameterizedTest
	@CsvSource({"mythos, model/mythos-5", "MYTHOS, model/mythos-5", "Mýthôs, model/mythos-5", "mytho, model/mythos-5",
			"opus 4.8, model/opus-4-8", "anthropic, company/anthropic", "anthropic pbc, company/anthropic",
			"dpc, agency/ie-dpc", "amodei, person/dario-amodei", "26-1049, ruling/us-dcc-2026-04-08"})
	void whatIsCalledSoComesFirst(String query, String id) {
		Found found = search(query);
		assertThat(found.ids()).first().isEqualTo(id);
		assertThat(found.corrected()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({"Antropic, company/anthropic", "Mythoss, model/mythos-5", "Amodie, person/dario-amodei"})
	void aMistypedWordIsCorrected(String query, String id) {
		Found found = search(query);
		assertThat(found.ids()).first().isEqualTo(id);
		assertThat(found.corrected()).isTrue();
		assertThat(found.nodes().getFirst().highlights()).isNotEmpty();
	}

	@Test
	void severalMistypedWordsAreCorrected() {
		assertThat(search("supply chian").nodes()).isNotEmpty().first()
				.satisfies(hit -> assertThat(hit.node().name()).containsIgnoringCase("supply-chain"));
	}

	@Test
	void aPassageOfEvidenceIsAHitOfWhatItBearsOn() {
		Found found = search("Amodei refused last demand");
		assertThat(found.nodes()).singleElement().satisfies(hit -> {
			assertThat(hit.kind()).isEqualTo(Kind.EVENT);
			assertThat(hit.highlights()).first().satisfies(highlight -> {
				assertThat(highlight.field()).isEqualTo("PARAPHRASE");
				assertThat(highlight.evidence()).map(Passage::paraphrase).contains(highlight.text());
				assertThat(highlight.matches()).containsExactly("Amodei", "refused", "last", "demand");
			});
		});
	}

	@Test
	void namesComeBeforeEvidence() {
		List<Boolean> named = all("mythos").stream()
				.map(hit -> hit.highlights().stream().anyMatch(it -> NAMES.contains(it.field()))).toList();
		assertThat(named).contains(true, false).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
	}

	@Test
	void kindsNarrowTheHitsButNotTheCounts() {
		Found any = search("mythos");
		assertThat(any.kinds().stream().mapToInt(Count::count).sum()).isEqualTo(any.totalCount());
		Found narrowed = search("query: \"mythos\", kinds: [MODEL, LETTER]", "");
		assertThat(narrowed.nodes()).extracting(Hit::kind).contains(Kind.MODEL, Kind.LETTER)
				.containsOnly(Kind.MODEL, Kind.LETTER);
		assertThat(narrowed.kinds()).isEqualTo(any.kinds());
		assertThat(narrowed.totalCount()).isEqualTo(narrowed.nodes().size()).isLessThan(any.totalCount());
	}

	@Test
	void pagesGiveEachHitOnce() {
		List<Hit> hits = all("anthropic");
		assertThat(hits).hasSize(search("anthropic").totalCount()).hasSizeGreaterThan(20);
		assertThat(hits).extracting(hit -> hit.node().id()).doesNotHaveDuplicates();
		assertThat(hits).extracting(Hit::score).isSortedAccordingTo((one, other) -> Double.compare(other, one));
	}

	@Test
	void everythingThatHasTheWordsIsFoundAndNothingElse() {
		Random random = new Random(3);
		List<Entity> entities = Past.dossiers();
		Map<String, List<List<Tokens.Word>>> texts = entities.stream().collect(Collectors.toMap(Entity::id,
				it -> SearchedText.of(it).stream().filter(text -> !text.field().isKind())
						.map(text -> Tokens.of(text.text())).toList()));
		for (int question = 0; question < 40; question++) {
			// What nearly every entity has, such as "the", has more hits than can be paged through.
			List<String> words = texts.getOrDefault(entities.get(random.nextInt(entities.size())).id(), List.of())
					.stream()
					.flatMap(List::stream).map(Tokens.Word::folded).filter(it -> it.length() > 3).toList();
			String query = IntStream.rangeClosed(0, random.nextInt(2))
					.mapToObj(word -> words.get(random.nextInt(words.size())))
					.map(word -> word.length() > 4 ? word.substring(0, 4) : word).collect(Collectors.joining(" "));
			List<String> naively = naively(query, texts);
			List<Hit> found = all(query);
			assertThat(found).as(query).extracting(hit -> hit.node().id()).containsAll(naively);
			assertThat(found).as(query).filteredOn(hit -> !naively.contains(hit.node().id())).allSatisfy(
					hit -> assertThat(hit.highlights()).extracting(Highlight::field)
							.containsAnyOf("REFERENCE", "KIND", "MODALITY", "ACTION"));
		}
	}

	private static List<String> naively(String query, Map<String, List<List<Tokens.Word>>> texts) {
		SearchQuery asked = SearchQuery.of(query);
		return texts.entrySet().stream().filter(entity -> entity.getValue().stream()
				.flatMap(text -> asked.matches(text, SearchQuery.Way.AS_TYPED).stream())
				.map(SearchQuery.Match::asked).distinct().count() == asked.size()).map(Map.Entry::getKey).toList();
	}

	@Test
	void aRevisionFindsWhatItHolds() {
		int before = records.head();
		Found then = search("mythos");
		List<Entity> renamed = Past.dossiers().stream().map(entity -> entity instanceof Concern it
				? new Concern(it.id(), "Zügellose Zebras", List.of(), it.description(), it.evidence())
				: entity).map(Entity.class::cast).toList();
		try {
			Past.publish(ledger, renamed, "Zebras");
			Found zebras = search("query: \"zugellose zebras\", kinds: [CONCERN], first: 100", "");
			assertThat(zebras.nodes()).hasSize((int) renamed.stream().filter(Concern.class::isInstance).count());
			assertThat(search("zugellose zebras").kinds()).as("what refers to them").hasSizeGreaterThan(1);
			assertThat(zebras.totalCount()).isEqualTo(zebras.nodes().size());
			assertThat(search("query: \"zebras\"", "at(revision: %d) ".formatted(before)).nodes()).isEmpty();
			assertThat(search("query: \"mythos\", first: 100", "at(revision: %d) ".formatted(before)).ids())
					.containsExactlyInAnyOrderElementsOf(then.ids());
		} finally {
			new Past(ledger, records).restore();
		}
		assertThat(search("zebras").nodes()).isEmpty();
	}

	/** Each word can be corrected to more words than Lucene takes into account, in names as in texts. */
	@Test
	void manyMistypedWordsAreNotTooManyForLucene() {
		List<String> typed = IntStream.range(0, SearchQuery.MOST_WORDS)
				.mapToObj(word -> Character.toString('a' + word).repeat(10)).toList();
		String similar = typed.stream()
				.flatMap(word -> IntStream.range(0, 10 * 12).mapToObj(
						change -> new StringBuilder(word).replace(change % 10, change % 10 + 1,
								Character.toString('l' + change / 10))))
				.collect(Collectors.joining(" "));
		List<Entity> entities = new ArrayList<>(Past.dossiers());
		entities.add(new Concern("concern/similar", "Similar words", List.of(similar), similar, List.of()));
		try {
			Past.publish(ledger, entities, "Similar words");
			assertThat(search(String.join(" ", typed)).ids()).containsExactly("concern/similar");
		} finally {
			new Past(ledger, records).restore();
		}
	}

	/** A hundred and sixty things that somebody may type, five at a time. */
	@Test
	void nothingThatIsTypedIsAnError() {
		Random random = new Random(4);
		List<String> typed = new ArrayList<>(List.of("", " ", "\"", "\"mythos", "mythos:", "AND", "OR NOT",
				"mythos AND",
				"a TO b", "[a TO b]", "[", "{", "(", ")", "((mythos)", "\\", "mythos\\", "*", "*:*", "?", "mytho?", "~",
				"mythos~", "mythos~9", "^", "mythos^", "/", "/.*/", "/[/", "+", "-", "+-", "&&", "||", "!",
				"names:mythos",
				"nonsense:mythos", "'; DROP", "${x}", "<script>", "\u0000", "my\u0000thos", "👩‍⚖️", "⚖ mythos",
				"\ud800", "\udc00\ud800",
				"مرحبا \u202eabc", "שלום", "人工智能", "…", "\r\n\t", "x".repeat(10_000), "x ".repeat(10_000),
				"👩‍⚖️".repeat(2_000), "\u0301".repeat(10_000), "ﷺ".repeat(256), "mythos ".repeat(2_000)));
		while (typed.size() < 160) {
			typed.add(RandomText.of(random, 1 + random.nextInt(60)));
		}
		for (int from = 0; from < typed.size(); from += 5) {
			Map<String, String> variables = IntStream.range(from, Math.min(from + 5, typed.size())).boxed()
					.collect(Collectors.toMap(place -> "q" + place, typed::get));
			String document = variables.keySet().stream().map("$%s: String!"::formatted)
					.collect(Collectors.joining(", ", "query (", ") {"))
					+ variables.keySet().stream().map(name -> """
						%1$s: search(query: $%1$s, first: 3) { totalCount nodes { highlights { segments { text } } } }
						""".formatted(name)).collect(Collectors.joining()) + "}";
			asker.askText(document, variables).errors().verify();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "\\u0000", "*", "👩‍⚖️"})
	void withoutAWordNothingIsFound(String query) {
		assertThat(search("query: \"%s\"".formatted(query), "")).returns(0, Found::totalCount).returns(List.of(),
				Found::nodes);
	}

	@Test
	void aSearchTakesTwoRoundTripsAndOneMoreWhereItIsCorrected() {
		assertThat(roundTrips.of(() -> search("mythos once"))).isEqualTo(2);
		assertThat(roundTrips.of(() -> search("mythoss once"))).isEqualTo(3);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {"query: \"mythos\", after: \"nonsense\" | BAD_ARGUMENT",
			"query: \"mythos\", after: \"!\" | BAD_ARGUMENT", "query: \"\", after: \"bm9uc2Vuc2U\" | BAD_ARGUMENT",
			"query: \"mythos\", first: 101 | LIMIT_EXCEEDED"})
	void whatCannotBePagedIsRefused(String arguments, String code) {
		asker.askText("{ search(%s) { totalCount } }".formatted(arguments)).errors()
				.satisfy(errors -> assertThat(errors)
						.singleElement()
						.satisfies(error -> assertThat(error.getExtensions()).containsEntry("code", code)));
	}

	private List<Hit> all(String query) {
		List<Hit> hits = new ArrayList<>();
		String after = "";
		Found page;
		do {
			page = search("query: \"%s\", first: 30%s".formatted(query, after), "");
			hits.addAll(page.nodes());
			after = ", after: \"%s\"".formatted(page.pageInfo().endCursor());
		} while (page.pageInfo().hasNextPage());
		return hits;
	}

	private Found search(String query) {
		return search("query: \"%s\", first: 100".formatted(query), "");
	}

	private Found search(String arguments, String at) {
		String field = "search(%s) %s".formatted(arguments, FIELDS);
		return asker.askText(at.isEmpty() ? "{ %s }".formatted(field) : "{ %s { %s } }".formatted(at, field))
				.path(at.isEmpty() ? "search" : "at.search").entity(Found.class).get();
	}
}

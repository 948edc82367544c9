package org.imprimatur.api.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.dossier.SeedData;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.References;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.VersionId;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What is said of the graph as a whole, at several revisions, is what its entities come to when they are counted one by
 * one.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SurveysTest {

	private static final long SEED = 20261124;
	private static final String DAY = "2026-06-27";

	private final Asker asker;
	private final Past past;
	private Map<Integer, Facts> revisions = Map.of();

	SurveysTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records) {
		this.asker = asker;
		this.past = new Past(ledger, records);
	}

	/** What is compared does not know of revisions. */
	record Id(String id) {
		Id {
			id = VersionId.parse(id).map(VersionId::id).orElse(id);
		}
	}

	record ValueCount(String value, Optional<Id> agency, int count) {
	}

	record FacetCounts(String facet, List<ValueCount> counts, int unknown, int uncounted) {
	}

	record Statistics(List<FacetCounts> facets) {
	}

	record Passage(String paraphrase) {
	}

	record Dispute(Id entity, Optional<String> field, Optional<String> otherValue, List<Passage> supporting,
			List<Passage> disputing) {
	}

	record Info(boolean hasNextPage, Optional<String> endCursor) {
	}

	record Disputes(List<Dispute> nodes, Info pageInfo, int totalCount) {
	}

	record Date(String edtf) {
	}

	record ReliabilityCount(String reliability, int count) {
	}

	record Coverage(List<Id> dossiers, Optional<Date> through, List<ReliabilityCount> sources, int facts,
			List<String> gaps) {
	}

	record Motive(Id instrument, Id motive) {
	}

	record Motives(List<Motive> nodes, int totalCount) {
	}

	record Answer(Optional<Statistics> statistics, Optional<Disputes> disputes, Optional<Motives> motives,
			Optional<Coverage> coverage) {
	}

	@BeforeAll
	void publish() {
		revisions = past.publish(new Random(SEED), 2);
	}

	@AfterAll
	void restore() {
		past.restore();
	}

	@Test
	void countsAreThoseOfTheEntities() {
		revisions.forEach((revision, facts) -> {
			Map<String, FacetCounts> found = ask(revision,
					"statistics(asOf: \"%s\") { facets { facet counts { value agency { id } count } unknown uncounted } }"
							.formatted(DAY))
					.statistics().orElseThrow().facets().stream()
					.collect(Collectors.toMap(FacetCounts::facet, it -> it));
			check(found, "KIND", count(facts.all(Entity.class), it -> List.of(Kind.ofId(it.id()).label())));
			List<Instrument> instruments = facts.all(Instrument.class);
			check(found, "AGENCY", count(instruments, it -> it.issuedBy().stream()
					.flatMap(party -> facts.find(party.id(), Agency.class).stream()).map(Agency::id).toList()));
			check(found, "JURISDICTION", count(instruments, it -> it.issuedBy().stream()
					.flatMap(party -> jurisdiction(facts, party)).distinct().toList()));
			check(found, "YEAR", count(instruments, it -> year(it.issued())));
			check(found, "RELIABILITY", count(facts.all(Source.class), it -> List.of(it.reliability().name())));
			check(found, "STANDING",
					count(facts.all(Model.class), it -> List.of(ConditionSets
							.of(facts, new Question(it.id(), java.time.LocalDate.parse(DAY), null, null)).standing()
							.level().name())));
		});
	}

	private static void check(Map<String, FacetCounts> found, String facet, Map<String, Integer> expected) {
		FacetCounts counts = Objects.requireNonNull(found.get(facet));
		Map<String, Integer> values = new TreeMap<>(expected);
		int unknown = Objects.requireNonNullElse(values.remove(""), 0);
		assertThat(counts.counts().stream().collect(Collectors.toMap(ValueCount::value, ValueCount::count))).as(facet)
				.isEqualTo(values);
		assertThat(counts.unknown()).as("%s, unknown", facet).isEqualTo(unknown);
		assertThat(counts.uncounted()).isZero();
		assertThat(counts.counts()).isSortedAccordingTo(
				Comparator.comparingInt(ValueCount::count).reversed().thenComparing(ValueCount::value));
		assertThat(counts.counts()).allSatisfy(it -> assertThat(it.agency().map(Id::id))
				.isEqualTo(facet.equals("AGENCY") ? Optional.of(it.value()) : Optional.empty()));
	}

	/** How many have each value; under no value those that have none. */
	private static <T> Map<String, Integer> count(List<T> all, Function<T, List<String>> values) {
		Map<String, Integer> counts = new HashMap<>();
		for (T one : all) {
			List<String> its = values.apply(one);
			(its.isEmpty() ? List.of("") : its).forEach(value -> counts.merge(value, 1, Integer::sum));
		}
		return counts;
	}

	private static Stream<String> jurisdiction(Facts facts, Ref<? extends Entity> party) {
		return Stream.concat(facts.find(party.id(), Agency.class).map(Agency::jurisdiction).stream(),
				facts.find(party.id(), Company.class).map(Company::jurisdiction).stream());
	}

	private static List<String> year(@Nullable EdtfDate date) {
		return date == null || date.earliest().getYear() != date.latest().getYear()
				? List.of()
				: List.of(String.valueOf(date.earliest().getYear()));
	}

	@Test
	void onlyTheFacetsAskedForAreCountedInTheirOrder() {
		assertThat(ask(past.head(),
				"statistics(by: [YEAR, KIND, YEAR]) { facets { facet counts { value count } unknown uncounted } }")
				.statistics().orElseThrow().facets()).extracting(FacetCounts::facet).containsExactly("YEAR", "KIND");
	}

	@Test
	void disputesAreThoseOfThePassagesThatDispute() {
		revisions.forEach((revision, facts) -> {
			assertThat(disputes(revision, "")).as("revision %d", revision)
					.isEqualTo(facts.all().flatMap(entity -> disputes(entity, facts).stream()).toList());
			assertThat(disputes(revision, "kinds: [LETTER, PERSON], ")).as("revision %d", revision)
					.isEqualTo(
							facts.all().filter(it -> Set.of("letter", "person").contains(Kind.ofId(it.id()).prefix()))
									.flatMap(entity -> disputes(entity, facts).stream()).toList());
		});
	}

	@Test
	void disputesAboutANodeAreThoseOfItsFactsAndOfWhatRefersToIt() {
		revisions.forEach((revision, facts) -> {
			for (String id : List.of("model/fable-5", "company/anthropic", "letter/us-commerce-2026-06-26")) {
				assertThat(disputes(revision, "of: [\"%s\"], ".formatted(id))).as("%s at %d", id, revision)
						.isEqualTo(facts.all().filter(it -> it.id().equals(id) || References.of(it).contains(id))
								.flatMap(entity -> disputes(entity, facts).stream()).toList());
			}
		});
		assertThat(disputes(past.revisions().getFirst(), "of: [\"model/fable-5\"], ")).isNotEmpty()
				.hasSizeLessThan(disputes(past.revisions().getFirst(), "").size());
		asker.askText("{ disputes(of: [\"model/none\"]) { totalCount } }").errors()
				.satisfy(errors -> assertThat(errors).singleElement()
						.satisfies(it -> assertThat(it.getExtensions()).containsEntry("code", "NOT_FOUND")));
	}

	private static String inWords(String value, Facts facts) {
		return facts.find(value, Entity.class).map(Entity::name)
				.orElseGet(() -> Pattern.compile("\\d{4}-\\d\\d(-\\d\\d)?").matcher(value)
						.replaceAll(it -> EdtfDate.parse(it.group()).reading()));
	}

	private List<Dispute> disputes(int revision, String kinds) {
		List<Dispute> read = new ArrayList<>();
		String after = "";
		Disputes page;
		do {
			page = ask(revision, """
				disputes(%sfirst: 9%s) { totalCount pageInfo { hasNextPage endCursor } nodes {
					entity { id } field otherValue supporting { paraphrase } disputing { paraphrase } } }"""
					.formatted(kinds, after)).disputes().orElseThrow();
			read.addAll(page.nodes());
			assertThat(read).as("pages do not come round again").hasSizeLessThanOrEqualTo(page.totalCount());
			after = ", after: \"%s\"".formatted(page.pageInfo().endCursor().orElse(""));
		} while (page.pageInfo().hasNextPage());
		assertThat(read).hasSize(page.totalCount());
		return read;
	}

	private record Told(Optional<String> field, Optional<String> otherValue) {
	}

	private static List<Dispute> disputes(Entity entity, Facts facts) {
		List<Dispute> disputes = new ArrayList<>();
		told(entity.evidence(), "", facts).forEach((told, disputing) -> disputes.add(new Dispute(new Id(entity.id()),
				told.field(), told.otherValue(), supporting(entity, told.field(), true), disputing)));
		for (EvidencedPart part : entity.parts()) {
			List<Passage> own = supporting(part.evidence());
			told(part.evidence(), part.field(), facts).forEach((told, disputing) -> disputes.add(new Dispute(
					new Id(entity.id()), told.field(), told.otherValue(),
					own.isEmpty() ? supporting(entity, Optional.of(part.field()), false) : own, disputing)));
		}
		return disputes;
	}

	/** The passages against, by what they say of which field of the whole, or of the part in a field. */
	private static Map<Told, List<Passage>> told(List<Evidence> passages, String part, Facts facts) {
		Map<Told, List<Passage>> told = new java.util.LinkedHashMap<>();
		for (Evidence passage : passages) {
			if (passage.stance() == Stance.DISPUTES) {
				List<Optional<String>> fields = passage.fields().isEmpty()
						? List.of(Optional.of(part).filter(it -> !it.isEmpty()))
						: passage.fields().stream().map(it -> Optional.of(part.isEmpty() ? it : part + "." + it))
								.toList();
				fields.forEach(field -> told.computeIfAbsent(
						new Told(field, Optional.ofNullable(passage.otherValue()).map(it -> inWords(it, facts))),
						it -> new ArrayList<>())
						.add(new Passage(passage.paraphrase())));
			}
		}
		return told;
	}

	@Test
	void motivesAreThoseOfTheInstruments() {
		revisions.forEach((revision, facts) -> {
			List<Motive> all = facts.all(Instrument.class).stream().flatMap(act -> act.motivatedBy().stream()
					.map(motive -> new Motive(new Id(act.id()), new Id(motive.id())))).toList();
			assertThat(motives(revision, "")).isEqualTo(new Motives(all.stream().limit(100).toList(), all.size()));
			String concern = "concern/privacy";
			List<Motive> some = all.stream().filter(it -> it.motive().id().equals(concern)).toList();
			assertThat(motives(revision, "of: [\"%s\"], ".formatted(concern)))
					.isEqualTo(new Motives(some, some.size()));
		});
	}

	/** Of the motives of one letter only a rewrite tells of one. */
	@Test
	void aMotiveThatOnlyAWeakSourceNamesIsDoubtful() {
		String motives = "motives(of: [\"letter/us-commerce-2026-06-26\"]) { nodes { motive { id } doubtful } }";
		int revision = past.revisions().getFirst();
		assertThat(asker.askText("{ at(revision: %d) { %s } }".formatted(revision, motives))
				.path("at.motives.nodes[?(@.doubtful == true)].motive.id").entityList(String.class).get())
				.containsExactly("concern/critical-infrastructure@" + revision);
	}

	private Motives motives(int revision, String of) {
		return ask(revision, "motives(%sfirst: 100) { totalCount nodes { instrument { id } motive { id } } }"
				.formatted(of)).motives().orElseThrow();
	}

	private static List<Passage> supporting(Entity entity, Optional<String> field, boolean parts) {
		List<Evidence> bearing = new ArrayList<>(entity.evidence().stream()
				.filter(it -> it.fields().isEmpty() || field.filter(named -> it.fields().contains(named)
						|| it.fields().stream().anyMatch(value -> value.startsWith(named + "."))).isPresent())
				.toList());
		if (parts) {
			entity.parts().stream().filter(it -> field.filter(it.field()::equals).isPresent())
					.forEach(it -> bearing.addAll(it.evidence()));
		}
		return supporting(bearing);
	}

	private static List<Passage> supporting(List<Evidence> passages) {
		return passages.stream().filter(it -> it.stance() == Stance.SUPPORTS)
				.map(it -> new Passage(it.paraphrase())).toList();
	}

	@Test
	void coverageIsThatOfTheDossiers() {
		revisions.forEach((revision, facts) -> {
			assertThat(coverage(revision, "")).isEqualTo(coverage(facts, dossier -> true));
			for (String id : List.of("model/mythos-5", "model/chatgpt", "person/rita-lin")) {
				String home = SeedData.contents().stream()
						.filter(it -> it.entities().stream().anyMatch(entity -> entity.id().equals(id))).findFirst()
						.map(it -> it.dossier().id()).orElseThrow();
				assertThat(coverage(revision, "(of: [\"%s\"])".formatted(id))).as("%s at %d", id, revision)
						.isEqualTo(coverage(facts, dossier -> dossier.id().equals(home)
								|| dossier.subjects().contains(new Ref<Entity>(id))));
			}
		});
	}

	@Test
	void theCoverageOfWhatNoDossierIsAboutIsThatOfTheOneThatTellsOfIt() {
		Coverage coverage = coverage(past.revisions().getFirst(), "(of: [\"rule/us-bis-2025-19001\"])");
		assertThat(coverage.dossiers()).isNotEmpty();
		assertThat(coverage.gaps()).isNotEmpty();
	}

	private Coverage coverage(int revision, String arguments) {
		return ask(revision,
				"coverage%s { dossiers { id } through { edtf } sources { reliability count } facts gaps }"
						.formatted(arguments))
				.coverage().orElseThrow();
	}

	private static Coverage coverage(Facts facts, Function<Dossier, Boolean> about) {
		List<Dossier> dossiers = facts.all(Dossier.class).stream().filter(about::apply).toList();
		Set<Ref<Source>> consulted = dossiers.stream().flatMap(it -> it.sources().stream()).collect(Collectors.toSet());
		List<ReliabilityCount> sources = Stream.of(Source.Reliability.values())
				.map(it -> new ReliabilityCount(it.name(), (int) consulted.stream()
						.flatMap(source -> facts.find(source, Source.class).stream())
						.filter(source -> source.countsAs() == it).count()))
				.toList();
		int citing = (int) facts.all()
				.filter(it -> it.passages().stream().anyMatch(passage -> consulted.contains(passage.source()))).count();
		return new Coverage(dossiers.stream().map(it -> new Id(it.id())).toList(),
				dossiers.stream().map(Dossier::through).min(Comparator.comparing(EdtfDate::latest))
						.map(it -> new Date(it.text())),
				sources, citing, dossiers.stream().flatMap(it -> it.gaps().stream()).distinct().toList());
	}

	@Test
	void theGraphSaysThroughWhenItKnows() {
		assertThat(coverage(past.revisions().getFirst(), "(of: [\"model/fable-5\"])").through().map(Date::edtf))
				.hasValue("2026-09-18");
	}

	private Answer ask(int revision, String field) {
		return asker.askText("{ at(revision: %d) { %s } }".formatted(revision, field)).path("at").entity(Answer.class)
				.get();
	}
}

package org.imprimatur.api.revisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.RoundTrips;
import org.imprimatur.answer.CanonicalConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The feed of changes, over HTTP, held against what the published entities say. */
@ApplicationTest
class ChangeFeedTest {

	private final Asker asker;
	private final RoundTrips roundTrips;
	private final Ledger ledger;
	private final RecordStore records;
	private final Past past;

	ChangeFeedTest(@Autowired Asker asker, @Autowired RoundTrips roundTrips, @Autowired Ledger ledger,
			@Autowired RecordStore records) {
		this.asker = asker;
		this.roundTrips = roundTrips;
		this.ledger = ledger;
		this.records = records;
		this.past = new Past(ledger, records);
	}

	@AfterEach
	void restore() {
		past.restore();
	}

	record Named(String name) {
	}

	record Changed(String nodeId, Optional<Named> node, String change, int revision) {
	}

	record ChangedSet(String modelId, Optional<String> previousDigest, Optional<String> digest) {
	}

	record Feed(int since, int revision, List<Changed> nodes, List<ChangedSet> conditionSets, String cursor,
			boolean hasMore) {
	}

	@Test
	void whereNothingIsNewThePageIsEmptyAndTheFeedGoesOn() {
		int head = records.head();
		Feed empty = ask(head, 20, null);
		assertThat(empty).returns(List.of(), Feed::nodes).returns(List.of(), Feed::conditionSets)
				.returns(head, Feed::revision).returns(false, Feed::hasMore);
		assertThat(ask(head, 20, empty.cursor())).isEqualTo(empty);
		past.publish(new Random(5), 1);
		assertThat(ask(head, 20, empty.cursor())).returns(head, Feed::since).returns(records.head(), Feed::revision)
				.returns(true, feed -> !feed.nodes().isEmpty());
	}

	@Test
	void tellsWhatDiffersBetweenTwoRevisionsAndNothingElse() {
		past.restore();
		Map<Integer, Facts> revisions = past.publish(new Random(7), 3);
		int compared = 0;
		for (int since : past.revisions()) {
			// Very many changes are told in stretches.
			Map<Integer, List<Feed>> stretches = new TreeMap<>(
					all(since, 60).stream().collect(Collectors.groupingBy(Feed::since)));
			int from = since;
			for (List<Feed> stretch : stretches.values()) {
				int to = stretch.getFirst().revision();
				assertThat(stretch).as("since %d", from).extracting(Feed::since, Feed::revision)
						.containsOnly(tuple(from, to));
				compared += compare(stretch, Objects.requireNonNull(revisions.get(from)),
						Objects.requireNonNull(revisions.get(to)));
				from = to;
			}
			assertThat(from).isEqualTo(past.head());
		}
		assertThat(compared).as("condition sets that changed").isGreaterThan(5);
	}

	/** How many condition sets were told. */
	private static int compare(List<Feed> stretch, Facts before, Facts now) {
		List<Changed> nodes = stretch.stream().flatMap(page -> page.nodes().stream()).toList();
		assertThat(nodes.stream().map(it -> it.nodeId() + " " + it.change()))
				.containsExactlyInAnyOrderElementsOf(differences(before, now));
		assertThat(nodes).allSatisfy(it -> assertThat(it.node().map(Named::name)).as(it.nodeId())
				.isEqualTo(now.find(it.nodeId(), Entity.class).map(Entity::name)));
		AdmittedRecord then = new AdmittedRecord(before, null);
		AdmittedRecord current = new AdmittedRecord(now, null);
		Map<String, String> expected = new TreeMap<>();
		now.all(Model.class).stream().map(Entity::id).forEach(it -> {
			String digest = digest(current, it);
			if (!digest.equals(digest(then, it))) {
				expected.put(it, digest);
			}
		});
		Map<String, String> told = new TreeMap<>();
		stretch.stream().flatMap(page -> page.conditionSets().stream())
				.forEach(it -> told.put(it.modelId(), it.digest().orElse("")));
		assertThat(told).isEqualTo(expected);
		return expected.size();
	}

	@Test
	void whatIsRemovedIsToldByItsId() {
		past.restore();
		int before = records.head();
		List<Entity> fewer = Past.dossiers().stream()
				.filter(it -> !it.id().equals("event/commerce-meeting-2026-06-15")).toList();
		Past.publish(ledger, fewer, "Without the meeting");
		assertThat(ask(before, 20, null).nodes()).singleElement()
				.isEqualTo(new Changed("event/commerce-meeting-2026-06-15", Optional.empty(), "REMOVED", before + 1));
	}

	/** The first member that a category has can narrow a norm, for models that have nothing to do with that member. */
	@Test
	void tellsOfAModelWhoseNormIsNarrowedByTheMembersOfAnother() {
		Past.publish(ledger, withNarrowed(List.of()), "A category in words only");
		int before = records.head();
		Past.publish(ledger,
				withNarrowed(List.of(new Membership(new Ref<>("company/amazon"), null, null, null, List.of()))),
				"A member");
		assertThat(all(before, 100).stream().flatMap(it -> it.conditionSets().stream()).map(ChangedSet::modelId))
				.contains("model/narrowed");
	}

	private static List<Entity> withNarrowed(List<Membership> members) {
		Scope scope = new Scope(List.of(new Ref<>("model/narrowed")), List.of(),
				List.of(new Ref<>("category/narrowing")), List.of(), null, List.of(), List.of(), List.of(), false,
				false);
		EdtfDate day = EdtfDate.parse("2026-01-01");
		return Stream.concat(Past.dossiers().stream(), Stream.of(
				new Model("model/narrowed", "Narrowed", List.of(), ModelKind.MODEL, null, List.of(), null, null,
						List.of(), null, List.of()),
				new Category("category/narrowing", "Narrowing", List.of(), null, null, null, members, List.of()),
				new Condition("condition/narrowed", "Narrowed", "", Modality.PROHIBITION, Action.USE, List.of(), scope,
						List.of(), null, null, null, null, null, List.of(), null, List.of(), List.of(), List.of()),
				new Instrument("order/narrowed", "Narrowed", null, List.of(), null, true, List.of(), List.of(),
						List.of(),
						day,
						day, new Period(day, null), null, List.of(), List.of(),
						List.of(new Ref<>("condition/narrowed")),
						List.of(), List.of(), List.of())))
				.toList();
	}

	@Test
	void veryManyChangesAreToldRevisionByRevision() {
		past.restore();
		int before = records.head();
		List<Entity> first = Stream.concat(Past.dossiers().stream(), concerns("first")).toList();
		Past.publish(ledger, first, "Many");
		Past.publish(ledger, Stream.concat(first.stream(), concerns("second")).toList(), "Many more");
		Feed page = ask(before, 100, null);
		assertThat(page).returns(before, Feed::since).returns(before + 1, Feed::revision).returns(true, Feed::hasMore);
		List<Feed> pages = all(before, 100);
		assertThat(pages.stream().map(Feed::since).distinct()).containsExactly(before, before + 1);
		assertThat(pages.stream().flatMap(it -> it.nodes().stream()).map(Changed::nodeId)).doesNotHaveDuplicates()
				.hasSize(1200);
	}

	@Test
	void takesOneStatementForTheChangesOneForTheFactsAndOneForTheNodes() {
		Past.publish(ledger, withNarrowed(List.of()), "A category in words only");
		int before = records.head();
		Past.publish(ledger,
				withNarrowed(List.of(new Membership(new Ref<>("company/amazon"), null, null, null, List.of()))),
				"A member");
		assertThat(roundTrips.of(() -> ask(before, 100, null))).isEqualTo(1 + 2);

	}

	@Test
	void whatIsNoRevisionIsNotFoundAndWhatIsNoCursorIsRefused() {
		refused("revision: %d".formatted(records.head() + 1), "NOT_FOUND", "there is no revision");
		refused("revision: -1", "NOT_FOUND", "there is no revision -1");
		refused("revision: 0, after: \"nonsense\"", "BAD_ARGUMENT", "after is no cursor of this feed");
	}

	private List<Feed> all(int since, int first) {
		List<Feed> pages = new ArrayList<>();
		Feed page = ask(since, first, null);
		pages.add(page);
		while (page.hasMore()) {
			page = ask(since, first, page.cursor());
			pages.add(page);
		}
		return pages;
	}

	private static List<String> differences(Facts before, Facts now) {
		Set<String> ids = new TreeSet<>();
		Stream.concat(before.all(), now.all()).forEach(it -> ids.add(it.id()));
		return ids.stream().flatMap(id -> {
			Optional<String> then = before.find(id, Entity.class).map(CanonicalForm::digest);
			Optional<String> current = now.find(id, Entity.class).map(CanonicalForm::digest);
			return then.equals(current)
					? Stream.empty()
					: Stream.of(id + (then.isEmpty() ? " ADDED" : current.isEmpty() ? " REMOVED" : " CHANGED"));
		}).toList();
	}

	private static String digest(AdmittedRecord record, String model) {
		return CanonicalConditionSet.digest(
				ConditionSets.of(record, new Question(model, LocalDate.now(ZoneOffset.UTC), null, null)));
	}

	private static Stream<Entity> concerns(String prefix) {
		return IntStream.range(0, 600)
				.mapToObj(i -> new Concern("concern/%s-%d".formatted(prefix, i), prefix, List.of(),
						null, List.of()));
	}

	private void refused(String arguments, String code, String sentence) {
		asker.askText("{ changedSince(%s) { revision } }".formatted(arguments)).errors()
				.satisfy(errors -> assertThat(errors).singleElement().satisfies(error -> {
					assertThat(error.getExtensions()).containsEntry("code", code);
					assertThat(error.getMessage()).contains(sentence);
				}));
	}

	private Feed ask(int since, int first, @Nullable String after) {
		return asker.askText("""
			{ changedSince(revision: %d, first: %d%s) { since revision cursor hasMore
				nodes { nodeId node { name } change revision } conditionSets { modelId previousDigest digest }
			} }""".formatted(since, first, after == null ? "" : ", after: \"%s\"".formatted(after)))
				.path("changedSince").entity(Feed.class).get();
	}
}

package org.imprimatur.force;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.dossier.SeedData;
import org.imprimatur.force.assess.AssessedNorm;
import org.imprimatur.force.assess.Assessment;
import org.imprimatur.force.assess.Assessments;
import org.imprimatur.force.assess.Conduct;
import org.imprimatur.force.compare.Changes;
import org.imprimatur.force.compare.DifferenceSentences;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.operation.RelevantDates;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Every sentence that the shipped dossiers give, once, with a model and a day of which it is told: a change of words
 * shows as a difference, which whoever makes it reads. The day asked stands as ‹day›.
 */
class ApprovedSentencesTest {

	private static final Path APPROVED = Path.of("src/test/resources/approved/sentences.txt");
	private static final Path NOW = Path.of("target/approved/sentences.txt");
	private static final int DAYS = 6;
	private static final LocalDate ASSESSED = LocalDate.of(2026, 6, 15);
	private static final LocalDate BEYOND = LocalDate.of(2027, 6, 1);
	/** An id, a constant of an enum, or what Java makes of a value. */
	private static final Pattern NO_WORDS = Pattern.compile(
			"\\b[a-z]+/[a-z]+-[\\w-]+|\\b[A-Z]{2,}_[A-Z_]+\\b|\\w\\[\\w+=|\\b(null|Optional)\\b|%s|@[0-9a-f]{6,}");

	/** What only says whose title came out when. */
	private static final Set<TimelineKind> QUOTED = EnumSet.of(TimelineKind.EVENT, TimelineKind.SOURCE_PUBLISHED,
			TimelineKind.PUBLISHED, TimelineKind.TAKES_EFFECT, TimelineKind.DEADLINE);

	private final Facts all = new Facts(SeedData.contents().stream().flatMap(DossierContents::all).toList());
	private final AdmittedRecord record = new AdmittedRecord(all, null);
	private final Map<String, Map<String, String>> told = new TreeMap<>();

	@Test
	void areAsTheyWereRead() throws IOException {
		all.all(Model.class).forEach(this::tell);
		Dispute.in(all, all).forEach(it -> {
			tell("dispute, recorded", it.value(), it.entity().id(), null);
			Optional.ofNullable(it.otherValue())
					.ifPresent(other -> tell("dispute, otherwise", other, it.entity().id(), null));
		});
		Files.createDirectories(NOW.getParent());
		Files.write(NOW, lines());
		assertThat(told.values().stream().flatMap(it -> it.keySet().stream()))
				.noneMatch(it -> NO_WORDS.matcher(it).find());
		assertThat(lines()).as("read what is new in %s, and put it in the place of %s", NOW, APPROVED)
				.isEqualTo(Files.readAllLines(APPROVED));
	}

	private List<String> lines() {
		List<String> lines = new ArrayList<>();
		told.forEach((kind, sentences) -> {
			lines.add("== " + kind);
			sentences.forEach((sentence, where) -> lines.add("%s  [%s]".formatted(sentence, where)));
		});
		return lines;
	}

	private void tell(Model model) {
		Facts facts = about(model);
		AdmittedRecord record = new AdmittedRecord(facts, null);
		NavigableSet<LocalDate> days = days(record, model);
		days.forEach(day -> tell(ConditionSets.of(record, new Question(model.id(), day, null, null))));
		Question last = new Question(model.id(), days.last(), null, null);
		tell("difference", DifferenceSentences.between(facts, Changes.between(facts, earlier(days), last)), model.id(),
				last.asOf());
		assess(facts, model, ASSESSED);
		Timeline.of(facts, List.of(model.id())).stream().filter(it -> !QUOTED.contains(it.kind()))
				.forEach(it -> tell("timeline, " + words(it.kind()), it.title(), model.id(), null));
		Timeline.story(facts, List.of(model.id())).stream()
				.filter(it -> it.kind() != TimelineKind.EVENT && it.kind() != TimelineKind.PUBLISHED)
				.forEach(it -> tell("story, " + words(it.kind()), it.title(), model.id(), null));
	}

	private void tell(ConditionSet set) {
		String model = set.question().model();
		LocalDate day = set.question().asOf();
		tell("summary", set.summary(), model, day);
		set.conditions().forEach(applied -> applied.derivation().forEach(step -> {
			tell("derivation, " + words(step.rule()), step.statement(), model, day);
		}));
	}

	private void assess(Facts facts, Model model, LocalDate day) {
		Question question = new Question(model.id(), day, null, null);
		Stream<String> bearers = facts.all(Condition.class).stream().flatMap(it -> it.bearers().stream()).map(Ref::id)
				.distinct().limit(1);
		List<String> parties = Stream.concat(Stream.ofNullable(model.developer()).map(Ref::id), bearers).distinct()
				.toList();
		parties.forEach(it -> tell(Assessments.of(facts, question, new Conduct(it, Action.USE, null, null)), day));
		tell(Assessments.of(facts, question, new Conduct(parties.getFirst(), Action.PROVIDE, null, null)), day);
		tell(Assessments.of(facts, question, new Conduct(parties.getFirst(), Action.EXPORT, null, "CN")), day);
	}

	private void tell(Assessment it, LocalDate day) {
		String model = it.model().id();
		tell("assessment", it.statement(), model, day);
		it.undetermined().forEach(open -> tell("assessment, undetermined", open, model, day));
		Stream.of(it.norms(), it.exceptions(), it.obligations()).flatMap(List::stream).map(AssessedNorm::statement)
				.forEach(norm -> tell("assessment, norm", norm, model, day));
		it.asRecipient().forEach(norm -> tell("assessment, as recipient", norm.statement(), model, day));
	}

	private void tell(String kind, String sentence, String of, @Nullable LocalDate day) {
		String words = day == null ? sentence : sentence.replaceAll("\\b" + Names.day(EdtfDate.of(day)), "‹day›");
		told.computeIfAbsent(kind, it -> new LinkedHashMap<>()).putIfAbsent(words,
				day == null ? of : "%s, %s".formatted(of, day));
	}

	private static String words(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private static LocalDate earlier(NavigableSet<LocalDate> days) {
		return List.copyOf(days).get(Math.max(0, days.size() - 3));
	}

	/** The days on which it hangs how the model stands, and one of which no source can tell. */
	private static NavigableSet<LocalDate> days(AdmittedRecord record, Model model) {
		ConditionSet last = ConditionSets.of(record, new Question(model.id(), BEYOND, null, null));
		List<Entity> bearing = Stream.concat(Stream.of(model), last.conditions().stream()
				.flatMap(it -> Stream.of(it.condition().id(), it.instrument().id()))
				.flatMap(it -> record.facts().find(it, Entity.class).stream())).toList();
		NavigableSet<LocalDate> days = RelevantDates.of(record, bearing).stream()
				.flatMap(it -> Stream.of(it.earliest(), it.latest()))
				.filter(it -> it.isAfter(LocalDate.of(2019, 1, 1)) && it.isBefore(BEYOND))
				.collect(Collectors.toCollection(TreeSet::new));
		// Between two of many days little is said that is not said on one of them.
		List<LocalDate> all = List.copyOf(days);
		int step = 1 + all.size() / DAYS;
		days.removeIf(it -> all.indexOf(it) % step != 0);
		days.add(BEYOND);
		return days;
	}

	/** The facts without the acts and norms, and the other models, that have no bearing on a model. */
	private Facts about(Model model) {
		Set<String> bearing = new HashSet<>();
		Deque<String> open = new ArrayDeque<>(List.of(model.id()));
		ConditionSets.of(record, new Question(model.id(), BEYOND, null, null)).conditions().stream()
				.flatMap(it -> Stream.concat(Stream.of(it.condition(), it.instrument()), it.via().stream()))
				.forEach(it -> open.add(it.id()));
		while (!open.isEmpty()) {
			String id = open.pop();
			if (bearing.add(id)) {
				led(id).filter(ApprovedSentencesTest::isJudged).map(Entity::id).forEach(open::add);
			}
		}
		return new Facts(all.all().filter(it -> !isJudged(it) || bearing.contains(it.id())).toList());
	}

	private Stream<Entity> led(String id) {
		Stream<String> onward = switch (all.find(id, Entity.class).orElseThrow()) {
			case Condition it -> Stream.of(it.exceptionTo(), it.onceMet(), it.unlessBreached(), it.bearers(),
					it.scope().categories(), it.scope().exclusions(), it.scope().recipients(), it.scope().data())
					.flatMap(List::stream)
					.map(Ref::id);
			case Effect it -> Stream.of(it.target().id());
			case Model it -> Stream.ofNullable(it.variantOf()).map(Ref::id);
			case Category it -> Stream.concat(Stream.ofNullable(it.partOf()), it.members().stream()
					.flatMap(member -> Stream.ofNullable(member.by()))).map(Ref::id);
			default -> Stream.of();
		};
		return Stream.of(onward.flatMap(it -> all.find(it, Entity.class).stream()),
				record.backlinks().effectsOn(id).stream(), record.backlinks().imposing(id).stream(),
				record.backlinks().acting(id).stream()).flatMap(it -> it);
	}

	private static boolean isJudged(Entity entity) {
		return entity instanceof Instrument || entity instanceof Condition || entity instanceof Effect
				|| entity instanceof Model || entity instanceof Category;
	}
}

package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.graph.walk.FactsReader;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Condition sets at a revision. The record of a model, and the sets derived from it, are kept by revision, at which
 * nothing ever changes.
 */
public final class ConditionSetReader {

	/** A few kilobytes each, as conditions of sets are: a model has some hundreds, and a set some dozens. */
	private static final long FACTS_KEPT = 50_000;
	private static final long CONDITIONS_KEPT = 50_000;
	/** A dossier may name thousands of sources: so many of their ids weigh as much as a fact. */
	private static final int SOURCES_AS_FACT = 30;

	private record ModelAt(String model, int revision) {
	}

	private record QuestionAt(Question question, int revision) {
	}

	private record IdsAt(Set<String> ids, int revision) {
	}

	private final FactsReader reader;
	private final Cache<ModelAt, AdmittedRecord> records = Caffeine.newBuilder().maximumWeight(FACTS_KEPT)
			.weigher((ModelAt at, AdmittedRecord all) -> weight(all.recorded())).build();
	private final Cache<QuestionAt, ConditionSet> sets = Caffeine.newBuilder().maximumWeight(CONDITIONS_KEPT)
			.weigher((QuestionAt at, ConditionSet set) -> 1 + set.conditions().size()).build();
	private final Cache<IdsAt, Facts> lineages = Caffeine.newBuilder().maximumWeight(FACTS_KEPT)
			.weigher((IdsAt at, Facts about) -> 1 + weight(about)).build();

	public ConditionSetReader(FactsReader reader) {
		this.reader = reader;
	}

	/**
	 * Answers all questions with at most one round trip; a question about a model that there is not stays unanswered.
	 */
	public Map<Question, ConditionSet> read(Collection<Question> questions, int revision) {
		return answers(questions, records(models(questions), revision), revision);
	}

	/** Answers all questions at two revisions with at most one round trip. */
	public Map<Question, Answers> read(Collection<Question> questions, int before, int revision) {
		Map<String, AdmittedRecord> then = kept(models(questions), before);
		Map<String, AdmittedRecord> now = kept(models(questions), revision);
		List<String> unknown = models(questions).stream()
				.filter(model -> !then.containsKey(model) || !now.containsKey(model)).toList();
		if (!unknown.isEmpty()) {
			Map<Integer, Map<String, Facts>> read = reader.facts(unknown, before, revision);
			keep(read.getOrDefault(before, Map.of()), before, then);
			keep(read.getOrDefault(revision, Map.of()), revision, now);
		}
		Map<Question, ConditionSet> old = answers(questions, then, before);
		Map<Question, ConditionSet> current = answers(questions, now, revision);
		Map<Question, Answers> answers = new LinkedHashMap<>();
		questions.forEach(it -> answers.put(it, new Answers(old.get(it), current.get(it))));
		return answers;
	}

	/** The answers to a question at two revisions; none where there was no such model. */
	public record Answers(@Nullable ConditionSet before, @Nullable ConditionSet now) {
	}

	/** All that may bear on each of the models that there are, with at most one round trip. */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		Map<String, Facts> facts = new HashMap<>();
		records(models, revision).forEach((model, record) -> facts.put(model, record.recorded()));
		return facts;
	}

	private Map<String, AdmittedRecord> records(Collection<String> models, int revision) {
		Map<String, AdmittedRecord> known = kept(models, revision);
		List<String> unknown = models.stream().filter(model -> !known.containsKey(model)).distinct().toList();
		if (!unknown.isEmpty()) {
			keep(reader.facts(unknown, revision), revision, known);
		}
		return known;
	}

	/** Those of the entities that there are, with what they are part of, with at most one round trip. */
	public Facts lineages(Set<String> ids, int revision) {
		return lineages.get(new IdsAt(ids, revision), asked -> reader.lineages(asked.ids(), asked.revision()));
	}

	private static int weight(Facts facts) {
		return facts.size()
				+ facts.all(Dossier.class).stream().mapToInt(it -> it.sources().size()).sum() / SOURCES_AS_FACT;
	}

	private static List<String> models(Collection<Question> questions) {
		return questions.stream().map(Question::model).distinct().toList();
	}

	private Map<String, AdmittedRecord> kept(Collection<String> models, int revision) {
		Map<String, AdmittedRecord> kept = new HashMap<>();
		records.getAllPresent(models.stream().map(it -> new ModelAt(it, revision)).toList())
				.forEach((at, record) -> kept.put(at.model(), record));
		return kept;
	}

	private void keep(Map<String, Facts> read, int revision, Map<String, AdmittedRecord> known) {
		read.forEach((model, about) -> {
			AdmittedRecord record = new AdmittedRecord(about, null);
			records.put(new ModelAt(model, revision), record);
			known.put(model, record);
		});
	}

	private Map<Question, ConditionSet> answers(Collection<Question> questions, Map<String, AdmittedRecord> known,
			int revision) {
		Map<Question, ConditionSet> answers = new LinkedHashMap<>();
		for (Question question : questions) {
			AdmittedRecord record = known.get(question.model());
			if (record != null) {
				answers.put(question,
						sets.get(new QuestionAt(question, revision), asked -> of(record, asked.question())));
			}
		}
		return answers;
	}

	// All that is recorded is admitted to most questions, and what that takes is made once.
	private static ConditionSet of(AdmittedRecord record, Question question) {
		return question.reportedBy() == null
				? ConditionSets.of(record, question)
				: ConditionSets.of(record.recorded(), question);
	}
}

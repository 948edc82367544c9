package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.ConditionSets;
import org.imprimatur.force.Question;
import org.imprimatur.graph.FactsReader;
import org.imprimatur.knowledge.Facts;
import org.jspecify.annotations.Nullable;

/**
 * Condition sets at a revision. The facts of a model, and the sets derived from them, are kept by revision, at which
 * nothing ever changes.
 */
public final class ConditionSetReader {

	private static final long MODELS_KEPT = 1_000;
	private static final long SETS_KEPT = 10_000;

	private record ModelAt(String model, int revision) {
	}

	private record QuestionAt(Question question, int revision) {
	}

	private final FactsReader reader;
	private final Cache<ModelAt, Facts> facts = Caffeine.newBuilder().maximumSize(MODELS_KEPT).build();
	private final Cache<QuestionAt, ConditionSet> sets = Caffeine.newBuilder().maximumSize(SETS_KEPT).build();

	public ConditionSetReader(FactsReader reader) {
		this.reader = reader;
	}

	/** Answers all questions with at most one round trip; a question about a model that there is not stays unanswered. */
	public Map<Question, ConditionSet> read(Collection<Question> questions, int revision) {
		Map<String, Facts> found = new HashMap<>();
		List<String> unknown = unknown(questions, revision, found);
		if (!unknown.isEmpty()) {
			keep(reader.facts(unknown, revision), revision, found);
		}
		return answers(questions, revision, found);
	}

	/** Answers all questions at two revisions with at most one round trip. */
	public Map<Question, Answers> read(Collection<Question> questions, int before, int revision) {
		Map<String, Facts> then = new HashMap<>();
		Map<String, Facts> now = new HashMap<>();
		List<String> unknown = Stream.concat(unknown(questions, before, then).stream(),
				unknown(questions, revision, now).stream()).distinct().toList();
		if (!unknown.isEmpty()) {
			Map<Integer, Map<String, Facts>> read = reader.facts(unknown, before, revision);
			keep(read.getOrDefault(before, Map.of()), before, then);
			keep(read.getOrDefault(revision, Map.of()), revision, now);
		}
		Map<Question, ConditionSet> old = answers(questions, before, then);
		Map<Question, ConditionSet> current = answers(questions, revision, now);
		Map<Question, Answers> answers = new LinkedHashMap<>();
		questions.forEach(it -> answers.put(it, new Answers(old.get(it), current.get(it))));
		return answers;
	}

	/** The answers to a question at two revisions; none where there was no such model. */
	public record Answers(@Nullable ConditionSet before, @Nullable ConditionSet now) {
	}

	private List<String> unknown(Collection<Question> questions, int revision, Map<String, Facts> known) {
		List<String> unknown = new ArrayList<>();
		questions.stream().map(Question::model).distinct().forEach(model -> {
			Facts about = facts.getIfPresent(new ModelAt(model, revision));
			if (about == null) {
				unknown.add(model);
			} else {
				known.put(model, about);
			}
		});
		return unknown;
	}

	private void keep(Map<String, Facts> read, int revision, Map<String, Facts> known) {
		read.forEach((model, about) -> facts.put(new ModelAt(model, revision), about));
		known.putAll(read);
	}

	private Map<Question, ConditionSet> answers(Collection<Question> questions, int revision,
			Map<String, Facts> known) {
		Map<Question, ConditionSet> answers = new LinkedHashMap<>();
		for (Question question : questions) {
			Facts about = known.get(question.model());
			if (about != null) {
				answers.put(question, sets.get(new QuestionAt(question, revision),
						asked -> ConditionSets.of(about, asked.question())));
			}
		}
		return answers;
	}
}

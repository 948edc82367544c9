package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.ConditionSets;
import org.imprimatur.force.Question;
import org.imprimatur.graph.FactsReader;
import org.imprimatur.knowledge.Facts;

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
		List<String> unknown = questions.stream().map(Question::model).distinct()
				.filter(model -> facts.getIfPresent(new ModelAt(model, revision)) == null).toList();
		Map<String, Facts> found = unknown.isEmpty() ? Map.of() : reader.facts(unknown, revision);
		found.forEach((model, about) -> facts.put(new ModelAt(model, revision), about));
		Map<Question, ConditionSet> answers = new LinkedHashMap<>();
		for (Question question : questions) {
			Facts about = found.getOrDefault(question.model(),
					facts.getIfPresent(new ModelAt(question.model(), revision)));
			if (about != null) {
				answers.put(question, sets.get(new QuestionAt(question, revision),
						asked -> ConditionSets.of(about, asked.question())));
			}
		}
		return answers;
	}
}

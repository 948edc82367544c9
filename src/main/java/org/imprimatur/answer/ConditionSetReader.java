package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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

	private record IdsAt(Set<String> ids, int revision) {
	}

	private final FactsReader reader;
	private final Cache<ModelAt, Facts> facts = Caffeine.newBuilder().maximumSize(MODELS_KEPT).build();
	private final Cache<QuestionAt, ConditionSet> sets = Caffeine.newBuilder().maximumSize(SETS_KEPT).build();

	private final Cache<IdsAt, Facts> lineages = Caffeine.newBuilder().maximumSize(MODELS_KEPT).build();

	public ConditionSetReader(FactsReader reader) {
		this.reader = reader;
	}

	/** Answers all questions with at most one round trip; a question about a model that there is not stays unanswered. */
	public Map<Question, ConditionSet> read(Collection<Question> questions, int revision) {
		Map<String, Facts> about = facts(questions.stream().map(Question::model).distinct().toList(), revision);
		Map<Question, ConditionSet> answers = new LinkedHashMap<>();
		for (Question question : questions) {
			Facts known = about.get(question.model());
			if (known != null) {
				answers.put(question, sets.get(new QuestionAt(question, revision),
						asked -> ConditionSets.of(known, asked.question())));
			}
		}
		return answers;
	}

	/** All that may bear on each of the models that there are, with at most one round trip. */
	public Map<String, Facts> facts(Collection<String> models, int revision) {
		Map<String, Facts> known = new HashMap<>(
				facts.getAllPresent(models.stream().map(it -> new ModelAt(it, revision)).toList()).entrySet().stream()
						.collect(Collectors.toMap(it -> it.getKey().model(), Map.Entry::getValue)));
		List<String> unknown = models.stream().filter(model -> !known.containsKey(model)).distinct().toList();
		if (!unknown.isEmpty()) {
			reader.facts(unknown, revision).forEach((model, about) -> {
				facts.put(new ModelAt(model, revision), about);
				known.put(model, about);
			});
		}
		return known;
	}

	/** Those of the entities that there are, with what they are part of, with at most one round trip. */
	public Facts lineages(Set<String> ids, int revision) {
		return lineages.get(new IdsAt(ids, revision), asked -> reader.lineages(asked.ids(), asked.revision()));
	}
}

package org.imprimatur.api.subscription;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.conditions.ConditionSetAnswers;
import org.imprimatur.api.conditions.ConditionSetChange;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.fetch.OperationRevision;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.ledger.Head;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Watches condition sets. Whoever watches is woken by a new revision and by a new day, and compares then; who is still
 * busy with what was found before finds only the newest afterwards, so that nothing piles up.
 */
@Component
class ConditionSetWatch {

	private final ConditionSetReader conditionSets;
	private final Head head;
	private final Clock clock;
	private final Sinks.Many<Integer> revisions = Sinks.many().multicast().directBestEffort();
	// On one thread the first to ask for a model's facts has read them for all others.
	private final Scheduler reading = Schedulers.newSingle("condition-set-watch", true);

	ConditionSetWatch(ConditionSetReader conditionSets, Head head, Clock clock) {
		this.conditionSets = conditionSets;
		this.head = head;
		this.clock = clock;
		head.onChange(this::wake);
	}

	@Scheduled(cron = "0 0 0 * * *", zone = "UTC")
	void newDay() {
		wake(head.number());
	}

	private synchronized void wake(int revision) {
		revisions.tryEmitNext(revision);
	}

	/** Ends all streams, so that none holds up the end of the application. */
	@EventListener(ContextClosedEvent.class)
	synchronized void end() {
		revisions.tryEmitComplete();
	}

	/**
	 * The changes of the models' condition sets from now on, or from what a client knows.
	 *
	 * @param since the revision that the client knows, or 0 if it knows none; the newest if absent
	 * @param sinceDay the day that it knows the sets of; today if absent
	 * @throws Refusal if there is no such revision, or no such model
	 */
	Flux<ConditionSetChange> changes(List<String> models, @Nullable Integer since, @Nullable LocalDate sinceDay) {
		int newest = head.number(since == null ? 0 : since);
		int known = OperationRevision.since(since == null ? newest : since, newest);
		Told told = new Told(models, known, since == null || sinceDay == null ? today() : sinceDay, newest);
		return revisions.asFlux().mergeWith(Mono.fromSupplier(head::number)).onBackpressureLatest()
				.publishOn(reading, 1).concatMapIterable(told::changes, 1);
	}

	private LocalDate today() {
		return LocalDate.now(clock);
	}

	private static List<Question> questions(List<String> models, LocalDate day) {
		return models.stream().distinct().map(it -> new Question(it, day, null, null)).toList();
	}

	/** What one client was told. */
	private final class Told {

		private final List<String> models;
		private final Map<String, @Nullable String> digests = new HashMap<>();
		private int revision;

		Told(List<String> models, int revision, LocalDate day, int newest) {
			this.models = models;
			this.revision = revision;
			conditionSets.read(questions(models, day), revision, newest).forEach((question, answers) -> {
				if (answers.before() == null && answers.now() == null) {
					throw ConditionSetAnswers.noModel(question.model());
				}
				digests.put(question.model(), ConditionSetChange.digest(answers.before()));
			});
		}

		List<ConditionSetChange> changes(int newest) {
			if (newest < revision) {
				return List.of();
			}
			List<Question> questions = questions(models, today());
			Map<Question, ConditionSet> sets = conditionSets.read(questions, newest);
			List<ConditionSetChange> changes = new ArrayList<>();
			for (Question question : questions) {
				ConditionSetChange change = ConditionSetChange.of(question, digests.get(question.model()), revision,
						sets.get(question), newest);
				if (change.isChange()) {
					digests.put(question.model(), change.digest());
					changes.add(change);
				}
			}
			revision = newest;
			return changes;
		}
	}
}

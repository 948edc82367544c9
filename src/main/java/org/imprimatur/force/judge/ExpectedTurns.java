package org.imprimatur.force.judge;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.operation.RelevantDates;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;

/** The turns that sources could only expect, since they were read before (design, "The rules of force", rule 7). */
public final class ExpectedTurns {

	private final AdmittedRecord record;
	private final Model model;
	private final Map<Imposed, NavigableSet<LocalDate>> days = new HashMap<>();

	/** Those of the conditions that may reach a model. */
	public ExpectedTurns(AdmittedRecord record, Model model) {
		this.record = record;
		this.model = model;
	}

	/**
	 * The day before {@code day} on which a condition can have turned last, or {@code through}; none if it cannot have
	 * turned after {@code through}.
	 */
	Optional<LocalDate> before(Instrument by, Condition condition, LocalDate through, LocalDate day) {
		if (!through.isBefore(day)) {
			return Optional.empty();
		}
		NavigableSet<LocalDate> turns = days
				.computeIfAbsent(new Imposed(new Ref<>(condition.id()), new Ref<>(by.id())), it -> days(by, condition))
				.subSet(through, false, day, true);
		return turns.isEmpty()
				? Optional.empty()
				: Optional.of(Optional.ofNullable(turns.lower(day)).orElse(through));
	}

	private NavigableSet<LocalDate> days(Instrument by, Condition condition) {
		Scope scope = condition.scope();
		Stream<Entity> covered = Stream.concat(scope.categories().stream(), scope.exclusions().stream())
				.flatMap(it -> record.facts().find(it.id(), Entity.class).stream());
		Set<EdtfDate> dates = RelevantDates.of(record,
				Stream.concat(Stream.of(by, condition, model), covered).toList());
		return Stream.concat(dates.stream(), Stream.ofNullable(by.issued()))
				.flatMap(it -> Stream.of(it.earliest(), it.latest())).collect(Collectors.toCollection(TreeSet::new));
	}
}

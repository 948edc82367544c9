package org.imprimatur.force.restriction;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.CoverageRule;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.derivation.Verdict;
import org.imprimatur.force.judge.Imposed;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.scope.ScopeReading.Route;
import org.imprimatur.force.timeline.ForcePeriods;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Which models were ever restricted: every binding prohibition and licence requirement that stood at some time and
 * reached a model, by the rules of force.
 */
public final class Restrictions {

	private final AdmittedRecord record;
	private final @Nullable LocalDate reportedBy;
	private final NormsByName norms;

	/** A norm that restricts, with the act that imposes it. */
	record Norm(Instrument by, Condition condition, RestrictionKind kind) {
	}

	/**
	 * @param facts all that may bear on the models
	 * @param reportedBy the last day of the public record by which it is judged; all of the record if absent
	 */
	public Restrictions(Facts facts, @Nullable LocalDate reportedBy) {
		this.record = new AdmittedRecord(facts, reportedBy);
		this.reportedBy = reportedBy;
		this.norms = new NormsByName(record.facts(), record.facts().all(Instrument.class).stream()
				.filter(by -> by.binding() && by.effective() != null)
				.flatMap(by -> by.imposes().stream().distinct()
						.flatMap(it -> record.facts().find(it, Condition.class).stream())
						.flatMap(it -> RestrictionKind.of(it).map(kind -> new Norm(by, it, kind)).stream()))
				.toList());
	}

	/** The facts on which they rest, as far as they had been reported. */
	public Facts facts() {
		return record.facts();
	}

	/** All of them, those of a model together. */
	public List<Restriction> all() {
		return record.facts().all(Model.class).stream().flatMap(this::of).toList();
	}

	private Stream<Restriction> of(Model model) {
		ForcePeriods force = new ForcePeriods(record, model);
		return norms.of(model).stream().filter(it -> reaches(it.condition(), force))
				.flatMap(it -> of(model, it, force).stream());
	}

	private Optional<Restriction> of(Model model, Norm norm, ForcePeriods force) {
		Course course = new Course(record, force, model, norm.by(), norm.condition());
		List<Period> periods = course.periods();
		if (periods.isEmpty()) {
			return Optional.empty();
		}
		Route route = course.route();
		Ref<Condition> condition = new Ref<>(norm.condition().id());
		Ref<Instrument> by = new Ref<>(norm.by().id());
		return Optional.of(new Restriction(new Ref<>(model.id()), condition, by, norm.kind(), route.reach(),
				route.via(), course.bound(), periods, course.suspensions(), course.days(),
				exceptions(norm.condition(), force),
				course.sureFrom().orElse(null),
				CoverageRule.of(record.facts(), model, Stream.concat(Stream.of(condition, by), route.via().stream()))
						.through(reportedBy)));
	}

	private static boolean reaches(Condition norm, ForcePeriods force) {
		return force.scopes(norm).route(norm.scope(), Days.UNKNOWN).isPresent();
	}

	private List<Ref<Condition>> exceptions(Condition norm, ForcePeriods force) {
		return record.backlinks().exceptionsTo(norm.id()).stream()
				.filter(it -> record.backlinks().imposing(it.id()).stream().anyMatch(by -> by.effective() != null))
				.filter(it -> reaches(it, force)).map(it -> new Ref<Condition>(it.id())).toList();
	}

	/** How a restriction stands on a day, where it is strictest; nothing if it no longer reaches the model. */
	public Optional<Verdict> on(LocalDate day, Restriction restriction) {
		return ConditionSets.verdict(record, new Question(restriction.model().id(), day, reportedBy, null),
				new Imposed(restriction.condition(), restriction.instrument()));
	}
}

package org.imprimatur.answer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.Coverage;
import org.imprimatur.force.conditions.Standing;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.operation.Amendment;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One text for one content of a condition set: what stands, and what it rests on, without prose, clocks and revision
 * (design, "The API"). Equal content gives equal texts, on every machine; {@code docs/receipts.md} tells how to
 * recompute it.
 */
public final class CanonicalConditionSet {

	private record Content(String model, List<Norm> conditions, Level standing, Basis coverage) {
	}

	private record Norm(String condition, String instrument, String reach, List<String> via,
			@Nullable String territory, @Nullable Period period, Period effective, @Nullable Boolean proposed,
			String state,
			@Nullable Boolean doubtful, @Nullable String reason, List<String> possible, List<String> causedBy,
			@Nullable String compliance,
			List<String> exceptions, List<Change> amendments) {
	}

	private record Change(String effect, String target, String field, String value, boolean certain) {
	}

	private record Level(String level, @Nullable String territory, List<String> because, List<String> possible) {
	}

	private record Basis(List<String> dossiers, List<String> sources, @Nullable String through) {
	}

	private CanonicalConditionSet() {
	}

	/** The SHA-256 digest of the text in UTF-8, in hexadecimal. */
	public static String digest(ConditionSet set) {
		return Sha256.of(write(set));
	}

	/** The text: JSON as {@link CanonicalForm} writes it. */
	static String write(ConditionSet set) {
		List<Norm> conditions = set.conditions().stream().map(CanonicalConditionSet::norm)
				.sorted(Comparator.comparing(Norm::condition).thenComparing(Norm::instrument)).toList();
		Content content = new Content(set.question().model(), conditions, level(set.standing()),
				basis(set.coverage()));
		return CanonicalForm.mapper().writeValueAsString(content);
	}

	private static Norm norm(AppliedCondition it) {
		return new Norm(it.condition().id(), it.instrument().id(), it.reach().name(),
				it.via().stream().map(Ref::id).toList(), it.territory(), it.period(),
				it.effective(), it.proposed() ? true : null,
				it.state().name(), it.doubtful() ? true : null, name(it.reason()),
				names(it.possible()), ids(it.causedBy()),
				name(it.compliance()), ids(it.exceptions()), it.amendments().stream().map(CanonicalConditionSet::change)
						.sorted(Comparator.comparing(Change::effect)).toList());
	}

	private static Change change(Amendment it) {
		return new Change(it.effect().id(), it.target().id(), it.field(), it.value(), it.certain());
	}

	private static Level level(Standing it) {
		return new Level(it.level().name(), it.territory(), ids(it.because()), names(it.possible()));
	}

	private static Basis basis(Coverage it) {
		return new Basis(ids(it.dossiers()), ids(it.sources()), it.through() == null ? null : it.through().text());
	}

	private static @Nullable String name(@Nullable Enum<?> constant) {
		return constant == null ? null : constant.name();
	}

	private static List<String> names(Collection<? extends Enum<?>> constants) {
		return constants.stream().map(Enum::name).sorted().toList();
	}

	private static <T extends Entity> List<String> ids(Collection<Ref<T>> refs) {
		return refs.stream().map(Ref::id).sorted().toList();
	}
}

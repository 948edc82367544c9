package org.imprimatur.cli;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.time.EdtfDate;

/**
 * What a curator has to look at in a dossier, by the rules of force.
 *
 * @param dossier the dossier
 * @param age how many days ago it was last looked at; that is where its sources end, if it does not tell
 * @param deadlines the deadlines of its conditions that passed while these stood, and of which nothing was found
 * @param turns what was to begin or to end after its sources end, and by the day
 */
record Due(Dossier dossier, long age, List<TimelineEntry> deadlines, List<TimelineEntry> turns) {

	private static final Set<TimelineKind> TURNS = EnumSet.of(TimelineKind.TAKES_EFFECT, TimelineKind.EFFECT,
			TimelineKind.SUSPENSION_ENDS, TimelineKind.CONDITION_STARTS, TimelineKind.CONDITION_ENDS,
			TimelineKind.EXPIRES);

	/**
	 * What is due in a dossier on a day.
	 *
	 * @param facts what all dossiers say
	 */
	static Due in(DossierContents contents, Facts facts, LocalDate day) {
		Set<String> own = contents.all().map(Entity::id).collect(Collectors.toSet());
		List<TimelineEntry> entries = Timeline.of(facts, contents.entities().stream()
				.filter(Instrument.class::isInstance).map(Entity::id).toList()).stream()
				.filter(it -> own.contains(it.node().id())).toList();
		Dossier dossier = contents.dossier();
		EdtfDate looked = dossier.lastReviewed() == null ? dossier.through() : dossier.lastReviewed();
		return new Due(dossier, ChronoUnit.DAYS.between(looked.latest(), day),
				entries.stream().filter(it -> isOverdue(it, entries, facts, day)).toList(),
				entries.stream().filter(it -> isTurn(it, dossier.through(), day)).toList());
	}

	private static boolean isTurn(TimelineEntry entry, EdtfDate through, LocalDate day) {
		EdtfDate date = entry.date();
		return TURNS.contains(entry.kind()) && date != null && date.earliest().isAfter(through.latest())
				&& !date.earliest().isAfter(day);
	}

	// A duty that had not begun by its last day, or had ended, was not to be met.
	private static boolean isOverdue(TimelineEntry entry, List<TimelineEntry> entries, Facts facts, LocalDate day) {
		EdtfDate deadline = entry.date();
		return entry.kind() == TimelineKind.DEADLINE && deadline != null && deadline.latest().isBefore(day)
				&& facts.find(entry.node().id(), Condition.class).filter(it -> it.findings().isEmpty()).isPresent()
				&& dates(entry, TimelineKind.CONDITION_STARTS, entries)
						.anyMatch(it -> !it.earliest().isAfter(deadline.latest()))
				&& dates(entry, TimelineKind.CONDITION_ENDS, entries)
						.noneMatch(it -> !it.latest().isAfter(deadline.earliest()));
	}

	private static Stream<EdtfDate> dates(TimelineEntry of, TimelineKind kind, List<TimelineEntry> entries) {
		return entries.stream().filter(it -> it.kind() == kind && it.node().equals(of.node()))
				.flatMap(it -> Stream.ofNullable(it.date()));
	}

	/** Whether there is something to look at, where a dossier is to be looked at after so many days. */
	boolean isDue(int bound) {
		return age > bound || !deadlines.isEmpty() || !turns.isEmpty();
	}
}

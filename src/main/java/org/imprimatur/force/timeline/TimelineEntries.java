package org.imprimatur.force.timeline;

import static org.imprimatur.force.timeline.TimelineKind.BREACHED;
import static org.imprimatur.force.timeline.TimelineKind.CONDITION_ENDS;
import static org.imprimatur.force.timeline.TimelineKind.CONDITION_STARTS;
import static org.imprimatur.force.timeline.TimelineKind.DEADLINE;
import static org.imprimatur.force.timeline.TimelineKind.EFFECT;
import static org.imprimatur.force.timeline.TimelineKind.EVENT;
import static org.imprimatur.force.timeline.TimelineKind.EXPIRES;
import static org.imprimatur.force.timeline.TimelineKind.ISSUED;
import static org.imprimatur.force.timeline.TimelineKind.MET;
import static org.imprimatur.force.timeline.TimelineKind.PUBLISHED;
import static org.imprimatur.force.timeline.TimelineKind.RELEASE;
import static org.imprimatur.force.timeline.TimelineKind.SOURCE_PUBLISHED;
import static org.imprimatur.force.timeline.TimelineKind.SUSPENSION_ENDS;
import static org.imprimatur.force.timeline.TimelineKind.TAKES_EFFECT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.derivation.StepSentences;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.record.Days;
import org.imprimatur.force.record.EvidenceKey;
import org.imprimatur.force.timeline.TurningDays.Spell;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** The entries of each entity that belongs to a timeline. */
final class TimelineEntries {

	private static final Set<EffectKind> ENDING = EnumSet.of(EffectKind.REVOKES, EffectKind.SUPERSEDES,
			EffectKind.ANNULS);

	private final AdmittedRecord record;
	private final ForcePeriods periods;
	private final TimelineSentences sentences;

	TimelineEntries(AdmittedRecord record, ForcePeriods periods) {
		this.record = record;
		this.periods = periods;
		this.sentences = new TimelineSentences(record.facts());
	}

	/** The entries of one entity; a condition has its own for each of the involved instruments that impose it. */
	Stream<TimelineEntry> of(Entity entity, Collection<Entity> involved) {
		return switch (entity) {
			case Model it -> it.releases().stream().map(release -> release(it, release));
			case Event it -> Stream.of(entry(EVENT, it.date(), Names.sentence(it.title()), Truth.TRUE,
					Stream.concat(it.about().stream(), it.participants().stream()), List.of(it), "date"));
			case Instrument it -> instrument(it).stream();
			case Effect it -> record.backlinks().instrumentOf(it).stream().flatMap(by -> effect(it, by).stream());
			case Condition it -> Stream.concat(duty(it), record.backlinks().imposing(it.id()).stream()
					.filter(involved::contains).flatMap(by -> condition(it, by).stream()));
			case Source it -> Stream.of(source(it));
			default -> Stream.empty();
		};
	}

	private TimelineEntry release(Model model, Release release) {
		return entry(RELEASE, release.date(), sentences.released(model, release), Stream.empty(), model, release);
	}

	private List<TimelineEntry> instrument(Instrument it) {
		List<TimelineEntry> entries = new ArrayList<>();
		if (it.issued() != null || it.effective() != null) {
			entries.add(
					entry(ISSUED, it.issued(), sentences.issued(it), Truth.TRUE, it.issuedBy().stream(), List.of(it),
							"issued"));
		}
		if (it.published() != null) {
			entries.add(entry(PUBLISHED, it.published(), sentences.published(it), Truth.TRUE, Stream.empty(),
					List.of(it), "published"));
		}
		if (it.effective() != null) {
			entries.add(entry(TAKES_EFFECT, periods.operation().takesEffect(it), sentences.takesEffect(it), Truth.TRUE,
					Stream.empty(), List.of(it), "effective"));
			Period effective = periods.operation().amendments().effective(it, Days.END_OF_RECORD);
			EdtfDate end = effective == null ? null : effective.end();
			Truth gone = end == null ? Truth.TRUE : periods.operation().acted(it, end, ENDING);
			if (gone != Truth.TRUE) {
				entries.add(entry(EXPIRES, end, sentences.expires(it), gone.not(), Stream.empty(), List.of(it),
						"effective"));
			}
		}
		return entries;
	}

	private List<TimelineEntry> effect(Effect it, Instrument by) {
		return periods.of(it).stream().flatMap(spell -> effect(it, by, spell).stream()).toList();
	}

	private List<TimelineEntry> effect(Effect it, Instrument by, Spell spell) {
		List<TimelineEntry> entries = new ArrayList<>();
		List<Ref<Entity>> related = List.of(new Ref<>(by.id()), it.target());
		EdtfDate first = sure(spell.start()) ? spell.start() : periods.operation().firstDay(it).orElse(spell.start());
		entries.add(entry(EFFECT, first, sentences.acts(it, by), Truth.of(sure(spell.start())), related.stream(),
				List.of(it, by), "kind", "target", "period", "onceMet", "effective", "effects"));
		if (it.kind() == EffectKind.SUSPENDS && spell.end() != null) {
			entries.add(entry(SUSPENSION_ENDS, spell.end(),
					sentences.suspensionEnds(it, by),
					Truth.of(sure(spell.end())), related.stream(), List.of(it, by), "period", "unlessBreached",
					"effective"));
		}
		return entries;
	}

	private Stream<TimelineEntry> duty(Condition it) {
		EdtfDate deadline = periods.operation(it).amendments().deadline(it, Days.END_OF_RECORD);
		Stream<TimelineEntry> due = deadline == null || deadline.equals(Days.NEVER)
				? Stream.empty()
				: Stream.of(entry(DEADLINE, deadline, sentences.deadline(it), Truth.TRUE,
						Stream.empty(), List.of(it), "deadline"));
		return Stream.concat(it.findings().stream().map(finding -> {
			boolean met = finding.outcome() == Condition.Outcome.MET;
			return entry(met ? MET : BREACHED, finding.dayFound(),
					sentences.found(it, finding),
					Stream.of(Optional.ofNullable(finding.by()), Optional.ofNullable(finding.act()))
							.flatMap(Optional::stream),
					it, finding);
		}), due);
	}

	private List<TimelineEntry> condition(Condition it, Instrument by) {
		List<TimelineEntry> entries = new ArrayList<>();
		for (Spell spell : periods.of(by, it)) {
			entries.add(entry(CONDITION_STARTS, spell.start(),
					sentences.starts(it, by, !entries.isEmpty()),
					Truth.of(sure(spell.start())), Stream.of(new Ref<>(by.id())), List.of(it, by), "period", "onceMet",
					"effective", "imposes"));
			if (spell.end() != null) {
				entries.add(end(it, by, spell.end(), sure(spell.start())));
			}
		}
		return entries;
	}

	/** An end has the evidence of what brought it about. */
	private TimelineEntry end(Condition it, Instrument by, EdtfDate end, boolean started) {
		EdtfDate day = EdtfDate.of(sure(end) ? end.latest() : end.earliest());
		List<Step> steps = new StepSentences(record.facts(), new Wording(record.facts()), day, by, it)
				.steps(periods.endings(by, it, day));
		List<Ref<Entity>> causes = steps.stream().flatMap(step -> step.nodes().stream())
				.filter(node -> !node.id().equals(it.id()) && !node.id().equals(by.id())).toList();
		TimelineEntry entry = entry(CONDITION_ENDS, end,
				sentences.ends(it, by, steps),
				Truth.of(started && sure(end)), Stream.concat(Stream.of(new Ref<Entity>(by.id())), causes.stream()),
				List.of(it, by), "period", "effective");
		return new TimelineEntry(entry.kind(), entry.date(), entry.title(), entry.node(), entry.related(),
				entry.certain(), steps.stream().flatMap(step -> step.evidence().stream()).distinct().toList(),
				entry.disputes(), List.of());
	}

	private TimelineEntry source(Source it) {
		EdtfDate retrieved = it.retrieved();
		EdtfDate by = retrieved == null ? null : new EdtfDate(retrieved.text(), LocalDate.MIN, retrieved.latest());
		return entry(SOURCE_PUBLISHED, it.published() == null ? by : it.published(),
				sentences.published(it),
				Truth.TRUE, Stream.empty(), List.of(it), "published");
	}

	/** An entry for a part of an entity's facts, which rests on the passages of that part. */
	private TimelineEntry entry(TimelineKind kind, EdtfDate date, String title, Stream<? extends Ref<?>> related,
			Entity whole, EvidencedPart part) {
		boolean certain = !record.doubtful(whole) && record.known(whole, part) == Truth.TRUE;
		return new TimelineEntry(kind, Days.shown(date), title, new Ref<>(whole.id()),
				related.map(it -> new Ref<Entity>(it.id())).distinct().toList(), certain,
				record.supporting(whole, part), record.disputing(whole, part), List.of());
	}

	/**
	 * @param basis what it is about, and what else it rests on
	 * @param fields the fields that it rests on
	 */
	private TimelineEntry entry(TimelineKind kind, @Nullable EdtfDate date, String title, Truth truth,
			Stream<? extends Ref<?>> related, List<? extends Entity> basis, String... fields) {
		List<String> bearing = List.of(fields);
		List<EvidenceKey> disputes = basis.stream().flatMap(it -> record.disputing(it, bearing).stream()).toList();
		boolean doubted = basis.stream().anyMatch(it -> record.doubtful(it) || record.weak(it, bearing));
		return new TimelineEntry(kind, Days.shown(date), title, new Ref<>(basis.getFirst().id()),
				related.map(it -> new Ref<Entity>(it.id())).distinct().toList(),
				truth == Truth.TRUE && !doubted,
				basis.stream().flatMap(it -> record.supporting(it, bearing).stream()).toList(), disputes, List.of());
	}

	/** Whether a date leaves no doubt that its day comes. */
	private static boolean sure(EdtfDate date) {
		return !date.latest().equals(LocalDate.MAX);
	}
}

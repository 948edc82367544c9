package org.imprimatur.api.explore;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Paged;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.timeline.Timeline;
import org.imprimatur.force.timeline.TimelineEntry;
import org.imprimatur.force.timeline.TimelineKind;
import org.imprimatur.graph.walk.HistoryReader;
import org.imprimatur.graph.walk.HistoryReader.History;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code timeline}. */
@Component
class TimelineField extends RootField<TimelineField.Arguments> {

	private static final int MOST_NODES = 20;

	private final HistoryReader reader;

	TimelineField(HistoryReader reader) {
		super("timeline", Arguments.class, TimelineConnection.class);
		this.reader = reader;
	}

	/** What is asked. */
	record Arguments(List<String> of, @Nullable LocalDate from, @Nullable LocalDate to,
			@Nullable List<TimelineKind> kinds, int first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) implements Paged {
	}

	/** A page of a timeline. */
	record TimelineConnection(List<TimelineEntry> nodes, List<TimelineEdge> edges, PageInfo pageInfo, int totalCount,
			@Nullable EdtfDate through, boolean beyondCoverage) {
	}

	/** An entry with its place. */
	record TimelineEdge(String cursor, TimelineEntry node) {
	}

	@Override
	public TimelineConnection answer(Arguments arguments, int revision) {
		List<String> ids = arguments.of();
		if (ids.size() > MOST_NODES) {
			throw new Refusal(Code.LIMIT_EXCEEDED,
					"these are %d nodes, and %d is the limit of a timeline: ask for them in several queries"
							.formatted(ids.size(), MOST_NODES));
		}
		History history = reader.read(ids, revision);
		ids.stream().filter(id -> !history.found().contains(id)).findFirst().ifPresent(id -> {
			throw Refusal.noNode(id,
					"there is no node '%s': take an id from one of the lists".formatted(id));
		});
		List<TimelineKind> kinds = arguments.kinds();
		Stream<TimelineEntry> told = kinds == null
				? Timeline.story(history.facts(), ids).stream()
				: Timeline.of(history.facts(), ids).stream().filter(entry -> kinds.contains(entry.kind()));
		List<TimelineEntry> entries = told.filter(entry -> canLie(entry.date(), arguments.from(), arguments.to()))
				.toList();
		Slice<TimelineEntry> page = Slice.of(entries, TimelineEntry::key, arguments.window());
		EdtfDate through = history.through().stream().min(Comparator.comparing(EdtfDate::earliest)).orElse(null);
		LocalDate last = arguments.to();
		return new TimelineConnection(page.rows(), page.edges(TimelineEdge::new), page.pageInfo(), page.totalCount(),
				through, through == null || last == null || last.isAfter(through.earliest()));
	}

	private static boolean canLie(@Nullable EdtfDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
		return date == null
				|| (from == null || !date.latest().isBefore(from)) && (to == null || !date.earliest().isAfter(to));
	}
}

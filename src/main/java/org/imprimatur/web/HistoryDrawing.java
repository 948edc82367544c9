package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The conditions on a model as bars along its days, to scale: what is vague about a start or an end is drawn as the
 * range of days that it can be, and a suspension as a gap.
 *
 * @param first the day at its left end
 * @param last the day at its right end
 * @param width in the units of the drawing
 * @param height in the units of the drawing
 * @param bars a bar for each condition, the earliest first
 * @param ticks the first days of years or months
 * @param marker where the day that is asked for stands
 */
record HistoryDrawing(LocalDate first, LocalDate last, double width, double height, List<Bar> bars, List<Tick> ticks,
		double marker) {

	/** The kinds of the entries that it is made of. */
	static final List<String> KINDS = List.of("CONDITION_STARTS", "CONDITION_ENDS", "EFFECT", "SUSPENSION_ENDS");
	private static final double WIDTH = 960;
	private static final double ROW = 38;
	private static final double TOP = 34;
	private static final double LABEL = 72;
	private static final int FEW_MONTHS = 20;

	/** A condition: the stretches in which it stood, and what is vague or suspended of them. */
	record Bar(String id, String name, double nameY, List<Stretch> stood, List<Stretch> vague,
			List<Stretch> suspended) {
	}

	/** A part of a bar. */
	record Stretch(double x, double y, double width) {
	}

	/** A day on the axis. */
	record Tick(double x, String label) {
	}

	/** The days that a date can be. */
	private record Range(LocalDate earliest, LocalDate latest) {

		static @Nullable Range of(Map<String, Object> entry) {
			Map<String, Object> date = fields(entry.get("date"));
			return date.isEmpty()
					? null
					: new Range(LocalDate.parse(text(date, "earliest")), LocalDate.parse(text(date, "latest")));
		}
	}

	/** What is known of a condition. */
	private static final class Course {
		private final String id;
		private final String name;
		private final String instrument;
		private final List<Stood> stood = new ArrayList<>();

		Course(Map<String, Object> condition) {
			id = text(condition, "id");
			name = text(condition, "name");
			instrument = text(fields(condition.get("imposedBy")), "id");
		}

		private void begin(@Nullable Range when) {
			if (when != null) {
				stood.add(new Stood(when, null));
			}
		}

		private void end(@Nullable Range when) {
			if (when != null && !stood.isEmpty()) {
				stood.add(new Stood(stood.removeLast().start(), when));
			}
		}
	}

	/** A time in which a condition stood; what began again after it had ended stood twice. */
	private record Stood(Range start, @Nullable Range end) {

		private LocalDate lastDay(LocalDate otherwise) {
			return end == null ? otherwise : end.latest();
		}
	}

	/** A suspension of what has the id. */
	private record Suspension(String target, LocalDate from, @Nullable LocalDate to) {
	}

	/** The drawing of entries of a timeline on when conditions and effects begin and end; none of no condition. */
	static @Nullable HistoryDrawing of(@Nullable Object timeline, LocalDate asked) {
		Map<String, Course> courses = new LinkedHashMap<>();
		Map<String, Suspension> suspensions = new LinkedHashMap<>();
		for (Map<String, Object> entry : nodes(timeline)) {
			Map<String, Object> node = fields(entry.get("node"));
			Range when = Range.of(entry);
			switch (text(entry, "kind")) {
				case "CONDITION_STARTS" -> course(courses, node).begin(when);
				case "CONDITION_ENDS" -> course(courses, node).end(when);
				case "EFFECT" -> {
					if (when != null && text(node, "effect").equals("SUSPENDS")) {
						suspensions.put(text(node, "id"),
								new Suspension(text(fields(node.get("target")), "id"), when.earliest(), null));
					}
				}
				case "SUSPENSION_ENDS" -> suspensions.computeIfPresent(text(node, "id"),
						(id, it) -> new Suspension(it.target(), it.from(), when == null ? null : when.latest()));
				default -> {
				}
			}
		}
		List<Course> known = courses.values().stream().filter(it -> !it.stood.isEmpty())
				.sorted(Comparator.comparing(it -> it.stood.getFirst().start().earliest())).toList();
		return known.isEmpty() ? null : drawn(known, List.copyOf(suspensions.values()), asked);
	}

	private static Course course(Map<String, Course> courses, Map<String, Object> condition) {
		return courses.computeIfAbsent(text(condition, "id"), id -> new Course(condition));
	}

	private static HistoryDrawing drawn(List<Course> courses, List<Suspension> suspensions, LocalDate asked) {
		List<Stood> stood = courses.stream().flatMap(it -> it.stood.stream()).toList();
		// What may always have been so, or may be so for ever, does not make the scale.
		LocalDate first = Stream.concat(stood.stream().map(it -> it.start().latest()), Stream.of(asked))
				.min(Comparator.naturalOrder()).orElseThrow();
		LocalDate last = Stream.concat(stood.stream().flatMap(it -> Stream.of(it.start(), it.end()))
				.filter(Objects::nonNull).map(Range::earliest), Stream.of(asked)).max(Comparator.naturalOrder())
				.orElseThrow();
		long margin = 1 + ChronoUnit.DAYS.between(first, last) / 20;
		Scale scale = new Scale(first.minusDays(margin), last.plusDays(margin));
		List<Bar> bars = new ArrayList<>();
		for (Course course : courses) {
			bars.add(bar(course, suspensions, scale, TOP + ROW * bars.size()));
		}
		return new HistoryDrawing(scale.first(), scale.last(), WIDTH, TOP + ROW * bars.size() + 6, bars, scale.ticks(),
				scale.x(asked));
	}

	private static Bar bar(Course course, List<Suspension> suspensions, Scale scale, double y) {
		double line = y + 20;
		List<Stretch> whole = course.stood.stream()
				.map(it -> scale.stretch(it.start().earliest(), it.lastDay(scale.last()), line)).toList();
		List<Stretch> vague = course.stood.stream().flatMap(it -> Stream.of(it.start(), it.end()))
				.filter(Objects::nonNull).filter(it -> !it.earliest().equals(it.latest()))
				.map(it -> scale.stretch(it.earliest(), it.latest(), line)).toList();
		LocalDate lastDay = course.stood.getLast().lastDay(scale.last());
		List<Stretch> suspended = suspensions.stream()
				.filter(it -> it.target().equals(course.id) || it.target().equals(course.instrument))
				.filter(it -> it.from().isBefore(lastDay))
				.map(it -> scale.stretch(it.from(), it.to() == null || it.to().isAfter(lastDay) ? lastDay : it.to(),
						line))
				.toList();
		return new Bar(course.id, course.name, y + 15, whole, vague, suspended);
	}

	/** Days along the width. */
	private record Scale(LocalDate first, LocalDate last) {

		double x(LocalDate day) {
			double x = WIDTH * ChronoUnit.DAYS.between(first, day) / ChronoUnit.DAYS.between(first, last);
			return Math.clamp(Math.round(10 * x) / 10.0, 0, WIDTH);
		}

		Stretch stretch(LocalDate from, LocalDate to, double y) {
			return new Stretch(x(from), y, Math.max(2, x(to) - x(from)));
		}

		List<Tick> ticks() {
			boolean months = ChronoUnit.MONTHS.between(first, last) <= FEW_MONTHS;
			List<Tick> ticks = new ArrayList<>();
			double labelled = -LABEL;
			LocalDate day = months ? first.withDayOfMonth(1).plusMonths(1) : first.withDayOfYear(1).plusYears(1);
			for (; !day.isAfter(last); day = months ? day.plusMonths(1) : day.plusYears(1)) {
				double x = x(day);
				boolean apart = x - labelled >= LABEL;
				labelled = apart ? x : labelled;
				ticks.add(new Tick(x, apart ? label(day, months) : ""));
			}
			return ticks;
		}

		private static String label(LocalDate day, boolean months) {
			return months ? "%d-%02d".formatted(day.getYear(), day.getMonthValue()) : String.valueOf(day.getYear());
		}
	}
}

package org.imprimatur.api.explore;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.answer.RestrictionReader;
import org.imprimatur.answer.RestrictionReader.Table;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Paged;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.restriction.Restriction;
import org.imprimatur.force.restriction.RestrictionKind;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code restrictions}. */
@Component
class RestrictionsField extends RootField<RestrictionsField.Arguments> {

	private final RestrictionReader reader;
	private final Clock clock;

	RestrictionsField(RestrictionReader reader, Clock clock) {
		super("restrictions", Arguments.class, RestrictionConnection.class);
		this.reader = reader;
		this.clock = clock;
	}

	/** What is asked. */
	record Arguments(@Nullable Filter filter, RestrictionOrder orderBy, @Nullable LocalDate asOf,
			@Nullable LocalDate reportedBy, int first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) implements Paged {
	}

	/** Which restrictions. */
	record Filter(@Nullable List<String> jurisdiction, @Nullable List<String> agency,
			@Nullable List<RestrictionKind> kind, @Nullable List<String> recipient, @Nullable LocalDate day) {

		private boolean admits(Restriction it, Facts facts) {
			Instrument act = act(it, facts);
			return admits(kind, Stream.of(it.kind()))
					&& admits(agency, act.issuedBy().stream().map(Ref::id))
					&& admits(jurisdiction, act.issuedBy().stream()
							.flatMap(by -> facts.find(by.id(), Agency.class).stream()).map(Agency::jurisdiction)
							.filter(Objects::nonNull))
					&& admits(recipient, norm(it, facts).scope().recipients().stream().map(Ref::id))
					&& (day == null || canLie(day, it.periods()) && !surelyLies(day, it.suspensions()));
		}

		private static <T> boolean admits(@Nullable Collection<T> wanted, Stream<T> found) {
			return wanted == null || found.anyMatch(wanted::contains);
		}

		private static boolean canLie(LocalDate day, List<Period> periods) {
			return periods.stream().anyMatch(it -> (it.start() == null || !it.start().earliest().isAfter(day))
					&& (it.end() == null || it.end().latest().isAfter(day)));
		}

		private static boolean surelyLies(LocalDate day, List<Period> periods) {
			return periods.stream().anyMatch(it -> (it.start() == null || !it.start().latest().isAfter(day))
					&& (it.end() == null || it.end().earliest().isAfter(day)));
		}
	}

	/** A page of restrictions. */
	record RestrictionConnection(List<RestrictionRow> nodes, List<RestrictionEdge> edges, PageInfo pageInfo,
			int totalCount, LocalDate asOf, @Nullable EdtfDate through, boolean beyondCoverage) {
	}

	/** A restriction with its place. */
	record RestrictionEdge(String cursor, RestrictionRow node) {
	}

	@Override
	public RestrictionConnection answer(Arguments arguments, int revision) {
		Table table = reader.read(revision, arguments.reportedBy());
		Facts facts = table.rules().facts();
		LocalDate day = arguments.asOf() == null ? LocalDate.now(clock) : arguments.asOf();
		Filter filter = arguments.filter();
		List<Restriction> all = table.all().stream().filter(it -> begun(it, facts, day))
				.filter(it -> filter == null || filter.admits(it, facts))
				.sorted(order(arguments.orderBy(), facts)).toList();
		Slice<RestrictionRow> page = Slice.of(all, Restriction::key, arguments.window())
				.map(it -> RestrictionRow.of(it, facts, table.rules().on(day, it).orElse(null), day));
		EdtfDate through = through(all);
		return new RestrictionConnection(page.rows(), page.edges(RestrictionEdge::new), page.pageInfo(),
				page.totalCount(), day, through, RestrictionRow.beyond(day, through));
	}

	// What had not been issued by the day is left out, as everywhere.
	private static boolean begun(Restriction it, Facts facts, LocalDate day) {
		EdtfDate issued = act(it, facts).issued();
		EdtfDate start = start(it);
		return (issued == null || !issued.earliest().isAfter(day)) && (start == null || !start.earliest().isAfter(day));
	}

	private static Comparator<Restriction> order(RestrictionOrder order, Facts facts) {
		Comparator<LocalDate> days = Comparator.naturalOrder();
		Comparator<String> names = Comparator.naturalOrder();
		Comparator<Restriction> byName = Comparator.comparing(it -> name(it, facts));
		return (switch (order) {
			case START_DESC -> byStart(days.reversed());
			case START_ASC -> byStart(days);
			case MODEL_ASC -> byName;
			case MODEL_DESC -> Comparator.comparing((Restriction it) -> name(it, facts), names.reversed());
		}).thenComparing(byName).thenComparing(Restriction::key);
	}

	private static Comparator<Restriction> byStart(Comparator<LocalDate> days) {
		return Comparator.comparing(RestrictionsField::start,
				Comparator.nullsLast(Comparator.comparing(RestrictionsField::firstKnown, days)));
	}

	// What had begun by a day may have begun on it, or long before.
	private static LocalDate firstKnown(EdtfDate start) {
		return start.earliest().isAfter(EdtfDate.DISTANT_PAST) ? start.earliest() : start.latest();
	}

	private static @Nullable EdtfDate start(Restriction it) {
		return it.periods().getFirst().start();
	}

	private static String name(Restriction it, Facts facts) {
		return facts.find(it.model().id(), Entity.class).orElseThrow().name();
	}

	private static Condition norm(Restriction it, Facts facts) {
		return facts.find(it.condition(), Condition.class).orElseThrow();
	}

	private static Instrument act(Restriction it, Facts facts) {
		return facts.find(it.instrument(), Instrument.class).orElseThrow();
	}

	// Of all of them, and of none where one is told by no dossier.
	private static @Nullable EdtfDate through(List<Restriction> all) {
		return all.stream().anyMatch(it -> it.through() == null)
				? null
				: all.stream().map(Restriction::through).filter(Objects::nonNull)
						.min(Comparator.comparing(EdtfDate::earliest)).orElse(null);
	}
}

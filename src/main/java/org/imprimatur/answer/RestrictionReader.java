package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.LocalDate;
import java.util.List;
import org.imprimatur.force.restriction.Restriction;
import org.imprimatur.force.restriction.Restrictions;
import org.imprimatur.graph.walk.FactsReader;
import org.imprimatur.knowledge.Facts;
import org.jspecify.annotations.Nullable;

/**
 * The restrictions of all models at a revision. What they are does not depend on the day asked, so that they are kept
 * by revision and day of the public record.
 */
public final class RestrictionReader {

	/** Facts are kept as long as they are not too many: twice those of a graph of 20,000 entities. */
	private static final long FACTS_KEPT = 50_000;

	private record At(int revision, @Nullable LocalDate reportedBy) {
	}

	/** All restrictions, and the rules that tell how each of them stands on a day. */
	public record Table(Restrictions rules, List<Restriction> all) {
	}

	private final FactsReader reader;
	private final Cache<Integer, Facts> facts = Caffeine.newBuilder().maximumWeight(FACTS_KEPT)
			.weigher((Integer revision, Facts read) -> read.size()).build();
	private final Cache<At, Table> tables = Caffeine.newBuilder().maximumWeight(FACTS_KEPT)
			.weigher((At at, Table table) -> table.rules().facts().size()).build();

	public RestrictionReader(FactsReader reader) {
		this.reader = reader;
	}

	/** All restrictions, with at most one round trip. */
	public Table read(int revision, @Nullable LocalDate reportedBy) {
		return tables.get(new At(revision, reportedBy), asked -> {
			Restrictions rules = new Restrictions(facts.get(asked.revision(), reader::restricted), asked.reportedBy());
			return new Table(rules, rules.all());
		});
	}
}

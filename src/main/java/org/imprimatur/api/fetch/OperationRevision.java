package org.imprimatur.api.fetch;

import graphql.GraphQLContext;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingEnvironmentImpl;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.ledger.Head;
import org.springframework.stereotype.Component;

/**
 * Which revision an operation reads: the one that {@code at} names, or the head as this process knows it, taken once
 * for all of the operation.
 */
@Component
public class OperationRevision {

	private static final String PINNED = "imprimatur.head";
	private static final String NAMED = "imprimatur.named";
	private static final String OF_THE_MOMENT = "imprimatur.ofTheMoment";

	private final RecordStore records;
	private final Head head;

	OperationRevision(RecordStore records, Head head) {
		this.records = records;
		this.head = head;
	}

	/** What an operation's context holds that reads a revision known already, in place of the head. */
	public static Map<Object, Object> pinned(int revision) {
		return Map.of(PINNED, revision);
	}

	/** Whether an operation's answer is not of its revision alone, so that it must not be kept by that. */
	public static boolean isOfTheMoment(GraphQLContext context) {
		return context.hasKey(OF_THE_MOMENT);
	}

	static void ofTheMoment(DataFetchingEnvironment environment) {
		environment.getGraphQlContext().put(OF_THE_MOMENT, true);
	}

	/** The revision that a root field reads. */
	int of(DataFetchingEnvironment environment) {
		return of(environment, 0);
	}

	/** The revision that a root field reads whose arguments name one that whoever asks has seen. */
	int of(DataFetchingEnvironment environment, int seen) {
		return environment.getLocalContext() instanceof Integer revision ? revision : head(environment, seen);
	}

	/** Whether a root field reads a revision that was named, by {@code at} or by an id, and not the newest. */
	static boolean isNamed(DataFetchingEnvironment environment) {
		return environment.getLocalContext() instanceof Integer;
	}

	/**
	 * A root field with plain ids in its arguments, which reads the revision that they named, if any did.
	 *
	 * @throws Refusal if there is no such revision, or if ids of an operation name several
	 */
	DataFetchingEnvironment asked(DataFetchingEnvironment environment) {
		Set<Integer> named = VersionedIds.revisions(environment.getArguments());
		if (named.isEmpty()) {
			return environment;
		}
		Set<Integer> together = new TreeSet<>(named);
		if (environment.getLocalContext() instanceof Integer at) {
			together.add(at);
		}
		together.add(Objects.requireNonNull(
				environment.getGraphQlContext().computeIfAbsent(NAMED, key -> named.iterator().next())));
		if (together.size() > 1) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"one operation names the revisions %s: ask for each in an operation of its own"
							.formatted(together.stream().map(String::valueOf).collect(Collectors.joining(" and "))));
		}
		int revision = together.iterator().next();
		return DataFetchingEnvironmentImpl.newDataFetchingEnvironment(environment)
				.arguments(VersionedIds.plain(environment.getArguments()))
				.localContext(known(revision, head(environment, revision))).build();
	}

	/** The revision that {@code at} names. */
	int at(DataFetchingEnvironment environment) {
		Integer revision = environment.getArgument("revision");
		OffsetDateTime recordedBy = environment.getArgument("recordedBy");
		if (revision != null && recordedBy == null) {
			return known(revision, head(environment, revision));
		}
		if (recordedBy != null && revision == null) {
			int known = records.headAt(recordedBy.toInstant());
			Integer pinned = environment.getGraphQlContext().get(PINNED);
			return pinned == null ? known : Math.min(known, pinned);
		}
		throw new Refusal(Code.BAD_ARGUMENT, "give at either a revision or recordedBy");
	}

	/** The number of a revision that there is, as far as {@code head}. */
	public static int known(int revision, int head) {
		if (revision < 1 || revision > head) {
			throw new Refusal(Code.NOT_FOUND,
					"there is no revision %d: the record has the revisions 1 to %d".formatted(revision, head));
		}
		return revision;
	}

	/** The number of a revision that a client knows, or 0, which is before all of them. */
	public static int since(int revision, int head) {
		if (revision < 0 || revision > head) {
			throw new Refusal(Code.NOT_FOUND,
					"there is no revision %d: the record has the revisions 1 to %d, and 0 is before all of them"
							.formatted(revision, head));
		}
		return revision;
	}

	private int head(DataFetchingEnvironment environment, int seen) {
		int pinned = Objects
				.requireNonNull(environment.getGraphQlContext().computeIfAbsent(PINNED, key -> head.number()));
		return seen > pinned ? head.number(seen) : pinned;
	}
}

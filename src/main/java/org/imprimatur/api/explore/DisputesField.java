package org.imprimatur.api.explore;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.answer.ConditionSetReader;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Paged;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.record.Dispute;
import org.imprimatur.graph.walk.SurveyReader;
import org.imprimatur.graph.walk.SurveyReader.Disputed;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.References;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code disputes}. */
@Component
class DisputesField extends RootField<DisputesField.Arguments> {

	private final SurveyReader surveys;
	private final ConditionSetReader entities;

	DisputesField(SurveyReader surveys, ConditionSetReader entities) {
		super("disputes", Arguments.class, DisputeConnection.class);
		this.surveys = surveys;
		this.entities = entities;
	}

	/** What is asked. */
	record Arguments(@Nullable List<Kind> kinds, @Nullable List<String> of, int first, @Nullable String after,
			@Nullable Integer last, @Nullable String before) implements Paged {
	}

	/** A page of disputes. */
	record DisputeConnection(List<DisputeEdge> edges, List<Dispute> nodes, PageInfo pageInfo, int totalCount) {
	}

	/** A dispute with its place. */
	record DisputeEdge(String cursor, Dispute node) {
	}

	@Override
	public DisputeConnection answer(Arguments arguments, int revision) {
		List<String> of = arguments.of() == null ? List.of() : arguments.of();
		Disputed disputed = surveys.disputed(of, revision);
		disputed.unknown().stream().findFirst().ifPresent(id -> {
			throw Refusal.noNode(id);
		});
		Set<String> named = disputed.facts().all().flatMap(it -> Stream.concat(References.of(it).stream(),
				it.passages().stream().map(Evidence::otherValue).flatMap(Stream::ofNullable)))
				.collect(Collectors.toUnmodifiableSet());
		List<Dispute> all = Dispute.in(disputed.facts(), entities.lineages(named, revision)).stream()
				.filter(dispute -> arguments.kinds() == null
						|| arguments.kinds().contains(Kind.ofId(dispute.entity().id())))
				.filter(dispute -> of.isEmpty() || isAbout(of, dispute, disputed.facts())).toList();
		// Two parts of the same facts may be disputed in the same words, but not by the same passage.
		Slice<Dispute> page = Slice.of(all,
				dispute -> "%s %s %d".formatted(dispute.entity(), dispute.field(),
						dispute.disputing().getFirst().position()),
				arguments.window());
		return new DisputeConnection(page.edges(DisputeEdge::new), page.rows(), page.pageInfo(), page.totalCount());
	}

	private static boolean isAbout(List<String> of, Dispute dispute, Facts facts) {
		return of.contains(dispute.entity().id()) || facts.find(dispute.entity(), Entity.class)
				.filter(it -> References.of(it).stream().anyMatch(of::contains)).isPresent();
	}
}

package org.imprimatur.api.explore;

import java.util.List;
import java.util.Map;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.judge.ConflictingAccounts;
import org.imprimatur.force.judge.Dispute;
import org.imprimatur.graph.walk.SurveyReader;
import org.imprimatur.knowledge.Kind;
import org.springframework.stereotype.Component;

/** Answers {@code disputes}. */
@Component
class DisputesField implements ComputedField {

	private final SurveyReader surveys;

	DisputesField(SurveyReader surveys) {
		this.surveys = surveys;
	}

	/** A page of disputes. */
	record DisputeConnection(List<DisputeEdge> edges, List<Dispute> nodes, PageInfo pageInfo, int totalCount) {
	}

	/** A dispute with its place. */
	record DisputeEdge(String cursor, Dispute node) {
	}

	@Override
	public String name() {
		return "disputes";
	}

	@Override
	public Class<DisputeConnection> type() {
		return DisputeConnection.class;
	}

	@Override
	public DisputeConnection answer(Map<String, Object> arguments, int revision) {
		List<Dispute> all = ConflictingAccounts.in(surveys.disputed(revision)).stream()
				.filter(dispute -> !(arguments.get("kinds") instanceof List<?> kinds)
						|| kinds.contains(Kind.ofId(dispute.entity().id()).name()))
				.toList();
		Slice<Dispute> page = Slice.of(all,
				dispute -> "%s %s %s".formatted(dispute.entity(), dispute.field(), dispute.otherValue()), arguments);
		return new DisputeConnection(page.edges(DisputeEdge::new), page.rows(), page.pageInfo(), page.totalCount());
	}
}

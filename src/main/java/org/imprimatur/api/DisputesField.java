package org.imprimatur.api;

import java.util.List;
import java.util.Map;
import org.imprimatur.force.ConflictingAccounts;
import org.imprimatur.force.Dispute;
import org.imprimatur.graph.SurveyReader;
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

package org.imprimatur.api.explore;

import java.util.List;
import org.imprimatur.api.computed.RootField;
import org.imprimatur.api.page.PageInfo;
import org.imprimatur.api.page.Paged;
import org.imprimatur.api.page.Slice;
import org.imprimatur.force.record.Motive;
import org.imprimatur.graph.walk.SurveyReader;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers {@code motives}. */
@Component
class MotivesField extends RootField<MotivesField.Arguments> {

	private final SurveyReader surveys;

	MotivesField(SurveyReader surveys) {
		super("motives", Arguments.class, MotiveConnection.class);
		this.surveys = surveys;
	}

	/** What is asked. */
	record Arguments(@Nullable List<String> of, int first, @Nullable String after, @Nullable Integer last,
			@Nullable String before) implements Paged {
	}

	/** A page of motives. */
	record MotiveConnection(List<MotiveEdge> edges, List<Motive> nodes, PageInfo pageInfo, int totalCount) {
	}

	/** A motive with its place. */
	record MotiveEdge(String cursor, Motive node) {
	}

	@Override
	public MotiveConnection answer(Arguments arguments, int revision) {
		List<String> of = arguments.of();
		List<Motive> all = Motive.in(surveys.motivated(revision)).stream()
				.filter(motive -> of == null || of.contains(motive.instrument().id())
						|| of.contains(motive.motive().id()))
				.toList();
		Slice<Motive> page = Slice.of(all, motive -> "%s %s".formatted(motive.instrument(), motive.motive()),
				arguments.window());
		return new MotiveConnection(page.edges(MotiveEdge::new), page.rows(), page.pageInfo(), page.totalCount());
	}
}

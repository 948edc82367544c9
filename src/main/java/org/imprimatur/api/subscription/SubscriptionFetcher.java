package org.imprimatur.api.subscription;

import graphql.schema.DataFetcher;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.DataFetchingFieldSelectionSet;
import graphql.schema.GraphQLSchema;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import org.imprimatur.api.computed.ComputedField;
import org.imprimatur.api.conditions.ConditionSetChange;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.fetch.Hydration;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Row;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Answers {@code conditionSetChanged}, the one field of {@code Subscription}. What is selected of the graph below a
 * change is one statement at the revision of that change. What is refused is an error of the stream, which every
 * transport tells.
 */
@Component
public class SubscriptionFetcher extends ComputedField<SubscriptionFetcher.Arguments>
		implements
			DataFetcher<Publisher<Row>> {

	private final ConditionSetWatch watch;
	private final Subscriptions subscriptions;
	private final GraphReader graph;
	// A client that reads slowly keeps only its own thread waiting.
	private final Scheduler delivering = Schedulers
			.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor(), "subscriptions");

	SubscriptionFetcher(ConditionSetWatch watch, Subscriptions subscriptions, GraphReader graph) {
		super("Subscription", "conditionSetChanged", Arguments.class, ConditionSetChange.class);
		this.watch = watch;
		this.subscriptions = subscriptions;
		this.graph = graph;
	}

	/** What is asked. */
	record Arguments(List<String> models, @Nullable Integer since, @Nullable LocalDate sinceDay) {
	}

	@Override
	public Publisher<Row> get(DataFetchingEnvironment environment) {
		String client = environment.getGraphQlContext().getOrDefault(Subscriptions.CLIENT, "");
		return subscriptions.counted(client, Flux.defer(() -> changes(environment)));
	}

	private Flux<Row> changes(DataFetchingEnvironment environment) {
		Arguments arguments = bound(environment.getArguments());
		if (arguments.models().isEmpty()) {
			throw new Refusal(Code.BAD_ARGUMENT, "models names none: give the ids of the models to watch");
		}
		DataFetchingFieldSelectionSet selected = environment.getSelectionSet();
		return watch.changes(arguments.models(), arguments.since(), arguments.sinceDay())
				.map(change -> row(change, selected, environment.getGraphQLSchema())).publishOn(delivering, 1);
	}

	private Row row(ConditionSetChange change, DataFetchingFieldSelectionSet selected, GraphQLSchema schema) {
		Hydration hydration = new Hydration(schema);
		Row row = hydration.row(change, selected.getImmediateFields());
		hydration.fill(graph, change.revision());
		return row;
	}
}

package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.imprimatur.api.http.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;

/** Makes pages from answers of the API: what a reader asks by address or form becomes the variables of a query. */
@Component
class Workbench {

	private final PageQueries queries;
	private final Clock clock;

	Workbench(PageQueries queries, Clock clock) {
		this.queries = queries;
		this.clock = clock;
	}

	ServerResponse home(ServerRequest request) {
		Answer answer = queries.ask(request, "home", Map.of("today", LocalDate.now(clock).toString()));
		return Page.shown(request, answer, () -> Page.of(request, "home", "Imprimatur",
				"Which conditions apply to which AI model, on which day, and why.").with(answer.data()));
	}

	ServerResponse search(ServerRequest request) {
		String query = request.param("q").orElse("").strip();
		if (query.isEmpty()) {
			return Page.of(request, "search", "Search", "Search the record.").rendered();
		}
		Map<String, Object> variables = Page.given(request, List.of("after"));
		variables.put("query", query);
		Answer answer = queries.ask(request, "search", variables);
		return Page.shown(request, answer, () -> Page.of(request, "search", "Search: " + query, "What has these words.")
				.with("q", query).withList(request, answer.data().get("search")));
	}

	ServerResponse restrictions(ServerRequest request) {
		Map<String, Object> filter = Page.given(request, List.of("jurisdiction", "kind", "day"));
		Map<String, Object> asked = Page.given(request, List.of("asOf", "orderBy", "after"));
		Map<String, Object> variables = new HashMap<>(asked);
		variables.putAll(filter);
		Answer answer = queries.ask(request, "restrictions", variables);
		asked.put("filter", filter);
		String order = String.valueOf(asked.getOrDefault("orderBy", "START_DESC"));
		Map<String, Object> list = fields(answer.data().get("restrictions"));
		nodes(list).forEach(it -> it.put("counted", counted(fields(it.get("days")))));
		return Page.shown(request, answer, () -> Page.of(request, "restrictions", "Models that were ever restricted",
				"Every binding prohibition and licence requirement on an AI model, over all regimes.").with(filter)
				.with("ordered", Map.of(order, true)).with("byModel", head(request, order, "MODEL", "ASC"))
				.with("byStart", head(request, order, "START", "DESC"))
				.with("kinds", choices(answer, "kinds", filter.get("kind")))
				.with("filtered", filter.isEmpty() ? null : true).with("taken", Page.query(asked))
				.with("ask", queries.graphiQl("restrictions", asked))
				.withList(request, list));
	}

	/** The head of a column by which a table is sorted, or would be, and then the other way round. */
	private static Map<String, Object> head(ServerRequest request, String order, String by, String first) {
		boolean sorted = order.startsWith(by);
		boolean ascending = order.endsWith("ASC");
		String next = "%s_%s".formatted(by, sorted ? ascending ? "DESC" : "ASC" : first);
		Map<String, Object> head = new HashMap<>(Map.of("query", Objects.toString(UriComponentsBuilder
				.fromUri(request.uri()).replaceQueryParam("orderBy", next).replaceQueryParam("after").build(true)
				.getQuery())));
		if (sorted) {
			head.put("direction", ascending ? "ascending" : "descending");
		}
		return head;
	}

	/** For how many days, as far as that is known. */
	private static String counted(Map<String, Object> days) {
		String least = text(days, "atLeast");
		String most = text(days, "atMost");
		if (least.equals(most)) {
			return least;
		}
		return least.isEmpty() ? "at most " + most : most.isEmpty() ? "at least " + least : least + "–" + most;
	}

	ServerResponse assess(ServerRequest request) {
		Map<String, Object> asked = Page.given(request,
				List.of("model", "party", "action", "recipient", "destination", "asOf"));
		Answer form = queries.ask(request, "assess-form", Map.of());
		Page page = Page.of(request, "assess", "May I?",
				"Whether a party may do something with a model, as far as the norms known say.")
				.with("models", form.data().get("models")).with("actions", choices(form, "action", asked.get("action")))
				.with("asked", asked);
		if (!asked.keySet().containsAll(List.of("model", "party", "action"))) {
			return page.rendered();
		}
		Map<String, Object> variables = new HashMap<>(asked);
		for (String somebody : List.of("party", "recipient")) {
			variables.computeIfPresent(somebody, (name, called) -> queries.resolved(request, String.valueOf(called)));
		}
		Answer answer = queries.ask(request, "assess", variables);
		return Page.shown(request, answer, () -> page.with("assessment", answer.data().get("assess")));
	}

	ServerResponse disputes(ServerRequest request) {
		Map<String, Object> variables = Page.given(request, List.of("of", "after"));
		Answer answer = queries.ask(request, "disputes", variables);
		return Page.shown(request, answer, () -> Page.of(request, "disputes", "Where accounts disagree",
				"What is recorded, what others say instead, and who says so.")
				.with("about", answer.data().get("about"))
				.with("facts", Disputes.byFact(nodes(answer.data().get("disputes"))))
				.withList(request, answer.data().get("disputes")));
	}

	/** All that has a page: each list is asked on where its page of the API ended, which past its last gives none. */
	ServerResponse sitemap(ServerRequest request) {
		List<Map<String, Object>> entries = new ArrayList<>();
		Map<String, Object> after = new HashMap<>();
		boolean more;
		do {
			Answer answer = queries.ask(request, "sitemap", after);
			if (answer.refusal().isPresent()) {
				return Page.shown(request, answer, () -> Page.of(request, "missing", "", ""));
			}
			more = false;
			for (Map.Entry<String, Object> list : answer.data().entrySet()) {
				Map<String, Object> page = fields(list.getValue());
				entries.addAll(nodes(page));
				Map<String, Object> place = fields(page.get("pageInfo"));
				if (place.get("endCursor") instanceof String last) {
					after.put(list.getKey(), last);
				}
				more |= Boolean.TRUE.equals(place.get("hasNextPage"));
			}
		} while (more);
		return Page.of(request, "sitemap", "Sitemap", "").with("site", PublicAddress.absolute(request, ""))
				.with("entries", entries).as(MediaType.APPLICATION_XML).rendered();
	}

	/** What may be chosen of the constants of an enum, and what was. */
	private static List<Map<String, Object>> choices(Answer form, String type, @Nullable Object chosen) {
		return list(fields(form.data().get(type)).get("enumValues")).stream().map(Answer::fields)
				.map(it -> Map.<String, Object>of("value", text(it, "name"), "description", text(it, "description"),
						"chosen", text(it, "name").equals(chosen)))
				.toList();
	}
}

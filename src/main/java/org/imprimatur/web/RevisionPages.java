package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages of our record's own history: its revisions, and what each of them changed. */
@Component
class RevisionPages {

	private final PageQueries queries;

	RevisionPages(PageQueries queries) {
		this.queries = queries;
	}

	ServerResponse revisions(ServerRequest request) {
		Answer answer = queries.ask(request, "revisions", Page.given(request, List.of("after")));
		return Page.shown(request, answer, () -> Page.of(request, "revisions", "What is new",
				"The revisions of this record: what was added, what was corrected, and why.")
				.withList(request, answer.data().get("revisions")));
	}

	ServerResponse revision(ServerRequest request) {
		int number = Integer.parseInt(request.pathVariable("number"));
		Map<String, Object> variables = Page.given(request, List.of("after"));
		variables.putAll(Map.of("number", number, "before", number - 1));
		Answer answer = queries.ask(request, "revision", variables);
		return Page.shown(request, answer, () -> {
			Map<String, Object> then = fields(answer.data().get("at"));
			Map<String, Object> entry = nodes(then.get("revisions")).getFirst();
			Map<String, Object> changed = fields(then.get("changedSince"));
			return Page.of(request, "revision", "Revision " + number, text(fields(entry.get("revision")), "message"))
					.with("entry", entry).with("kinds", kinds(list(changed.get("nodes"))))
					.with("sets", changed.get("conditionSets"))
					.withList(request, Map.of("pageInfo", Map.of("hasNextPage", changed.get("hasMore"), "endCursor",
							changed.get("cursor"))));
		});
	}

	private static List<Map<String, Object>> kinds(List<Object> nodes) {
		return nodes.stream()
				.collect(Collectors.groupingBy(it -> text(fields(it), "change"), LinkedHashMap::new,
						Collectors.toList()))
				.entrySet().stream().map(it -> Map.of(it.getKey(), true, "nodes", it.getValue())).toList();
	}

	/** How the record of something changed after it was first recorded, the newest first. */
	static List<Map<String, Object>> changes(@Nullable Object versions) {
		List<Map<String, Object>> all = list(versions).stream().map(Answer::fields).toList();
		return all.stream().skip(1).toList().reversed();
	}
}

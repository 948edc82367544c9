package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.http.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What is new, as Atom feeds (RFC 4287): in the record, and in the history of whatever has an id. */
@Component
class Feeds {

	private static final MediaType ATOM = MediaType.APPLICATION_ATOM_XML;
	private static final int ENTRIES = 50;

	private final PageQueries queries;
	private final Clock clock;

	Feeds(PageQueries queries, Clock clock) {
		this.queries = queries;
		this.clock = clock;
	}

	/** An entry, whose address may be that of others while its id is its own. */
	record Entry(String title, String id, String address, String updated, String summary) {
	}

	ServerResponse revisions(ServerRequest request) {
		Answer answer = queries.ask(request, "revisions", Map.of());
		return Page.shown(request, answer, () -> feed(request, "what is new", "/revisions",
				nodes(answer.data().get("revisions")).stream().map(it -> revision(request, it)).toList()));
	}

	ServerResponse history(ServerRequest request) {
		String id = EntityPages.id(request);
		Answer answer = queries.ask(request, "timeline", Map.of("id", id));
		return Page.shown(request, answer, () -> {
			String page = PublicAddress.absolute(request, "/" + id);
			List<Entry> entries = nodes(queries.timeline(request, id, null, answer.data().get("timeline"))).stream()
					.filter(this::hasHappened).map(it -> happened(request, page, it))
					.sorted(Comparator.comparing(Entry::updated).reversed()).limit(ENTRIES).toList();
			return feed(request, text(fields(answer.data().get("node")), "name"), "/" + id, entries);
		});
	}

	private static Page feed(ServerRequest request, String title, String page, List<Entry> entries) {
		return Page.of(request, "feed", "Imprimatur: " + title, "").with("page", PublicAddress.absolute(request, page))
				.with("entries", entries)
				.with("updated", entries.stream().findFirst().map(Entry::updated).orElse("1970-01-01T00:00:00Z"))
				.as(ATOM);
	}

	private static Entry revision(ServerRequest request, Map<String, Object> it) {
		Map<String, Object> revision = fields(it.get("revision"));
		String address = PublicAddress.absolute(request, "/revisions") + "#revision-" + text(revision, "number");
		return new Entry(text(revision, "message"), address, address, text(revision, "time"),
				"%s; %s recorded, %s withdrawn".formatted(Words.WORDS.of(text(revision, "cause")), text(it, "stated"),
						text(it, "withdrawn")));
	}

	private boolean hasHappened(Map<String, Object> it) {
		Map<String, Object> date = fields(it.get("date"));
		return !date.isEmpty() && !LocalDate.parse(text(date, "latest")).isAfter(LocalDate.now(clock));
	}

	/** Vague dates stand where they end, since by then it surely has happened. */
	private static Entry happened(ServerRequest request, String page, Map<String, Object> it) {
		Map<String, Object> node = fields(it.get("node"));
		Map<String, Object> date = fields(it.get("date"));
		return new Entry(text(it, "title"),
				"%s#%s/%s/%s".formatted(page, text(it, "kind"), text(node, "id"), text(date, "earliest")),
				PublicAddress.absolute(request, "/" + text(node, "id")), text(date, "latest") + "T00:00:00Z",
				text(date, "reading") + (Boolean.TRUE.equals(it.get("certain")) ? "" : ", uncertain"));
	}
}

package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.http.PublicAddress;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** What is new, as Atom feeds (RFC 4287): in the record, and of whatever has an id, in the world and in the record. */
@Component
class Feeds {

	private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
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
		Answer answer = queries.ask(request, "feed", Map.of("id", id));
		return Page.shown(request, answer, () -> {
			String page = PublicAddress.absolute(request, "/" + id);
			Stream<Entry> happened = nodes(queries.timeline(request, id, null, answer.data().get("timeline"))).stream()
					.filter(this::hasHappened).map(it -> happened(request, page, it));
			Stream<Entry> changed = RevisionPages.changes(answer.data().get("versions")).stream()
					.map(it -> changed(page, it));
			List<Entry> entries = Stream.concat(happened, changed)
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
		String page = PublicAddress.absolute(request, "/revisions");
		String number = text(revision, "number");
		return new Entry(text(revision, "message"), page + "#revision-" + number, page + "/" + number,
				text(revision, "time"),
				"%s; %s recorded, %s withdrawn".formatted(Words.WORDS.of(text(revision, "cause")), text(it, "stated"),
						text(it, "withdrawn")));
	}

	/** That our record of something changed: what it said before, what it says, and why. */
	private static Entry changed(String page, Map<String, Object> it) {
		Map<String, Object> revision = fields(it.get("revision"));
		String fields = list(it.get("fields")).stream().map(Answer::fields)
				.map(field -> "%s – before: %s; now: %s.".formatted(Words.WORDS.of(text(field, "field")),
						joined(field, "removed"), joined(field, "added")))
				.collect(Collectors.joining(" "));
		return new Entry("The record changed: " + text(revision, "message"),
				page + "#revision-" + text(revision, "number"), page + "#versions", text(revision, "time"),
				"%s. %s".formatted(Words.WORDS.of(text(revision, "cause")), fields).strip());
	}

	private static String joined(Map<String, Object> field, String values) {
		List<Object> all = list(field.get(values));
		return all.isEmpty() ? "nothing" : all.stream().map(String::valueOf).collect(Collectors.joining("; "));
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

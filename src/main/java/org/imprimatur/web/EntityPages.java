package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.text;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.VersionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages of what has an id: of models with the conditions on a day, of everything else with its facts. */
@Component
class EntityPages {

	private final PageQueries queries;
	private final ModelPages models;
	private final Clock clock;

	EntityPages(PageQueries queries, ModelPages models, Clock clock) {
		this.queries = queries;
		this.models = models;
		this.clock = clock;
	}

	/** The page of an entity; of what was merged, its successor's; of what was withdrawn, what became of it. */
	ServerResponse entity(ServerRequest request) {
		String id = id(request);
		boolean model = id.startsWith("model/");
		Answer answer = queries.ask(request, PageQueries.page(Kind.ofId(plain(id))),
				model ? models.asked(request, id) : Map.of("id", id));
		Answer found = answer.refusal().filter(Code.NOT_FOUND::equals).isPresent()
				? queries.ask(request, "fate", Map.of("id", id))
				: answer;
		if (found.refusal().isPresent()) {
			return Page.shown(request, found, () -> Page.of(request, "missing", "", ""));
		}
		Map<String, Object> node = fields(found.data().get("node"));
		if (node.isEmpty()) {
			return missing(request, id);
		}
		if (text(node, "__typename").equals("Withdrawn")) {
			return Page.of(request, "withdrawn", text(node, "name"), "This was withdrawn from the record.").with(node)
					.rendered(HttpStatus.GONE);
		}
		if (!text(node, "id").equals(id)) {
			String query = request.uri().getRawQuery();
			return ServerResponse.permanentRedirect(URI.create(
					Page.base(request) + "/" + text(node, "id") + (query == null ? "" : "?" + query))).build();
		}
		MediaType wanted = request.headers().accept().stream().filter(it -> !it.isWildcardType()).findFirst()
				.orElse(MediaType.TEXT_HTML);
		if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(wanted)) {
			return Page.data(MediaType.APPLICATION_JSON, answer.data());
		}
		if (LinkedData.TYPE.equalsTypeAndSubtype(wanted)) {
			return Page.data(LinkedData.TYPE, LinkedData.of(request, node));
		}
		return (model ? models.conditions(request, answer, id) : node(request, answer, id)).rendered();
	}

	private Page node(ServerRequest request, Answer answer, String id) {
		Map<String, Object> node = fields(answer.data().get("node"));
		int revision = VersionId.parse(id).map(VersionId::revision)
				.orElseGet(() -> Integer.valueOf(text(answer.data(), "revision")));
		String pinned = "/" + new VersionId(plain(id), revision);
		String name = text(node, "name");
		return Page.of(request, "node", name, "%s in the record of how governments regulate AI models.".formatted(name))
				.with(answer.data()).with("history", queries.timeline(request, id, null, answer.data().get("history")))
				.with("recordChanges", RevisionPages.changes(answer.data().get("versions")))
				.with("linkedData", LinkedData.script(request, node))
				.with("pinned", VersionId.parse(id).isPresent())
				.with("latestHref", Page.base(request) + "/" + plain(id)).with("feed", feed(request, id))
				.with(Citation.shown(request, name, pinned, revision, LocalDate.now(clock)));
	}

	/** That nothing has an address. */
	static ServerResponse missing(ServerRequest request, String id) {
		return Page.of(request, "missing", "Nothing has this address", "").with("id", id)
				.with("q", id.substring(id.indexOf('/') + 1).replace('-', ' ')).rendered(HttpStatus.NOT_FOUND);
	}

	/** The id that a path names, with its revision if it names one. */
	static String id(ServerRequest request) {
		return request.pathVariables().getOrDefault("kind", "model") + "/" + request.pathVariable("name");
	}

	static String feed(ServerRequest request, String id) {
		return Page.base(request) + "/" + plain(id) + "/feed.atom";
	}

	static String plain(String id) {
		return VersionId.parse(id).map(VersionId::id).orElse(id);
	}
}

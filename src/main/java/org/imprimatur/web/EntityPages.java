package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.VersionId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** The pages of what has an id: of models with the conditions on a day, of everything else with its facts. */
@Component
class EntityPages {

	private static final List<String> CLOCKS = List.of("asOf", "reportedBy", "territory");

	private final PageQueries queries;
	private final Clock clock;

	EntityPages(PageQueries queries, Clock clock) {
		this.queries = queries;
		this.clock = clock;
	}

	/** The page of an entity; of what was merged, its successor's; of what was withdrawn, what became of it. */
	ServerResponse entity(ServerRequest request) {
		String id = id(request);
		boolean model = id.startsWith("model/");
		Map<String, Object> variables = Page.given(request, model ? CLOCKS : List.of());
		variables.put("id", id);
		Answer answer = queries.ask(request, PageQueries.page(Kind.ofId(plain(id))), variables);
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
		if (wantsJson(request)) {
			return ServerResponse.ok().contentType(MediaType.APPLICATION_JSON).body(answer.data());
		}
		return (model ? model(request, answer, id) : node(request, answer, id)).rendered();
	}

	/** The chain from a model to the sources of one of its conditions. */
	ServerResponse why(ServerRequest request) {
		Map<String, Object> variables = Page.given(request, CLOCKS);
		variables.put("id", id(request));
		variables.put("condition", request.params().getOrDefault("condition", List.of()));
		Answer answer = queries.ask(request, "why", variables);
		return Page.shown(request, answer, () -> {
			Map<String, Object> set = fields(answer.data().get("conditionSet"));
			Map<String, Object> receipt = fields(set.get("receipt"));
			String conditions = list(set.get("conditions")).stream()
					.map(it -> "“%s”".formatted(text(fields(fields(it).get("condition")), "name")))
					.collect(Collectors.joining(", "));
			String day = day(LocalDate.parse(text(receipt, "asOf")));
			String pinned = permanent(id(request), "/why", receipt) + "&condition="
					+ request.param("condition").orElse("");
			String title = conditions.isEmpty() ? "This condition does not reach it" : conditions;
			return Page.of(request, "why", title, "Why %s, on %s.".formatted(title, day)).with(answer.data())
					.with("set", set).with("conditions", set.get("conditions")).with("day", day)
					.with("disputed", disputed(list(set.get("conditions"))))
					.with(Citation.shown(request,
							"%s: %s on %s".formatted(text(fields(answer.data().get("node")), "name"), title,
									day),
							pinned, Integer.parseInt(text(receipt, "revision")), LocalDate.now(clock)));
		});
	}

	private Page model(ServerRequest request, Answer answer, String id) {
		Map<String, Object> node = fields(answer.data().get("node"));
		Map<String, Object> set = fields(answer.data().get("conditionSet"));
		Map<String, Object> receipt = fields(set.get("receipt"));
		LocalDate asOf = LocalDate.parse(text(receipt, "asOf"));
		int revision = Integer.parseInt(text(receipt, "revision"));
		List<Map<String, Object>> history = nodes(answer.data().get("history"));
		String pinned = permanent(id, "", receipt);
		return Page.of(request, "model", "%s: conditions on %s".formatted(text(node, "name"), day(asOf)),
				text(set, "summary")).with(answer.data()).with("set", set).with("asOf", asOf).with("day", day(asOf))
				.with("groups", groups(list(set.get("conditions"))))
				.with("disputed", disputed(list(set.get("conditions"))))
				.with("previous", days(history).filter(it -> it.isBefore(asOf)).max(LocalDate::compareTo).orElse(null))
				.with("next", days(history).filter(it -> it.isAfter(asOf)).min(LocalDate::compareTo).orElse(null))
				.with("drawing", HistoryDrawing.of(answer.data().get("bars"), asOf))
				.with("latestHref", Page.base(request) + "/" + plain(id))
				.with("pinned", VersionId.parse(id).isPresent())
				.with("clocks", pinned.substring(pinned.indexOf('?') + 1)).with("dayLinks", true)
				.with("ask", graphiQl(id, receipt))
				.with(Citation.shown(request, "%s: conditions on %s".formatted(text(node, "name"), day(asOf)), pinned,
						revision, LocalDate.now(clock)));
	}

	private Page node(ServerRequest request, Answer answer, String id) {
		Map<String, Object> node = fields(answer.data().get("node"));
		int revision = VersionId.parse(id).map(VersionId::revision)
				.orElseGet(() -> Integer.valueOf(text(answer.data(), "revision")));
		String pinned = "/" + new VersionId(plain(id), revision);
		String name = text(node, "name");
		return Page.of(request, "node", name, "%s in the record of how governments regulate AI models.".formatted(name))
				.with(answer.data()).with("pinned", VersionId.parse(id).isPresent())
				.with("latestHref", Page.base(request) + "/" + plain(id))
				.with(Citation.shown(request, name, pinned, revision, LocalDate.now(clock)));
	}

	/** What GraphiQL opens with: the question that the page answers, ready to be changed. */
	private String graphiQl(String id, Map<String, Object> receipt) {
		Map<String, Object> variables = new LinkedHashMap<>(Map.of("model", id));
		CLOCKS.stream().filter(clock -> receipt.get(clock) != null)
				.forEach(clock -> variables.put(clock, text(receipt, clock)));
		return "#query=%s&variables=%s".formatted(UriUtils.encode(queries.document("ask"), StandardCharsets.UTF_8),
				UriUtils.encode(JsonMapper.shared().writeValueAsString(variables), StandardCharsets.UTF_8));
	}

	/** The path at which the same is told for ever. */
	private static String permanent(String id, String below, Map<String, Object> receipt) {
		StringBuilder path = new StringBuilder("/")
				.append(new VersionId(plain(id), Integer.parseInt(text(receipt, "revision")))).append(below);
		char separator = '?';
		for (String clock : CLOCKS) {
			if (receipt.get(clock) != null) {
				path.append(separator).append(clock).append('=').append(text(receipt, clock));
				separator = '&';
			}
		}
		return path.toString();
	}

	/** The conditions by their states, in the order in which the states come. */
	private static List<Map<String, Object>> groups(List<Object> conditions) {
		Map<String, List<Object>> groups = new LinkedHashMap<>();
		conditions.forEach(it -> groups.computeIfAbsent(text(fields(it), "state"), state -> new ArrayList<>())
				.add(it));
		return groups.entrySet().stream().map(group -> Map.<String, Object>of("state", group.getKey(), "conditions",
				group.getValue(), "ended", group.getKey().equals("ENDED"), "count", group.getValue().size())).toList();
	}

	/** What is disputed of anything that conditions rest on: each fact once, with all that is said against it. */
	private static List<Map<String, Object>> disputed(List<Object> conditions) {
		Map<List<String>, Map<String, Object>> facts = new LinkedHashMap<>();
		Map<List<String>, Map<String, Object>> against = new LinkedHashMap<>();
		conditions.stream().flatMap(it -> list(fields(it).get("disputes")).stream()).map(Answer::fields).forEach(it -> {
			List<String> fact = List.of(text(fields(it.get("entity")), "id"), text(it, "field"), text(it, "value"));
			facts.computeIfAbsent(fact, key -> new HashMap<>(it));
			against.putIfAbsent(List.of(fact.getFirst(), fact.get(1), fact.getLast(), text(it, "otherValue")), it);
		});
		facts.forEach((fact, it) -> it.put("against", against.entrySet().stream()
				.filter(said -> said.getKey().subList(0, fact.size()).equals(fact)).map(Map.Entry::getValue).toList()));
		return List.copyOf(facts.values());
	}

	/** The days of a history that are exactly known. */
	private static Stream<LocalDate> days(List<Map<String, Object>> history) {
		return history.stream().map(it -> fields(it.get("date")))
				.filter(date -> !date.isEmpty() && text(date, "earliest").equals(text(date, "latest")))
				.map(date -> LocalDate.parse(text(date, "earliest")));
	}

	private static ServerResponse missing(ServerRequest request, String id) {
		return Page.of(request, "missing", "Nothing has this address", "").with("id", id)
				.with("q", id.substring(id.indexOf('/') + 1).replace('-', ' ')).rendered(HttpStatus.NOT_FOUND);
	}

	private static boolean wantsJson(ServerRequest request) {
		return request.headers().accept().stream().filter(it -> !it.isWildcardType()).findFirst()
				.filter(MediaType.APPLICATION_JSON::equalsTypeAndSubtype).isPresent();
	}

	/** The id that a path names, with its revision if it names one. */
	static String id(ServerRequest request) {
		return request.pathVariable("kind") + "/" + request.pathVariable("name");
	}

	private static String plain(String id) {
		return VersionId.parse(id).map(VersionId::id).orElse(id);
	}

	private static String day(LocalDate day) {
		return Citation.DAY.format(day);
	}
}

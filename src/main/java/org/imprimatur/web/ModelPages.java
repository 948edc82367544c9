package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.nodes;
import static org.imprimatur.web.Answer.text;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.http.PublicAddress;
import org.imprimatur.knowledge.VersionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The pages of a model: its conditions on a day, why one of them stands, and its history drawn. */
@Component
class ModelPages {

	private static final List<String> CLOCKS = List.of("asOf", "reportedBy", "territory");
	private static final MediaType SVG = new MediaType("image", "svg+xml", StandardCharsets.UTF_8);

	private final PageQueries queries;
	private final Clock clock;

	ModelPages(PageQueries queries, Clock clock) {
		this.queries = queries;
		this.clock = clock;
	}

	/** What a page of a model is asked for. */
	Map<String, Object> asked(ServerRequest request, String id) {
		Map<String, Object> variables = Page.given(request, CLOCKS);
		variables.put("id", id);
		request.param("since").filter(it -> !it.isBlank()).ifPresent(since -> variables.putAll(Map.of("since",
				since.strip(), "compared", true, "today",
				variables.getOrDefault("asOf", LocalDate.now(clock).toString()))));
		return variables;
	}

	/** The conditions on a day. */
	Page conditions(ServerRequest request, Answer answer, String id) {
		Map<String, Object> node = fields(answer.data().get("node"));
		Map<String, Object> set = fields(answer.data().get("conditionSet"));
		Map<String, Object> receipt = fields(set.get("receipt"));
		LocalDate asOf = LocalDate.parse(text(receipt, "asOf"));
		String title = "%s: conditions on %s".formatted(text(node, "name"), Citation.DAY.format(asOf));
		Map<String, Object> history = queries.timeline(request, id, null, answer.data().get("history"));
		Map<String, Object> since = Page.given(request, List.of("since"));
		String pinned = permanent(id, "", receipt) + (since.isEmpty() ? "" : "&" + Page.query(since));
		Map<String, Object> others = Page.given(request, List.of("reportedBy", "territory", "since"));
		return Page.of(request, "model", title, text(set, "summary")).with(answer.data()).with("set", set)
				.with("linkedData", LinkedData.script(request, node)).with("asOf", asOf)
				.with("recordChanges", RevisionPages.changes(answer.data().get("versions")))
				.with("day", Citation.DAY.format(asOf)).with(since)
				.with("others", others.isEmpty() ? null : "&" + Page.query(others))
				.with("groups", groups(list(set.get("conditions"))))
				.with("disputed", disputed(list(set.get("conditions")))).with("history", history)
				.with("previous", days(history).filter(it -> it.isBefore(asOf)).max(LocalDate::compareTo).orElse(null))
				.with("next", days(history).filter(it -> it.isAfter(asOf)).min(LocalDate::compareTo).orElse(null))
				.with("drawing", drawing(request, answer, id))
				.with("latestHref", Page.base(request) + "/" + EntityPages.plain(id))
				.with("pinned", VersionId.parse(id).isPresent())
				.with("clocks", pinned.substring(pinned.indexOf('?') + 1))
				.with("picture", Page.base(request) + "/" + EntityPages.plain(id) + "/history.svg?asOf=" + asOf)
				.with("feed", EntityPages.feed(request, id)).with("dayLinks", true)
				.with("ask", queries.graphiQl("condition-set", given(id, receipt)))
				.with(Citation.shown(request, title, pinned, Integer.parseInt(text(receipt, "revision")),
						LocalDate.now(clock)));
	}

	/** The chain from a model to the sources of one of its conditions. */
	ServerResponse why(ServerRequest request) {
		String id = EntityPages.id(request);
		Map<String, Object> variables = Page.given(request, CLOCKS);
		variables.put("id", id);
		variables.put("condition", request.params().getOrDefault("condition", List.of()));
		Answer answer = queries.ask(request, "why", variables);
		return Page.shown(request, answer, () -> {
			Map<String, Object> set = fields(answer.data().get("conditionSet"));
			Map<String, Object> receipt = fields(set.get("receipt"));
			String conditions = list(set.get("conditions")).stream()
					.map(it -> "“%s”".formatted(text(fields(fields(it).get("condition")), "name")))
					.collect(Collectors.joining(", "));
			String day = Citation.DAY.format(LocalDate.parse(text(receipt, "asOf")));
			String pinned = permanent(id, "/why", receipt) + "&condition=" + request.param("condition").orElse("");
			String title = conditions.isEmpty() ? "This condition does not reach it" : conditions;
			return Page.of(request, "why", title, "Why %s, on %s.".formatted(title, day)).with(answer.data())
					.with("set", set).with("conditions", drawn(list(set.get("conditions")))).with("day", day)
					.with("disputed", disputed(list(set.get("conditions"))))
					.with(Citation.shown(request,
							"%s: %s on %s".formatted(text(fields(answer.data().get("node")), "name"), title, day),
							pinned, Integer.parseInt(text(receipt, "revision")), LocalDate.now(clock)));
		});
	}

	private static List<Map<String, Object>> drawn(List<Object> conditions) {
		return conditions.stream().map(Answer::fields).map(applied -> {
			Map<String, Object> shown = new LinkedHashMap<>(applied);
			shown.put("drawn", ChainDrawing.of(applied));
			return shown;
		}).toList();
	}

	/** The history as a picture to take away. */
	ServerResponse picture(ServerRequest request) {
		String id = EntityPages.id(request);
		Answer answer = queries.ask(request, "model", asked(request, id));
		if (answer.refusal().isPresent()) {
			return Page.shown(request, answer, () -> Page.of(request, "missing", "", ""));
		}
		HistoryDrawing drawing = drawing(request, answer, id);
		return drawing == null
				? EntityPages.missing(request, id)
				: Page.of(request, "bars", "", "").with("drawing", drawing)
						.with("base", PublicAddress.absolute(request, "")).as(SVG).rendered();
	}

	/** None of a part of a history: what ends beyond it would be drawn as if it stood. */
	private @Nullable HistoryDrawing drawing(ServerRequest request, Answer answer, String id) {
		Map<String, Object> receipt = fields(fields(answer.data().get("conditionSet")).get("receipt"));
		Map<String, Object> whole = queries.timeline(request, id, HistoryDrawing.KINDS, answer.data().get("bars"));
		return whole.containsKey("more") ? null : HistoryDrawing.of(whole, LocalDate.parse(text(receipt, "asOf")));
	}

	private static Map<String, Object> given(String id, Map<String, Object> receipt) {
		Map<String, Object> variables = new LinkedHashMap<>(Map.of("model", id));
		CLOCKS.stream().filter(clock -> receipt.get(clock) != null)
				.forEach(clock -> variables.put(clock, text(receipt, clock)));
		return variables;
	}

	/** The path at which the same is told for ever. */
	private static String permanent(String id, String below, Map<String, Object> receipt) {
		StringBuilder path = new StringBuilder("/")
				.append(new VersionId(EntityPages.plain(id), Integer.parseInt(text(receipt, "revision"))))
				.append(below);
		char separator = '?';
		for (String clock : CLOCKS) {
			if (receipt.get(clock) != null) {
				path.append(separator).append(clock).append('=').append(text(receipt, clock));
				separator = '&';
			}
		}
		return path.toString();
	}

	/** The conditions by their states, in the order in which the states come, and then by who bears them. */
	private static List<Map<String, Object>> groups(List<Object> conditions) {
		return by(conditions, it -> text(it, "state")).entrySet().stream()
				.map(group -> Map.<String, Object>of("state", group.getKey(), "count", group.getValue().size(), "borne",
						by(group.getValue(), it -> list(fields(it.get("condition")).get("bearers"))).values().stream()
								.map(borne -> Map.of("bearers",
										list(fields(fields(borne.getFirst()).get("condition")).get("bearers")),
										"conditions", borne))
								.toList()))
				.toList();
	}

	private static <K> Map<K, List<Object>> by(List<Object> all, Function<Map<String, Object>, K> key) {
		return all.stream()
				.collect(Collectors.groupingBy(it -> key.apply(fields(it)), LinkedHashMap::new, Collectors.toList()));
	}

	/** What is disputed of anything that conditions rest on: each fact once, with all that is said against it. */
	private static List<Map<String, Object>> disputed(List<Object> conditions) {
		return Disputes.byFact(conditions.stream().flatMap(it -> list(fields(it).get("disputes")).stream())
				.map(Answer::fields).toList());
	}

	/** The days of a history that are exactly known. */
	private static Stream<LocalDate> days(Map<String, Object> history) {
		return nodes(history).stream().map(it -> fields(it.get("date")))
				.filter(date -> !date.isEmpty() && text(date, "earliest").equals(text(date, "latest")))
				.map(date -> LocalDate.parse(text(date, "earliest")));
	}
}

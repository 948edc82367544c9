package org.imprimatur.web;

import com.samskivert.mustache.Mustache;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.http.PublicAddress;
import org.imprimatur.knowledge.Territory;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RenderingResponse;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** A page of the workbench: what a template shows, and where it lies. */
final class Page {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
	/** {@code {{#moment}}2026-11-29T12:59:02.544Z{{/moment}}} is "29 November 2026, 12:59 UTC". */
	private static final Mustache.Lambda MOMENT = (fragment, out) -> out.write(DateTimeFormatter
			.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH).withZone(ZoneOffset.UTC)
			.format(Instant.parse(fragment.execute())));

	/** {@code {{#written}}2026-06-27{{/written}}} is "27 June 2026". */
	private static final Mustache.Lambda WRITTEN = (fragment, out) -> out
			.write(Citation.DAY.format(LocalDate.parse(fragment.execute())));
	/** {@code {{#place}}IT{{/place}}} is "Italy". */
	private static final Mustache.Lambda PLACE = (fragment, out) -> out.write(Territory.name(fragment.execute()));

	/** A build without Node.js has no scripts, and its pages work without. */
	private static final boolean SCRIPTS = new ClassPathResource("workbench/workbench.js").exists();

	private final String template;
	private final Map<String, Object> shown = new HashMap<>();
	private MediaType type = HTML;

	private Page(String template) {
		this.template = template;
	}

	/** A page with its title and one sentence on what it tells, which search engines and previews show. */
	static Page of(ServerRequest request, String template, String title, String description) {
		return new Page(template).with("pageTitle", title).with("pageDescription", description)
				.with("base", base(request)).with("words", Words.WORDS).with("moment", MOMENT).with("place", PLACE)
				.with("written", WRITTEN)
				.with("scripts", SCRIPTS)
				.with("canonical", PublicAddress.absolute(request, path(request)));
	}

	/** What the template finds under a name. */
	Page with(String name, @Nullable Object value) {
		if (value != null) {
			shown.put(name, value);
		}
		return this;
	}

	/** All that an answer has, by the names of its fields. */
	Page with(Map<String, Object> answer) {
		answer.forEach(this::with);
		return this;
	}

	/** A page of a list, with the query by which the page after it is asked for, if there is one. */
	Page withList(ServerRequest request, @Nullable Object list) {
		Map<String, Object> shownList = Answer.fields(list);
		Map<String, Object> place = Answer.fields(shownList.get("pageInfo"));
		String next = UriComponentsBuilder.fromUri(request.uri()).replaceQueryParam("after",
				UriUtils.encode(Answer.text(place, "endCursor"), StandardCharsets.UTF_8)).build(true).getQuery();
		return with(shownList).with("next", Boolean.TRUE.equals(place.get("hasNextPage")) ? next : null);
	}

	/** The page as something else than HTML. */
	Page as(MediaType other) {
		type = other;
		return this;
	}

	ServerResponse rendered() {
		return rendered(HttpStatus.OK);
	}

	ServerResponse rendered(HttpStatusCode status) {
		return RenderingResponse.create(template).modelAttributes(shown).status(status)
				.headers(headers -> {
					headers.setContentType(type);
					headers.setCacheControl(status.isError() ? CacheControl.noStore() : CacheControl.noCache());
					headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT);
				}).build();
	}

	/** The same address for machines. */
	static ServerResponse data(MediaType type, Map<String, Object> data) {
		return ServerResponse.ok().contentType(type).varyBy(HttpHeaders.ACCEPT).cacheControl(CacheControl.noCache())
				.body(JsonMapper.shared().writeValueAsString(data));
	}

	/** The parameters of an address that were given, of those that a page knows. */
	static Map<String, Object> given(ServerRequest request, List<String> parameters) {
		Map<String, Object> given = new HashMap<>();
		parameters.forEach(name -> request.param(name).map(String::strip).filter(it -> !it.isEmpty())
				.ifPresent(it -> given.put(name, it)));
		return given;
	}

	/** Variables of a document of the query library as the query of an address. */
	static String query(Map<String, Object> variables) {
		return variables.entrySet().stream()
				.map(it -> it.getKey() + "=" + UriUtils.encode(it.getValue() instanceof String text
						? text
						: JsonMapper.shared().writeValueAsString(it.getValue()), StandardCharsets.UTF_8))
				.collect(Collectors.joining("&"));
	}

	/** A page, or what was refused of its answer. */
	static ServerResponse shown(ServerRequest request, Answer answer, Supplier<Page> page) {
		return answer.refusal().isPresent() ? problem(request, answer) : page.get().rendered();
	}

	private static ServerResponse problem(ServerRequest request, Answer answer) {
		HttpStatusCode status = answer.refusal().orElse(Code.INTERNAL_ERROR).status();
		return of(request, "problem", "This cannot be shown", "").with("sentences", answer.sentences())
				.with("unavailable", status.is5xxServerError()).rendered(status);
	}

	/** The path below which the product is served; a proxy may have put it there. */
	static String base(ServerRequest request) {
		return PublicAddress.path(request, "");
	}

	/** The path with the query of what is asked. */
	static String path(ServerRequest request) {
		URI uri = request.uri();
		return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
	}
}

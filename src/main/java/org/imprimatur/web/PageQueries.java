package org.imprimatur.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.api.http.CommonQuestions;
import org.imprimatur.api.http.GraphQlEndpoint;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.json.JsonMapper;

/** Asks the API for what a page shows, as any client would: under the limits of whoever reads it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageQueries implements CommonQuestions {

	private static final Pattern FRAGMENT = Pattern.compile("^(?=fragment )", Pattern.MULTILINE);
	private static final Pattern NAME = Pattern.compile("fragment (\\w+)");

	private static final String EXAMPLE = "model/mythos-5";

	private final GraphQlEndpoint graphQl;
	private final Clock clock;
	private final Map<String, String> documents = new ConcurrentHashMap<>();

	PageQueries(GraphQlEndpoint graphQl, Clock clock) {
		this.graphQl = graphQl;
		this.clock = clock;
	}

	/** The answer to the query of a page. */
	Answer ask(ServerRequest request, String page, Map<String, Object> variables) {
		return new Answer(graphQl.answer(request, document(page), variables));
	}

	/**
	 * A timeline, of some kinds of entries or as a story, with what lies on the pages of the API after its first as far
	 * as they are answered, and how many {@code more} entries there are.
	 */
	Map<String, Object> timeline(ServerRequest request, String id, @Nullable List<String> kinds,
			@Nullable Object first) {
		List<Map<String, Object>> entries = new ArrayList<>(Answer.nodes(first));
		Map<String, Object> place = Answer.fields(Answer.fields(first).get("pageInfo"));
		while (Boolean.TRUE.equals(place.get("hasNextPage"))) {
			Map<String, Object> variables = new HashMap<>(Map.of("id", id, "after", Answer.text(place, "endCursor")));
			if (kinds != null) {
				variables.put("kinds", kinds);
			}
			Map<String, Object> page = Answer.fields(ask(request, "timeline", variables).data().get("timeline"));
			entries.addAll(Answer.nodes(page));
			place = Answer.fields(page.get("pageInfo"));
		}
		Map<String, Object> whole = new HashMap<>(Map.of("nodes", entries));
		if (Answer.fields(first).get("totalCount") instanceof Integer total && total > entries.size()) {
			whole.put("more", total - entries.size());
		}
		return whole;
	}

	/** The id of what somebody calls by a name, a number or an old id; where nothing is called that, the same words. */
	String resolved(ServerRequest request, String called) {
		Answer answer = ask(request, "resolve", Map.of("identifier", called));
		return Objects.toString(Answer.fields(answer.data().get("resolve")).get("id"), called);
	}

	/** Those of the first page, and of pages of entities: what is asked of one is asked of all of its kind. */
	@Override
	public Stream<Question> commonQuestions() {
		Question home = new Question(document("home"), Map.of("today", LocalDate.now(clock).toString()));
		Question model = new Question(document("model"), Map.of("id", EXAMPLE));
		return Stream.concat(Stream.of(home, model),
				Stream.of(Kind.values()).filter(kind -> kind != Kind.MODEL).map(PageQueries::page).distinct()
						.map(page -> new Question(document(page), Map.of("id", EXAMPLE))));
	}

	/** The page of what is of a kind: all instruments are asked for the same. */
	static String page(Kind kind) {
		return Instrument.class.isAssignableFrom(kind.type()) ? "instrument" : kind.label().toLowerCase(Locale.ROOT);
	}

	/** What GraphiQL opens with: a question of the query library with what a page was asked for. */
	String graphiQl(String question, Map<String, Object> variables) {
		return "#query=%s&variables=%s".formatted(
				UriUtils.encode(read("graphql-documents/" + question), StandardCharsets.UTF_8),
				UriUtils.encode(JsonMapper.shared().writeValueAsString(variables), StandardCharsets.UTF_8));
	}

	/** The query of a page with the fragments that it uses. */
	String document(String page) {
		return documents.computeIfAbsent(page, name -> withFragments(read("pages/" + name)));
	}

	private static String withFragments(String query) {
		List<String> unused = new ArrayList<>(List.of(FRAGMENT.split(read("pages/fragments"))));
		String document = query;
		for (int place = 0; place < unused.size(); place++) {
			String fragment = unused.get(place);
			Matcher name = NAME.matcher(fragment);
			if (name.lookingAt() && document.contains("..." + name.group(1))) {
				document += "\n" + unused.remove(place);
				place = -1;
			}
		}
		return document;
	}

	private static String read(String path) {
		try {
			return new ClassPathResource(path + ".graphql").getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

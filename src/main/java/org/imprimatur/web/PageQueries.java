package org.imprimatur.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.api.http.CommonQuestions;
import org.imprimatur.api.http.GraphQlEndpoint;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

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

	/** The query of a page with the fragments that it uses. */
	String document(String page) {
		return documents.computeIfAbsent(page, name -> withFragments(read(name)));
	}

	private static String withFragments(String query) {
		List<String> unused = new ArrayList<>(List.of(FRAGMENT.split(read("fragments"))));
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

	private static String read(String name) {
		try {
			return new ClassPathResource("pages/%s.graphql".formatted(name)).getContentAsString(StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

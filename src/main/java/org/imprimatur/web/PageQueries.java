package org.imprimatur.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.api.http.GraphQlEndpoint;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;

/** Asks the API for what a page shows, as any client would: under the limits of whoever reads it. */
@Component
class PageQueries {

	private static final Pattern FRAGMENT = Pattern.compile("^(?=fragment )", Pattern.MULTILINE);
	private static final Pattern NAME = Pattern.compile("fragment (\\w+)");

	private final GraphQlEndpoint graphQl;
	private final Map<String, String> documents = new ConcurrentHashMap<>();

	PageQueries(GraphQlEndpoint graphQl) {
		this.graphQl = graphQl;
	}

	/** The answer to the query of a page. */
	Answer ask(ServerRequest request, String page, Map<String, Object> variables) {
		return new Answer(graphQl.answer(request, document(page), variables));
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

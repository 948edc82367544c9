package org.imprimatur.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.servlet.function.ServerRequest;

/** Asks the API for what a page shows, as any client would: one operation a page, under the limits of whoever reads it. */
@Component
class PageQueries {

	private static final Pattern FRAGMENT = Pattern.compile("^(?=fragment )", Pattern.MULTILINE);
	private static final Pattern NAME = Pattern.compile("fragment (\\w+)");

	private final WebGraphQlHandler graphQl;
	private final Map<String, String> documents = new ConcurrentHashMap<>();

	PageQueries(WebGraphQlHandler graphQl) {
		this.graphQl = graphQl;
	}

	/** The answer to the query of a page. */
	Answer ask(ServerRequest request, String page, Map<String, Object> variables) {
		WebGraphQlRequest asked = new WebGraphQlRequest(request.uri(), request.headers().asHttpHeaders(),
				new LinkedMultiValueMap<>(), request.remoteAddress().orElse(null), request.attributes(),
				new DefaultGraphQlRequest(document(page), null, new HashMap<>(variables), Map.of()),
				UUID.randomUUID().toString(),
				Locale.ENGLISH);
		return new Answer(Objects.requireNonNull(graphQl.handleRequest(asked).block()).toMap());
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

package org.imprimatur.api.download;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.imprimatur.api.http.PublicAddress;
import org.imprimatur.exchange.Format;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Lists the downloads: a page to a browser, JSON to anybody else. */
final class Downloads {

	private static final String FILES = "/export/graph.";
	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	/** A download, as it is listed. */
	private record Listed(String description, String mediaType, String licence, String address) {
	}

	private Downloads() {
	}

	/**
	 * The list.
	 *
	 * @param newest the number of the revision that the files have unless another is asked for
	 */
	static ServerResponse list(ServerRequest request, int newest) {
		boolean browser = request.headers().header(HttpHeaders.ACCEPT).stream()
				.anyMatch(accept -> accept.contains(MediaType.TEXT_HTML_VALUE));
		List<Listed> files = Arrays.stream(Format.values())
				.map(format -> new Listed(format.description(), format.mediaType(), Format.LICENCE,
						PublicAddress.path(request, FILES + format.extension())))
				.toList();
		return ServerResponse.ok().contentType(browser ? HTML : MediaType.APPLICATION_JSON)
				.header(HttpHeaders.VARY, HttpHeaders.ACCEPT).body(browser ? page(files, newest) : files);
	}

	private static String page(List<Listed> files, int newest) {
		String items = files.stream().map(file -> "<li><a href=\"%s\">%s</a> <small>%s</small></li>\n"
				.formatted(file.address(), file.description(), file.mediaType())).collect(Collectors.joining());
		return """
			<!doctype html>
			<html lang="en">
			<meta charset="utf-8">
			<meta name="viewport" content="width=device-width, initial-scale=1">
			<meta name="color-scheme" content="light dark">
			<title>Downloads – Imprimatur</title>
			<h1>Downloads</h1>
			<p>The whole graph as of its newest revision, %1$d; with <code>?revision=1</code> as of an older one.</p>
			<ul>
			%2$s</ul>
			<p>Licence: <a rel="license" href="%3$s">CC BY 4.0</a>, to be credited as “%4$s”.
			<a href="graphiql/docs/exports.html">What is in the files</a>; <a href="graphiql/">ask for less</a>.</p>
			""".formatted(newest, items, Format.LICENCE, Format.CREDIT);
	}
}

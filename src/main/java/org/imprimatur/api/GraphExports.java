package org.imprimatur.api;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.imprimatur.exchange.Format;
import org.imprimatur.graph.SnapshotReader;
import org.imprimatur.ledger.Head;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Gives the whole graph of one revision away: {@code GET /export/graph.jsonld}, {@code .graphml}, {@code .csv.zip} and
 * {@code .ndjson}, of the newest revision or of the one that the parameter {@code revision} names. The graph is written as it
 * is read. Where that fails after the beginning, the connection is cut: a file that ends is complete.
 */
@Configuration(proxyBeanMethods = false)
class GraphExports {

	private final SnapshotReader snapshots;
	private final Head head;

	GraphExports(SnapshotReader snapshots, Head head) {
		this.snapshots = snapshots;
		this.head = head;
	}

	@Bean
	RouterFunction<ServerResponse> exports() {
		return route().GET("/export/graph.{extension}", this::export).build();
	}

	private ServerResponse export(ServerRequest request) {
		try {
			String extension = request.pathVariable("extension");
			Format format = Format.ofExtension(extension)
					.orElseThrow(() -> new Refusal(Refusal.Code.NOT_FOUND,
							"there is no form '%s': ask for graph.jsonld, graph.graphml, graph.csv.zip or graph.ndjson"
									.formatted(extension)));
			return file(format, revision(request.param("revision")));
		} catch (Refusal refusal) {
			return refused(refusal);
		}
	}

	private int revision(Optional<String> wanted) {
		int newest = head.number();
		int revision = wanted.map(GraphExports::number).orElse(newest);
		if (revision < 1 || revision > newest) {
			throw new Refusal(Refusal.Code.NOT_FOUND,
					"there is no revision %d: the record has the revisions 1 to %d".formatted(revision, newest));
		}
		return revision;
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw new Refusal(Refusal.Code.BAD_ARGUMENT,
					"revision has to be a number, as in ?revision=1; leave it out for the newest");
		}
	}

	private ServerResponse file(Format format, int revision) {
		String name = "imprimatur-revision-%d.%s".formatted(revision, format.extension());
		// A tag is weak: the same file may come compressed or not.
		return ServerResponse.ok().contentType(MediaType.parseMediaType(format.mediaType()))
				.eTag("W/\"%d-%d\"".formatted(revision, Format.EDITION)).cacheControl(CacheControl.noCache())
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.header(HttpHeaders.LINK, "<%s>; rel=\"license\"".formatted(Format.LICENCE))
				.build((request, response) -> {
					write(format, revision, response);
					return null;
				});
	}

	private void write(Format format, int revision, HttpServletResponse response) throws IOException {
		try {
			format.write(snapshots.at(revision).orElseThrow(), response.getOutputStream());
		} catch (IOException | RuntimeException e) {
			if (!response.isCommitted()) {
				// What follows is an error, not this file.
				response.reset();
			}
			throw e;
		}
	}

	private static ServerResponse refused(Refusal refusal) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(
				refusal.code() == Refusal.Code.NOT_FOUND ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST,
				String.valueOf(refusal.getMessage()));
		problem.setProperty("code", refusal.code());
		return ServerResponse.status(problem.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(problem);
	}
}

package org.imprimatur.api.download;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.imprimatur.api.error.HttpProblem;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.fetch.OperationRevision;
import org.imprimatur.exchange.Format;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.graph.record.SnapshotReader;
import org.imprimatur.ledger.Head;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Gives the whole graph of one revision away: {@code GET /export/graph.jsonld}, {@code .graphml}, {@code .csv.zip} and
 * {@code .ndjson}, of the newest revision or of the one that the parameter {@code revision} names. The graph is written
 * as it is read. Where that fails after the beginning, the connection is cut: a file that ends is complete. {@code GET
 * /export} lists them.
 */
@Configuration(proxyBeanMethods = false)
class GraphExports {

	private static final long SNAPSHOTS_KEPT = 100;
	/** The head of a file, before the first entity is read, is at most so many bytes: until then it can be an error. */
	private static final int HEAD_BYTES = 16_384;

	/** Kept, so that a client that has the file already is told so without asking the graph. */
	private final LoadingCache<Integer, Snapshot> snapshots;
	private final Head head;

	GraphExports(SnapshotReader reader, Head head) {
		this.snapshots = Caffeine.newBuilder().maximumSize(SNAPSHOTS_KEPT)
				.build(revision -> reader.at(revision).orElseThrow());
		this.head = head;
	}

	@Bean
	RouterFunction<ServerResponse> exports() {
		return route().GET("/export/graph.{extension}", this::export)
				.GET("/export", request -> Downloads.list(request, head.number()))
				.build();
	}

	private ServerResponse export(ServerRequest request) {
		try {
			String extension = request.pathVariable("extension");
			Format format = Format.ofExtension(extension)
					.orElseThrow(() -> new Refusal(Code.NOT_FOUND,
							"there is no form '%s': ask for graph.jsonld, graph.graphml, graph.csv.zip or graph.ndjson"
									.formatted(extension)));
			return file(format, snapshots.get(revision(request.param("revision"))));
		} catch (Refusal refusal) {
			return HttpProblem.of(refusal);
		}
	}

	private int revision(Optional<String> wanted) {
		int asked = wanted.map(GraphExports::number).orElseGet(head::number);
		return OperationRevision.known(asked, head.number(asked));
	}

	private static int number(String text) {
		try {
			return Integer.parseInt(text);
		} catch (NumberFormatException e) {
			throw new Refusal(Code.BAD_ARGUMENT,
					"revision has to be a number, as in ?revision=1; leave it out for the newest");
		}
	}

	private static ServerResponse file(Format format, Snapshot snapshot) {
		Revision revision = snapshot.revision();
		String name = "imprimatur-revision-%d.%s".formatted(revision.number(), format.extension());
		// Weak, as the same file may come compressed or not; with the time, as a graph made anew counts from 1 again.
		String tag = "W/\"%d-%d-%d\"".formatted(revision.number(), revision.time().toEpochMilli(), Format.EDITION);
		return ServerResponse.ok().contentType(MediaType.parseMediaType(format.mediaType()))
				.eTag(tag).cacheControl(CacheControl.noCache()).varyBy(HttpHeaders.ACCEPT_ENCODING)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment().filename(name).build().toString())
				.header(HttpHeaders.LINK, "<%s>; rel=\"license\"".formatted(Format.LICENCE))
				.build((request, response) -> {
					write(format, snapshot, response);
					return null;
				});
	}

	private static void write(Format format, Snapshot snapshot, HttpServletResponse response) throws IOException {
		response.setBufferSize(HEAD_BYTES);
		try {
			format.write(snapshot, response.getOutputStream());
		} catch (IOException | RuntimeException e) {
			if (!response.isCommitted()) {
				// What follows is an error, not this file.
				response.reset();
			}
			throw e;
		}
	}
}

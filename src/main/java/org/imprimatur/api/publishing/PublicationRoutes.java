package org.imprimatur.api.publishing;

import static org.springframework.web.servlet.function.RouterFunctions.route;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.imprimatur.answer.PublicationDifference;
import org.imprimatur.api.error.Failures;
import org.imprimatur.api.error.HttpProblem;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.publishing.Curators.Curator;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.DossierWriter;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.imprimatur.ledger.PublicationRefused;
import org.imprimatur.ledger.PublicationRefused.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * Takes publications, {@code POST /publications}, and gives away the dossiers that they are made from, {@code GET
 * /dossiers/us-anthropic.yaml}, of the newest revision or of the one that the parameter {@code revision} names; both
 * for curators with a token (docs/publishing.md).
 */
@Configuration(proxyBeanMethods = false)
class PublicationRoutes {

	static final int LONGEST_HEADER = 1_000;

	private static final int FILE_BYTES = 2_000_000;
	private static final int FORM_BYTES = 8_000_000;
	/** What is made of a form takes many times the memory that it takes itself. */
	private static final int FORMS_AT_ONCE = 2;

	private static final String WHOLE_OR_NOT = "; what was being published is published as a whole or not at all";

	private static final Logger LOG = LoggerFactory.getLogger(PublicationRoutes.class);

	private final Curators curators;
	private final Ledger ledger;
	private final Clock clock;
	private final Semaphore forms = new Semaphore(FORMS_AT_ONCE);

	PublicationRoutes(Curators curators, Ledger ledger, Clock clock) {
		curators.check();
		this.curators = curators;
		this.ledger = ledger;
		this.clock = clock;
	}

	@Bean
	RouterFunction<ServerResponse> publications() {
		return route()
				.POST("/publications",
						request -> answered(request, curator -> publish(curator, request.servletRequest())))
				.GET("/dossiers/{name}.yaml", request -> answered(request, curator -> dossier(request))).build();
	}

	/** A form is held in memory, and nothing of it on disk. */
	@Bean
	MultipartConfigElement formLimits() {
		return new MultipartConfigElement("", FILE_BYTES, FORM_BYTES, FORM_BYTES);
	}

	/** What answers a curator. */
	private interface Answering {
		ServerResponse answer(Curator curator) throws IOException;
	}

	private ServerResponse answered(ServerRequest request, Answering answering) throws IOException {
		try {
			// Nothing of the body is read before.
			return answering.answer(curators.curator(request.headers().firstHeader(HttpHeaders.AUTHORIZATION),
					LocalDate.now(clock)));
		} catch (PublicationRefused refused) {
			return HttpProblem.of(refusal(refused));
		} catch (RuntimeException e) {
			Refusal refusal = Failures.refusal(e, request.path(),
					"something went wrong here: see by revisions whether it was published, and try again");
			return HttpProblem.of(refusal.code() == Code.UNAVAILABLE
					? new Refusal(Code.UNAVAILABLE, refusal.sentence() + WHOLE_OR_NOT)
					: refusal);
		}
	}

	private static Refusal refusal(PublicationRefused refused) {
		String sentence = String.valueOf(refused.getMessage());
		return switch (refused.reason()) {
			case Reason.Conflict conflict ->
				new Refusal(Code.CONFLICT, sentence, Map.of("changed", conflict.changed()));
			case Reason.NoSuchBase ignored -> new Refusal(Code.NO_SUCH_BASE, sentence);
			case Reason.TooLarge ignored -> new Refusal(Code.TOO_LARGE, sentence);
			case Reason.DiskFull ignored -> new Refusal(Code.DISK_FULL, sentence);
		};
	}

	private ServerResponse dossier(ServerRequest request) {
		int newest = ledger.head();
		int revision = request.param("revision").map(PublicationForm::revision).orElse(newest);
		String id = "dossier/" + request.pathVariable("name");
		DossierFile file = Optional.of(revision).filter(it -> it <= newest).flatMap(it -> ledger.contents(it, id))
				.map(DossierWriter::write).orElseThrow(() -> new Refusal(Code.NOT_FOUND,
						"there is no %s at revision %d".formatted(id, revision)));
		return ServerResponse.ok().contentType(MediaType.APPLICATION_YAML).cacheControl(CacheControl.noStore())
				.header(HttpHeaders.CONTENT_LOCATION, "%s?revision=%d".formatted(request.path(), revision))
				.body(file.bytes());
	}

	private ServerResponse publish(Curator curator, HttpServletRequest request) throws IOException {
		if (!forms.tryAcquire()) {
			throw new Refusal(Code.OVERLOADED,
					"%d publications are being read or compared, and that is the limit: try again in a moment"
							.formatted(FORMS_AT_ONCE));
		}
		try {
			return publish(curator, PublicationForm.of(request));
		} finally {
			forms.release();
		}
	}

	private ServerResponse publish(Curator curator, PublicationForm form) {
		// As the curator saw them; what changed since is the ledger's to find.
		List<DossierContents> base = ledger.contents(form.base());
		Publication publication = new Publication(dossiers(form, base), form.base(), curator.name(), form.message(),
				form.cause());
		Optional<Revision> revision = Optional.empty();
		if (form.dryRun()) {
			ledger.changes(publication);
		} else {
			revision = ledger.publish(publication);
		}
		revision.ifPresent(it -> LOG.info("Published revision {} by {}", it.number(), it.author()));
		int before = revision.map(it -> it.number() - 1).orElseGet(ledger::head);
		PublicationDifference difference = PublicationDifference.of(
				before == form.base() ? base : ledger.contents(before), publication,
				form.asOf() == null ? LocalDate.now(clock) : form.asOf());
		return ServerResponse.status(revision.isPresent() ? HttpStatus.CREATED : HttpStatus.OK)
				.body(PublicationAnswer.of(revision.orElse(null), before, difference));
	}

	private static List<DossierContents> dossiers(PublicationForm form, List<DossierContents> others) {
		return switch (DossierReader.read(form.files(), others)) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> throw new Refusal(Code.MISTAKES,
					"nothing was published: mend the mistakes and send it again",
					Map.of("mistakes", refused.mistakes()));
		};
	}
}

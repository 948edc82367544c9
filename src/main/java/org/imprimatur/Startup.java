package org.imprimatur;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.api.http.QueryLibrary;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.Cause;
import org.imprimatur.graph.GraphSchema;
import org.imprimatur.graph.RecordStore;
import org.imprimatur.graph.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * What happens before the first request is answered: the dossiers are read, the graph's schema is brought up to date and
 * the dossiers are published, as far as they are new or changed. Mistaken dossiers leave the graph as it was.
 */
@Configuration(proxyBeanMethods = false)
class Startup implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

	private final GraphSchema schema;
	private final Ledger ledger;
	private final RecordStore records;
	private final ResourcePatternResolver resources;
	private final String server;
	private final QueryLibrary library;

	Startup(GraphSchema schema, Ledger ledger, RecordStore records, ResourcePatternResolver resources,
			@Value("${spring.neo4j.uri:}") String server, QueryLibrary library) {
		this.schema = schema;
		this.ledger = ledger;
		this.records = records;
		this.resources = resources;
		this.server = server;
		this.library = library;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<DossierContents> dossiers = dossiers();
		List<String> applied = schema.apply();
		if (!server.isEmpty()) {
			LOG.info("Opened the graph at {}", server);
		}
		if (!applied.isEmpty()) {
			LOG.info("Applied {}", String.join(", ", applied));
		}
		records.requireJournal();
		Optional<Revision> revision = publish(dossiers);
		LOG.info("{} revision {}: {}", revision.isPresent() ? "Published" : "Serving", records.head(), census());
		library.plan();
	}

	@EventListener
	void ready(WebServerInitializedEvent event) {
		String origin = "http://localhost:" + event.getWebServer().getPort();
		LOG.info("Ask at {}/graphql{}", origin, resources.getResource("classpath:graphiql/index.html").exists()
				? ", explore at %s/graphiql".formatted(origin)
				: "");
	}

	/** What curators have changed is theirs: the dossiers that came with this version do not take it back. */
	private Optional<Revision> publish(List<DossierContents> dossiers) {
		Set<String> curated = records.curated();
		List<DossierContents> ours = dossiers.stream().filter(it -> !curated.contains(it.dossier().id())).toList();
		dossiers.stream().map(it -> it.dossier().id()).filter(curated::contains)
				.forEach(id -> LOG.info("Left {} as its curators have it", id));
		return ledger.publish(new Publication(ours, records.head(), "Imprimatur",
				"Dossiers of this version of Imprimatur", Cause.SHIPPED));
	}

	private List<DossierContents> dossiers() {
		return switch (DossierReader.read(DossierFile.shipped(resources))) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> throw new RefusedDossiers(refused);
		};
	}

	private String census() {
		Map<String, Integer> counts = new TreeMap<>(records.census());
		return counts.entrySet().stream().map(count -> "%s %d".formatted(count.getKey(), count.getValue()))
				.collect(Collectors.joining(", "));
	}

	@Bean
	static Clock clock() {
		return Clock.systemUTC();
	}
}

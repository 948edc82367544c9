package org.imprimatur;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.graph.schema.GraphSchema;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.PublicationRefused;
import org.imprimatur.ledger.PublicationRefused.Reason;
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
 * What happens before the first request is answered: the dossiers are read, the graph's schema is brought up to date
 * and the dossiers are published, as far as they are new or changed. Mistaken dossiers leave the graph as it was.
 */
@Configuration(proxyBeanMethods = false)
class Startup implements SmartInitializingSingleton {

	private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

	private final GraphSchema schema;
	private final ShippedDossiers shipped;
	private final RecordStore records;
	private final ResourcePatternResolver resources;
	private final String server;

	Startup(GraphSchema schema, Ledger ledger, RecordStore records, ResourcePatternResolver resources,
			@Value("${spring.neo4j.uri:}") String server) {
		this.shipped = new ShippedDossiers(resources, records, ledger);
		this.schema = schema;
		this.records = records;
		this.resources = resources;
		this.server = server;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<DossierContents> dossiers = shipped.read();
		List<String> applied = schema.apply();
		if (!server.isEmpty()) {
			LOG.info("Opened the graph at {}", server);
		}
		if (!applied.isEmpty()) {
			LOG.info("Applied {}", String.join(", ", applied));
		}
		records.requireJournal();
		records.completeSearch();
		Optional<Revision> revision = publish(dossiers);
		LOG.info("{} revision {}: {}", revision.isPresent() ? "Published" : "Serving", records.head(), census());
	}

	/** What was published goes on being served where the disk has no room for more. */
	private Optional<Revision> publish(List<DossierContents> dossiers) {
		try {
			return shipped.publish(dossiers);
		} catch (PublicationRefused refused) {
			if (refused.reason() instanceof Reason.DiskFull && records.head() > 0) {
				LOG.warn("Left all dossiers as they are: {}", refused.getMessage());
				return Optional.empty();
			}
			throw refused;
		}
	}

	@EventListener
	void ready(WebServerInitializedEvent event) {
		if (event.getApplicationContext().getServerNamespace() != null) {
			return;
		}
		String origin = "http://localhost:" + event.getWebServer().getPort();
		LOG.info("Ask at {}/graphql{}", origin, resources.getResource("classpath:graphiql/index.html").exists()
				? ", explore at %s/graphiql".formatted(origin)
				: "");
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

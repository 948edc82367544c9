package org.imprimatur;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.DossierWriter;
import org.imprimatur.dossier.Mistake;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.RecordChange;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The dossiers that come with this version of Imprimatur. What curators have changed is theirs: no later version takes
 * it back.
 */
final class ShippedDossiers {

	private static final Logger LOG = LoggerFactory.getLogger(ShippedDossiers.class);

	private final ResourcePatternResolver resources;
	private final RecordStore records;
	private final Ledger ledger;

	ShippedDossiers(ResourcePatternResolver resources, RecordStore records, Ledger ledger) {
		this.resources = resources;
		this.records = records;
		this.ledger = ledger;
	}

	/**
	 * What they say.
	 *
	 * @throws RefusedDossiers if they have mistakes
	 */
	List<DossierContents> read() {
		return switch (DossierReader.read(DossierFile.shipped(resources))) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> throw new RefusedDossiers(refused);
		};
	}

	/** Publishes them as far as they are new or changed, and are not the curators'. */
	Optional<Revision> publish(List<DossierContents> shipped) {
		Set<String> curated = new HashSet<>(records.curated());
		curated.removeAll(takenOver(shipped.stream().filter(it -> curated.contains(it.dossier().id())).toList()));
		shipped.stream().map(it -> it.dossier().id()).filter(curated::contains)
				.forEach(id -> LOG.info("Left {} as its curators have it", id));
		List<DossierContents> ours = shipped.stream().filter(it -> !curated.contains(it.dossier().id())).toList();
		// Most starts change nothing, and need not read what curators have published.
		return ledger.changes(publication(ours)).isEmpty()
				? Optional.empty()
				: ledger.publish(publication(curated.isEmpty() ? ours : beside(ours)));
	}

	/** Those that somebody published just as they are shipped are nobody's own: later versions keep them up to date. */
	private Set<String> takenOver(List<DossierContents> published) {
		if (published.isEmpty()) {
			return Set.of();
		}
		Set<String> own = ledger.changes(publication(published)).stream().map(RecordChange::dossier)
				.collect(Collectors.toSet());
		Set<String> asShipped = published.stream().map(it -> it.dossier().id()).filter(it -> !own.contains(it))
				.collect(Collectors.toSet());
		records.keepAsShipped(asShipped);
		return asShipped;
	}

	private Publication publication(List<DossierContents> dossiers) {
		return new Publication(dossiers, records.head(), "Imprimatur", "Dossiers of this version of Imprimatur",
				Cause.SHIPPED);
	}

	/** What was shipped and is not curated, unless it does not fit what curators have published. */
	private List<DossierContents> beside(List<DossierContents> ours) {
		List<DossierFile> written = ours.stream().map(DossierWriter::write).toList();
		return switch (DossierReader.read(written, records.contents(records.head()))) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> {
				LOG.warn("Left all dossiers as they are, since those of this version do not fit the curators':\n{}",
						refused.mistakes().stream().map(Mistake::toString).collect(Collectors.joining("\n")));
				yield List.of();
			}
		};
	}
}

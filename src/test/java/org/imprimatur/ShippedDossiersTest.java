package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.ledger.GraphOfItsOwn;
import org.imprimatur.ledger.Ledger;
import org.imprimatur.ledger.Publication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A new version of Imprimatur does not take back what curators have published. */
class ShippedDossiersTest {

	private static final String CURATED = "dossier/us-nvidia-amd";
	private static final String OTHER = "dossier/us-entity-list";

	@Test
	void whatCuratorsHaveChangedStays(@TempDir Path directory) throws IOException {
		try (GraphOfItsOwn graph = new GraphOfItsOwn(directory)) {
			Ledger ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
			ShippedDossiers shipped = new ShippedDossiers(new PathMatchingResourcePatternResolver(), graph.records(),
					ledger);
			List<DossierContents> version = shipped.read();
			assertThat(shipped.publish(version)).isPresent();
			assertThat(shipped.publish(version)).isEmpty();

			DossierContents asShipped = with(concern(version, "concern/known", "Ours"), named(version, OTHER));
			curate(ledger, asShipped);
			assertThat(shipped.publish(
					changed(version, concern(version, "concern/known", "Ours"), OTHER)))
					.as("it is as this version has it").isEmpty();
			assertThat(graph.isWhole()).isTrue();
			assertThat(shipped.publish(version)).as("the next version changes what nobody made their own").isPresent();

			curate(ledger, with(concern(version, "concern/new", "Theirs"), named(version, CURATED)));
			assertThat(shipped.publish(version)).isEmpty();

			assertThat(shipped.publish(changed(version, concern(version, "concern/new", "Ours"), OTHER)))
					.as("two dossiers would have it").isEmpty();
			Concern other = concern(version, "concern/other", "Ours");
			assertThat(shipped.publish(changed(version, other, OTHER))).isPresent();
			assertThat(ledger.contents(ledger.head()).stream().flatMap(DossierContents::all))
					.contains(other, concern(version, "concern/new", "Theirs"));
		}
	}

	private static void curate(Ledger ledger, DossierContents dossier) {
		assertThat(ledger.publish(new Publication(List.of(dossier), ledger.head(), "A curator", "Ours",
				Cause.OUR_CORRECTION))).isPresent();
	}

	private static DossierContents named(List<DossierContents> version, String id) {
		return version.stream().filter(it -> it.dossier().id().equals(id)).findFirst().orElseThrow();
	}

	private static List<DossierContents> changed(List<DossierContents> version, Concern concern, String id) {
		return version.stream().map(it -> it.dossier().id().equals(id) ? with(concern, it) : it).toList();
	}

	private static DossierContents with(Concern concern, DossierContents dossier) {
		List<Entity> entities = new ArrayList<>(dossier.entities());
		entities.add(concern);
		return new DossierContents(dossier.dossier(), entities, dossier.withdrawn());
	}

	/** A concern that both dossiers can have, since its evidence is a third one's. */
	private static Concern concern(List<DossierContents> version, String id, String name) {
		Concern known = version.stream().flatMap(DossierContents::all).filter(Concern.class::isInstance)
				.map(Concern.class::cast).findFirst().orElseThrow();
		return new Concern(id, name, List.of(), known.description(), known.evidence());
	}
}

package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.junit.jupiter.api.Test;

class DossierWriterTest {

	@Test
	void laysADossierOutAsACuratorWould() {
		String text = """
			# yaml-language-server: $schema=dossier.schema.json
			dossier:
			  id: dossier/small
			  title: 'Small: a history'
			  through: "2026"
			  gaps: [nothing, it's "all" there, "true", 'one, two']

			companies:
			  - id: company/small
			    name: "null"
			    aliases:
			      - A name that is so long that it leaves no room for the next one
			      - A second name of the same company
			      - |-
			        A name
			          in two lines
			    identifiers:
			      - scheme: LEI
			        value: "0123"
			    evidence:
			      - source: source/book
			        paraphrase: Says so.
			        stance: SUPPORTS

			models:
			  - id: model/small
			    name: 'Small # 1'
			    kind: MODEL
			    evidence:
			      - source: source/book
			        paraphrase: Says so.
			        stance: SUPPORTS

			orders:
			  - id: order/small
			    title: An order
			    effective: {}
			    imposes: [condition/small]
			    evidence:
			      - source: source/book
			        paraphrase: Says so.
			        stance: SUPPORTS

			conditions:
			  - id: condition/small
			    title: A condition
			    text: On everything
			    modality: PERMISSION
			    action: USE
			    scope: {models: [model/small]}
			    period: {start: 2026-06-12, end: '[2026-07-01..]'}
			    evidence:
			      - source: source/book
			        paraphrase: Says so.
			        stance: SUPPORTS

			sources:
			  - id: source/book
			    title: A book
			    reliability: PRIMARY

			withdrawn:
			  - id: event/feast
			    reason: It was never held.
			""";
		assertThat(text(DossierWriter.write(contents(Acme.read(text)).getFirst()))).isEqualTo(text);
	}

	@Test
	void namesTheFileAfterTheDossier() {
		assertThat(DossierWriter.write(contents(Acme.read(Acme.TEXT)).getFirst()).name()).isEqualTo("acme.yaml");
	}

	@Test
	void theShippedDossiersAreReadBackAsTheyWere() {
		assertReadBack("as shipped", SeedData.contents());
	}

	@Test
	void whateverADossierSaysIsReadBack() {
		List<DossierContents> shipped = SeedData.contents();
		List<DossierContents> acme = contents(Acme.read(Acme.TEXT));
		for (long seed = 0; seed < 100; seed++) {
			Scribbler scribbler = new Scribbler(new Random(seed));
			List<DossierContents> written = new ArrayList<>(seed % 25 == 0 ? shipped : acme);
			written.replaceAll(scribbler::scribbled);
			assertReadBack("seed " + seed, written);
		}
	}

	private static void assertReadBack(String description, List<DossierContents> written) {
		List<DossierFile> files = written.stream().map(DossierWriter::write).toList();
		assertThat(written).extracting(DossierWriter::tree).as("%s, without writing it", description)
				.isEqualTo(files.stream().map(it -> DocumentReader.read(it, new ArrayList<>()).orElseThrow().root())
						.toList());
		Reading reading = DossierReader.read(files);
		assertThat(Acme.mistakes(reading)).as(description).isEmpty();
		List<DossierContents> read = contents(reading);
		assertThat(read).as(description).hasSameSizeAs(written);
		for (int i = 0; i < read.size(); i++) {
			assertThat(read.get(i).withdrawn()).as(description).isEqualTo(written.get(i).withdrawn());
			List<Entity> entities = written.get(i).all().toList();
			List<Entity> again = read.get(i).all().toList();
			assertThat(again).extracting(Entity::id).as(description)
					.containsExactlyElementsOf(entities.stream().map(Entity::id).toList());
			for (int k = 0; k < entities.size(); k++) {
				assertThat(again.get(k)).as("%s, %s", description, entities.get(k).id()).isEqualTo(entities.get(k));
			}
		}
	}

	private static List<DossierContents> contents(Reading reading) {
		assertThat(Acme.mistakes(reading)).isEmpty();
		return ((Reading.Accepted) reading).dossiers();
	}

	private static String text(DossierFile file) {
		return new String(file.bytes(), StandardCharsets.UTF_8);
	}
}

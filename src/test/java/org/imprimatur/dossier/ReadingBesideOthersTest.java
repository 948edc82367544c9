package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.junit.jupiter.api.Test;

/** Some dossiers are read while others stand in the graph. */
class ReadingBesideOthersTest {

	private static final String STAYS = " (dossier/acme is not among these files and stays as it is: leave it what it"
			+ " rests on, or change it with them)";
	private static final int SOURCES = Acme.TEXT.indexOf("sources:");
	private static final String LIBRARY = """
		dossier:
		  id: dossier/library
		  title: What others cite
		  through: 2026-06
		""";
	private static final String ALL_SOURCES = LIBRARY + Acme.TEXT.substring(SOURCES);
	private static final String ADDITION = """
		dossier: {id: dossier/addition, title: An addition, through: 2026-08}
		models:
		  - id: model/tongs
		    name: Tongs
		    kind: MODEL
		    developer: company/acme
		    evidence:
		      - {source: source/gazette, paraphrase: Names it., stance: SUPPORTS}
		""";

	@Test
	void anyOfTheShippedDossiersIsReadBesideTheRest() {
		List<DossierFile> files = SeedData.files();
		List<DossierContents> all = dossiers(DossierReader.read(files));
		for (long seed = 0; seed < 10; seed++) {
			Random random = new Random(seed);
			List<DossierFile> some = new ArrayList<>();
			List<DossierContents> expected = new ArrayList<>();
			List<DossierContents> others = new ArrayList<>();
			for (int i = 0; i < files.size(); i++) {
				if (random.nextBoolean()) {
					some.add(files.get(i));
					expected.add(all.get(i));
				} else {
					others.add(all.get(i));
				}
			}
			assertThat(DossierReader.read(some, others)).as("seed %d", seed)
					.isEqualTo(new Reading.Accepted(expected));
		}
	}

	@Test
	void referencesLeadIntoTheOthers() {
		assertThat(dossiers(beside(ADDITION, Acme.TEXT))).singleElement()
				.satisfies(it -> assertThat(it.dossier().sources()).extracting(Object::toString)
						.containsExactly("source/gazette"));
		assertThat(Acme.mistakes(Acme.read(ADDITION))).hasSize(2);
	}

	@Test
	void aFileReplacesTheDossierOfItsId() {
		assertThat(dossiers(beside(Acme.with("name: Anvil\n", "name: Amboss\n"), Acme.TEXT)))
				.isEqualTo(dossiers(Acme.read(Acme.with("name: Anvil\n", "name: Amboss\n"))));
	}

	@Test
	void whatHasBecomeAMistakeSinceTheOthersCameIsNoneOfTheseFiles() {
		List<DossierContents> others = dossiers(Acme.read(Acme.TEXT)).stream().map(it -> new DossierContents(
				it.dossier(), it.entities().stream().map(entity -> entity instanceof Company company
						? new Company(company.id(), company.name(), List.of("\u200b"), "UK", company.parent(),
								company.identifiers(), company.evidence())
						: entity).toList(),
				it.withdrawn())).toList();
		assertThat(dossiers(DossierReader.read(
				List.of(new DossierFile("a.yaml", ADDITION.getBytes(StandardCharsets.UTF_8))), others))).hasSize(1);
	}

	@Test
	void anIdStandsInOneOfThem() {
		assertThat(Acme.mistakes(beside(ADDITION.replace("model/tongs", "model/anvil"), Acme.TEXT))).containsExactly(
				"a.yaml:3: models[0].id: model/anvil stands already at acme.yaml:30; keep one of them, or give this"
						+ " another id");
	}

	@Test
	void whatTheOthersReferToHasToStay() {
		List<DossierContents> others = dossiers(Acme.read(Acme.TEXT.substring(0, SOURCES), ALL_SOURCES));
		String fewer = ALL_SOURCES.replace("source/blog", "source/block");
		assertThat(Acme.mistakes(DossierReader.read(List.of(file(fewer)), others))).hasSize(3)
				.contains(
						"acme.yaml:47: models[0].evidence[1].source: there is no source/blog"
								+ STAYS);
	}

	@Test
	void whatIsWithdrawnIsNotReferredToByTheOthers() {
		List<DossierContents> others = dossiers(Acme.read(Acme.TEXT.substring(0, SOURCES), ALL_SOURCES));
		String fewer = ALL_SOURCES.replace("source/blog", "source/journal") + """
			  - id: source/blog
			    reason: It is the journal.
			    successor: source/journal
			""";
		assertThat(Acme.mistakes(DossierReader.read(List.of(file(fewer)), others))).hasSize(3)
				.contains("acme.yaml:47: models[0].evidence[1].source: source/blog was withdrawn (a.yaml:24); put"
						+ " source/journal, which it was merged into, in its place" + STAYS);
	}

	@Test
	void whatTheOthersHaveWithdrawnIsGone() {
		assertThat(Acme.mistakes(beside(ADDITION + "    succeeds: model/anvil-nano\n", Acme.TEXT))).containsExactly(
				"a.yaml:9: models[0].succeeds: model/anvil-nano was withdrawn (acme.yaml:236); put model/anvil-mini,"
						+ " which it was merged into, in its place");
		assertThat(Acme.mistakes(beside(ADDITION.replace("model/tongs", "model/anvil-nano"), Acme.TEXT)))
				.containsExactly(
						"acme.yaml:236: withdrawn[0].id: model/anvil-nano stands at a.yaml:3; leave it out there,"
								+ " or leave out its withdrawal" + STAYS);
	}

	@Test
	void ownersCirclesAndAmendmentsAreCheckedOverAll() {
		String letter = """
			dossier: {id: dossier/addition, title: An addition, through: 2026-08}
			letters:
			  - id: letter/us-forge-4
			    title: Another letter
			    imposes: [condition/report]
			    effects: [effect/letter-4-amends]
			    evidence:
			      - {source: source/gazette, paraphrase: Prints it., stance: SUPPORTS}
			effects:
			  - id: effect/letter-4-amends
			    title: Moves the deadline
			    kind: AMENDS
			    target: condition/report
			    field: deadlin
			    value: 2026-08-31
			    evidence:
			      - {source: source/gazette, paraphrase: Says so., stance: SUPPORTS}
			""";
		assertThat(Acme.mistakes(beside(letter, Acme.TEXT))).containsExactly(
				"a.yaml:5: letters[0].imposes[0]: condition/report is already imposed by order/us-forge-1"
						+ " (acme.yaml:113); it belongs to one instrument",
				"a.yaml:14: effects[0].field: 'deadlin' of a condition cannot be amended, only period.start, period.end,"
						+ " period, deadline, penalty; did you mean deadline?");
		String parent = Acme.TEXT.replace("parent: company/acme", "parent: company/holding");
		String holding = """
			dossier: {id: dossier/addition, title: An addition, through: 2026-08}
			companies:
			  - id: company/holding
			    name: Holding
			    evidence:
			      - {source: source/gazette, paraphrase: Names it., stance: SUPPORTS}
			""";
		assertThat(Acme.mistakes(DossierReader.read(
				List.of(file(
						holding.replace("    name: Holding", "    name: Holding\n    parent: company/acme-europe"))),
				dossiers(Acme.read(parent, holding))))).containsExactly(
						"a.yaml:5: companies[0].parent: this closes a circle: company/acme-europe → company/holding →"
								+ " company/acme-europe");
	}

	@Test
	void anAmendmentThatWasNoMistakeWhenItCameIsNoneNow() {
		DossierContents acme = dossiers(Acme.read(Acme.TEXT)).getFirst();
		List<Entity> entities = acme.entities().stream()
				.map(it -> it instanceof Effect effect && effect.kind() == EffectKind.AMENDS
						? CanonicalForm.read(it.id(),
								CanonicalForm.write(it).replace("\"field\":\"deadline\"", "\"field\":\"text\""))
						: it)
				.toList();
		DossierContents standing = new DossierContents(acme.dossier(), entities, acme.withdrawn());
		assertThat(Acme.mistakes(DossierReader.read(List.of(file(ADDITION)), List.of(standing)))).isEmpty();
	}

	@Test
	void aFileThatIsNoYamlMakesNoMistakeInTheOthers() {
		assertThat(Acme.mistakes(beside("sources: [", Acme.TEXT)))
				.containsExactly("a.yaml:1: this is not YAML: expected the node content, but found '<stream end>'");
	}

	private static Reading beside(String text, String other) {
		return DossierReader.read(List.of(file(text)), dossiers(Acme.read(other)));
	}

	private static DossierFile file(String text) {
		return new DossierFile("a.yaml", text.getBytes(StandardCharsets.UTF_8));
	}

	private static List<DossierContents> dossiers(Reading reading) {
		assertThat(Acme.mistakes(reading)).isEmpty();
		return ((Reading.Accepted) reading).dossiers();
	}
}

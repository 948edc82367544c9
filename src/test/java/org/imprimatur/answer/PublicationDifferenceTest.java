package org.imprimatur.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.imprimatur.dossier.SeedData;
import org.imprimatur.force.compare.ChangeKind;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Level;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.FieldChange;
import org.imprimatur.knowledge.Model;
import org.imprimatur.ledger.Publication;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What publications of the shipped dossiers with one thing put otherwise come to. */
class PublicationDifferenceTest {

	private static final LocalDate DAY = LocalDate.of(2026, 9, 18);
	private static final String REVOCATION = "effect/us-commerce-2026-06-30-revokes";
	private static final String LICENCE = "condition/us-commerce-2026-06-12-licence";

	private static List<DossierContents> seed = List.of();

	@BeforeAll
	static void read() {
		seed = SeedData.contents();
	}

	@Test
	void whatRevivesAConditionIsToldOfEachModelThatItReaches() {
		PublicationDifference difference = difference(
				entity -> entity.id().equals(REVOCATION) ? edited(entity, "REVOKES", "UPHOLDS") : entity);
		assertThat(difference.entities()).singleElement().satisfies(it -> {
			assertThat(it.id()).isEqualTo(REVOCATION);
			assertThat(it.fields()).containsExactly(new FieldChange("kind", List.of("REVOKES"), List.of("UPHOLDS")));
		});
		assertThat(difference.conditionSets()).extracting(ChangedConditionSet::model).contains("model/mythos-5",
				"model/fable-5");
		assertThat(difference.conditionSets()).allSatisfy(set -> {
			assertThat(set.before()).isNotNull();
			assertThat(set.after()).isNotNull().satisfies(it -> {
				assertThat(it.level()).isEqualTo(Level.LICENCE_REQUIRED);
				assertThat(it).isNotEqualTo(set.before());
			});
			assertThat(set.changes()).filteredOn(it -> it.condition().id().equals(LICENCE)).singleElement()
					.satisfies(it -> {
						assertThat(it.kind()).isEqualTo(ChangeKind.REVIVED);
						assertThat(it.because()).isNotEmpty();
					});
		});
	}

	@Test
	void justTheSetsWhoseDigestDiffersAreTold() {
		AdmittedRecord before = record(seed);
		for (String id : List.of(REVOCATION, LICENCE, "dossier/us-nvidia-amd", "company/anthropic")) {
			UnaryOperator<Entity> change = entity -> entity.id().equals(id) ? edited(entity, "2026", "2027") : entity;
			AdmittedRecord after = record(changed(change));
			assertThat(difference(change).conditionSets()).as(id).extracting(ChangedConditionSet::model)
					.containsExactlyElementsOf(facts(seed).all(Model.class).stream().map(Model::id)
							.filter(model -> !digest(before, model).equals(digest(after, model))).toList());
		}
		assertThat(difference(UnaryOperator.identity()))
				.isEqualTo(new PublicationDifference(List.of(), List.of()));
	}

	@Test
	void aModelThatIsNewHadNoStandingAndOneThatIsGoneHasNone() {
		String id = "model/replika";
		UnaryOperator<Entity> gone = entity -> entity.id().equals(id)
				? CanonicalForm.read("model/another", CanonicalForm.write(entity).replace(id, "model/another"))
				: entity;
		List<ChangedConditionSet> sets = difference(gone).conditionSets();
		assertThat(sets).extracting(ChangedConditionSet::model).contains("model/another", id);
		assertThat(sets).filteredOn(it -> it.model().equals(id)).singleElement().satisfies(it -> {
			assertThat(it.before()).isNotNull();
			assertThat(it.after()).isNull();
			assertThat(it.changes()).isNotEmpty().allSatisfy(
					change -> assertThat(change.kind()).isEqualTo(ChangeKind.REMOVED));
		});
		assertThat(sets).filteredOn(it -> it.model().equals("model/another")).singleElement().satisfies(it -> {
			assertThat(it.before()).isNull();
			assertThat(it.after()).isNotNull();
		});
	}

	private static PublicationDifference difference(UnaryOperator<Entity> change) {
		List<DossierContents> changed = changed(change).stream().filter(it -> !seed.contains(it)).toList();
		return PublicationDifference.of(seed, new Publication(changed, 1, "Ada", "A change", Cause.OUR_CORRECTION),
				DAY);
	}

	private static List<DossierContents> changed(UnaryOperator<Entity> change) {
		return seed.stream().map(it -> new DossierContents(
				(Dossier) change.apply(it.dossier()),
				it.entities().stream().map(change).toList(), it.withdrawn())).toList();
	}

	private static Entity edited(Entity entity, String text, String other) {
		return CanonicalForm.read(entity.id(), CanonicalForm.write(entity).replace(text, other));
	}

	/** All facts at once, which is slow, and leaves out none that bears on a model. */
	private static AdmittedRecord record(List<DossierContents> dossiers) {
		return new AdmittedRecord(facts(dossiers), null);
	}

	private static String digest(AdmittedRecord record, String model) {
		return CanonicalConditionSet.digest(ConditionSets.of(record, new Question(model, DAY, null, null)));
	}

	private static Facts facts(List<DossierContents> dossiers) {
		return new Facts(Stream.concat(dossiers.stream().map(DossierContents::dossier),
				dossiers.stream().flatMap(it -> it.entities().stream())).toList());
	}
}

package org.imprimatur.graph.connection;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;
import org.imprimatur.HoldText;
import org.junit.jupiter.api.Test;

/**
 * Whether a record had begun or ended by a revision is said by {@link LivePredicate} alone. What is equal is not meant:
 * it names the records that a revision began or ended, or those that have not ended.
 */
class LivePredicateGuardTest {

	private static final Pattern COMPARISON = Pattern
			.compile("\\.(since|until)\\s*[<>]|[<>]=?\\s*[\\w.%$\u0001]*\\.(since|until)\\b");

	private static final ArchRule RULE = noClasses().that().doNotBelongToAnyOf(LivePredicate.class)
			.should(new HoldText("spell when a record is live", COMPARISON));

	@Test
	void nothingElseSpellsWhenARecordIsLive() {
		RULE.check(new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
				.importPackages("org.imprimatur"));
	}

	@Test
	void whatSpellsItIsSeen() {
		assertThat(RULE.evaluate(new ClassFileImporter().importPackages("org.imprimatur.planted.graph"))
				.getFailureReport().getDetails()).hasSize(2)
				.allSatisfy(seen -> assertThat(seen).contains("graph.SpellsLivePredicate"));
	}
}

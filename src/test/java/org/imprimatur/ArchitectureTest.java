package org.imprimatur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.Room.room;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Holds the packages to the rooms of the design ("The rooms"); {@code planted} holds violations of each guard, to show
 * that they would be seen.
 */
class ArchitectureTest {

	private static final House OURS = new House("org.imprimatur", Rooms.LISTED, new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.imprimatur"));

	private static final House PLANTED = new House("org.imprimatur.planted", List.of(
			room("cellar"),
			room("time").doors("HoldsSpring"),
			room("knowledge").uses("force.record").alsoPublic("KnowsForce"),
			room("force.record").doors("KnowsJudge"),
			room("force.judge").uses("force.record"),
			room("embedded").uses("knowledge", "time").alsoPublic("KnowsTime"),
			room("api").doors("HoldsDriver").alsoPublic("Undone")),
			new ClassFileImporter().importPackages("org.imprimatur.planted"));

	enum Guard {
		EVERY_PACKAGE_IS_A_ROOM(House::unlisted, "not listed: room(\"attic\")", "not there: room(\"cellar\")"),

		A_ROOM_USES_WHAT_IS_LISTED(house -> house.differing(Room::used),
				"missing [force.judge], surplus []: room(\"force.record\").uses(\"force.judge\")",
				"missing [], surplus [knowledge]: room(\"embedded\").uses(\"time\")"),

		NO_ARROW_CLIMBS(House::climbing, "room(\"knowledge\").uses(\"force.record\")"),

		NO_ROOMS_USE_EACH_OTHER(rule(ours -> slices().matching(ours + ".(**)").should().beFreeOfCycles()),
				"planted.force.judge.KnowsRecord"),

		A_ROOM_IS_USED_THROUGH_ITS_DOORS(house -> house.differing(Room::opened),
				"missing [KnowsRecord], surplus []: room(\"force.judge\")",
				"missing [], surplus [HoldsDriver]: room(\"api\")"),

		NOTHING_ELSE_IS_PUBLIC(house -> house.differing(Room::alsoPublic),
				"missing [HoldsDriver, WritesCypher], surplus [Undone]: room(\"api\")"),

		THE_RULES_ARE_PLAIN_JAVA(
				rule(ours -> noClasses().that()
						.resideInAnyPackage(ours + ".time..", ours + ".knowledge..", ours + ".force..")
						.should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.neo4j..")),
				"planted.time.HoldsSpring"),

		ONLY_GRAPH_AND_EMBEDDED_SPEAK_TO_NEO4J(
				rule(ours -> noClasses().that().resideOutsideOfPackages(ours + ".graph..", ours + ".embedded..")
						.should()
						.dependOnClassesThat().resideInAnyPackage("org.neo4j..", "org.springframework.data.neo4j..")),
				"planted.api.HoldsDriver"),

		ONLY_API_KNOWS_GRAPHQL(
				rule(ours -> noClasses().that().resideOutsideOfPackage(ours + ".api..").should().dependOnClassesThat()
						.resideInAnyPackage("graphql..", "org.springframework.graphql..")),
				"planted.graph.ReadsGraphQl"),

		ONLY_GRAPH_WRITES_CYPHER(
				rule(ours -> noClasses().that().resideOutsideOfPackage(ours + ".graph..").should(new HoldCypher())),
				"planted.api.WritesCypher"),

		THE_RULES_LEAVE_WORDS_TO_SENTENCES(
				rule(ours -> noClasses().that().resideInAPackage(ours + ".force..").and()
						.haveNameNotMatching(".*\\.(\\w*Sentences?|Wording|Phrases|ValueWords)(\\$.*)?")
						.should(new HoldWords())),
				"planted.force.judge.TellsReaders"),

		NOTHING_DEPENDS_ON_THE_LOCALE(
				rule(ours -> noClasses().should().callMethod(String.class, "toLowerCase")
						.orShould().callMethod(String.class, "toUpperCase")
						.orShould().callMethod(DateTimeFormatter.class, "ofPattern", String.class)
						.orShould().callMethod(Locale.class, "getDefault")),
				"planted.time.LowersCase"),

		EVERY_PACKAGE_IS_NULL_MARKED(rule(ours -> classes().should(new BeInNullMarkedPackage())),
				"planted.attic.Forgotten");

		private final Function<House, List<String>> mistakes;
		private final List<String> planted;

		Guard(Function<House, List<String>> mistakes, String... planted) {
			this.mistakes = mistakes;
			this.planted = List.of(planted);
		}
	}

	private static Function<House, List<String>> rule(Function<String, ArchRule> rule) {
		return house -> house.violations(rule);
	}

	@ParameterizedTest
	@EnumSource
	void isKept(Guard guard) {
		assertThat(mistakes(guard, OURS)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void wouldBeSeenBroken(Guard guard) {
		assertThat(mistakes(guard, PLANTED)).contains(guard.planted);
	}

	private static String mistakes(Guard guard, House house) {
		return String.join("\n", guard.mistakes.apply(house));
	}
}

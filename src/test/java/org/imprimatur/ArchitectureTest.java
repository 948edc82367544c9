package org.imprimatur;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the packages to the rooms of the design ("The rooms"); {@code planted} holds a violation of each guard, to show that it would be seen. */
class ArchitectureTest {

	/** Each room with the rooms that it may use. A room need not exist yet, but none may exist beside these. */
	private static final Map<String, Set<String>> ROOMS = Map.ofEntries(
			Map.entry("time", Set.of()),
			Map.entry("knowledge", Set.of("time")),
			Map.entry("force", Set.of("knowledge", "time")),
			Map.entry("dossier", Set.of("knowledge", "time")),
			Map.entry("graph", Set.of("knowledge", "time")),
			Map.entry("ledger", Set.of("knowledge", "graph", "time")),
			Map.entry("answer", Set.of("force", "graph", "ledger", "knowledge", "time")),
			Map.entry("api", Set.of("answer", "force", "graph", "ledger", "knowledge", "time", "dossier", "exchange")),
			Map.entry("exchange", Set.of("knowledge", "graph", "time")),
			Map.entry("embedded", Set.of()),
			Map.entry("cli", Set.of("answer", "dossier", "force", "ledger", "graph", "knowledge", "time")));

	private static final JavaClasses OURS = new ClassFileImporter()
			.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.imprimatur");
	private static final JavaClasses PLANTED = new ClassFileImporter().importPackages("org.imprimatur.planted");

	enum Guard {
		A_ROOM_USES_ONLY_WHAT_IT_MAY(ArchitectureTest::rooms, "knowledge.KnowsForce", "embedded.KnowsTime"),

		EVERY_PACKAGE_IS_A_ROOM(
				ours -> classes().should()
						.resideInAnyPackage(Stream
								.concat(Stream.of(ours), ROOMS.keySet().stream().map(room -> ours + "." + room + ".."))
								.toArray(String[]::new)),
				"attic.Forgotten"),

		NO_ROOMS_USE_EACH_OTHER(ours -> slices().matching(ours + ".(*)..").should().beFreeOfCycles(),
				"force.KnowsKnowledge"),

		THE_RULES_ARE_PLAIN_JAVA(
				ours -> noClasses().that()
						.resideInAnyPackage(ours + ".time..", ours + ".knowledge..", ours + ".force..")
						.should().dependOnClassesThat().resideInAnyPackage("org.springframework..", "org.neo4j.."),
				"time.HoldsSpring"),

		ONLY_GRAPH_AND_EMBEDDED_SPEAK_TO_NEO4J(
				ours -> noClasses().that().resideOutsideOfPackages(ours + ".graph..", ours + ".embedded..").should()
						.dependOnClassesThat().resideInAnyPackage("org.neo4j..", "org.springframework.data.neo4j.."),
				"api.HoldsDriver"),

		ONLY_API_KNOWS_GRAPHQL(
				ours -> noClasses().that().resideOutsideOfPackage(ours + ".api..").should().dependOnClassesThat()
						.resideInAnyPackage("graphql..", "org.springframework.graphql.."),
				"graph.ReadsGraphQl"),

		ONLY_GRAPH_WRITES_CYPHER(
				ours -> noClasses().that().resideOutsideOfPackage(ours + ".graph..").should(new HoldCypher()),
				"api.WritesCypher"),

		EVERY_PACKAGE_IS_NULL_MARKED(ours -> classes().should(new BeInNullMarkedPackage()), "attic.Forgotten");

		private final Function<String, ArchRule> rule;
		private final List<String> violators;

		Guard(Function<String, ArchRule> rule, String... violators) {
			this.rule = rule;
			this.violators = List.of(violators);
		}
	}

	private static ArchRule rooms(String ours) {
		var rooms = layeredArchitecture().consideringOnlyDependenciesInLayers().withOptionalLayers(true);
		for (var room : ROOMS.keySet()) {
			rooms = rooms.layer(room).definedBy(ours + "." + room + "..");
		}
		for (var room : ROOMS.entrySet()) {
			rooms = room.getValue().isEmpty()
					? rooms.whereLayer(room.getKey()).mayNotAccessAnyLayer()
					: rooms.whereLayer(room.getKey()).mayOnlyAccessLayers(room.getValue().toArray(String[]::new));
		}
		return rooms;
	}

	@ParameterizedTest
	@EnumSource
	void isKept(Guard guard) {
		guard.rule.apply("org.imprimatur").allowEmptyShould(true).check(OURS);
	}

	@ParameterizedTest
	@EnumSource
	void wouldBeSeenBroken(Guard guard) {
		var report = guard.rule.apply("org.imprimatur.planted").evaluate(PLANTED).getFailureReport().toString();
		assertThat(guard.violators)
				.allSatisfy(violator -> assertThat(report).contains("org.imprimatur.planted." + violator));
	}
}

package org.imprimatur.graph.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.RelationshipType;
import org.imprimatur.knowledge.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a statement cannot tell of a mistake in the legs, since it only finds less. */
class WalkTest {

	private static final Pattern TYPES = Pattern.compile("\\[:([A-Z_|]+)]");

	private static Stream<Leg> legs() {
		return Stream.of(Walk.FACTS, HistoryReader.LEGS).flatMap(List::stream).distinct();
	}

	@ParameterizedTest
	@MethodSource("legs")
	void leadsToALaterStage(Leg leg) {
		assertThat(leg.to()).isGreaterThan(leg.from());
	}

	@ParameterizedTest
	@MethodSource("legs")
	void goesByRelationshipsThatThereAre(Leg leg) {
		assertThat(TYPES.matcher(leg.onward("")).results().map(MatchResult::group)
				.flatMap(types -> Arrays.stream(types.substring(2, types.length() - 1).split("\\|"))))
				.isSubsetOf(relationships());
	}

	private static Set<String> relationships() {
		Stream<String> references = Arrays.stream(RelationshipType.values()).map(Enum::name);
		Stream<String> parts = Arrays.stream(Kind.values()).flatMap(kind -> Shape.of(kind.type()).fields().stream())
				.map(Shape.Field::content).filter(Shape.Content.Part.class::isInstance)
				.map(part -> ((Shape.Content.Part) part).relationship());
		return Stream.of(references, parts, Stream.of("OF")).flatMap(it -> it).collect(Collectors.toSet());
	}
}

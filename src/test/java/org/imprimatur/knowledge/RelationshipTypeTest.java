package org.imprimatur.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Shape.Content;
import org.junit.jupiter.api.Test;

/** Every relationship between entities can be read out in both directions, and none else. */
class RelationshipTypeTest {

	@Test
	void areThoseOfTheRecords() {
		assertThat(Arrays.stream(RelationshipType.values()).map(Enum::name)).containsExactlyInAnyOrderElementsOf(
				Arrays.stream(Kind.values()).flatMap(kind -> references(Shape.of(kind.type()))).distinct().toList());
	}

	@Test
	void readInBothDirections() {
		assertThat(RelationshipType.values()).allSatisfy(type -> {
			assertThat(type.onward()).isNotBlank().isNotEqualTo(type.back());
			assertThat(type.back()).isNotBlank();
		});
	}

	private static Stream<String> references(Shape shape) {
		return shape.fields().stream().flatMap(field -> switch (field.content()) {
			case Content.Reference reference -> Stream.of(reference.relationship());
			case Content.Part part -> references(part.shape());
			default -> Stream.<String>empty();
		});
	}
}

package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Territory;
import org.junit.jupiter.api.Test;

class PlaceFieldsTest {

	/** A field that is documented as an ISO 3166 code is held to be one. */
	@Test
	void everyPlaceIsInTheVocabulary() {
		List<String> places = Arrays.stream(Kind.values()).map(kind -> Shape.of(kind.type()))
				.flatMap(PlaceFieldsTest::places).distinct().toList();
		assertThat(places).containsExactlyInAnyOrderElementsOf(Territory.FIELDS);
	}

	private static Stream<String> places(Shape shape) {
		return shape.fields().stream().flatMap(field -> field.content() instanceof Content.Part part
				? places(part.shape())
				: RecordDocs.of(shape.type(), field.name()).filter(it -> it.contains("ISO 3166"))
						.map(it -> field.name()).stream());
	}
}

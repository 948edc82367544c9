package org.imprimatur.web;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLSchema;
import java.util.stream.Stream;
import org.imprimatur.PagesTest;
import org.imprimatur.knowledge.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.graphql.execution.GraphQlSource;

/** A constant that a page shows has a word: readers do not know our names for things. */
@PagesTest
class WordsTest {

	private final GraphQLSchema schema;

	WordsTest(@Autowired GraphQlSource source) {
		this.schema = source.schema();
	}

	@ParameterizedTest
	@ValueSource(strings = {"State", "EndReason", "Reach", "Compliance", "Level", "Modality", "Stance", "Reliability",
			"Authorship", "Permissibility", "RestrictionKind", "Cause", "TimelineKind",
			"ChangeKind"})
	void everyConstantHasAWord(String name) {
		assertThat(schema.getType(name)).as(name).isInstanceOfSatisfying(GraphQLEnumType.class,
				type -> assertThat(type.getValues()).extracting(GraphQLEnumValueDefinition::getName)
						.allSatisfy(it -> assertThat(Words.WORDS.of(it)).isNotEqualTo(it)));
	}

	@Test
	void everyKindHasAWord() {
		assertThat(Stream.of(Kind.values()).map(Kind::label))
				.allSatisfy(it -> assertThat(Words.WORDS.of(it)).isNotEqualTo(it));
	}
}

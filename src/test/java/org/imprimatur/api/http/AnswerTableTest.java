package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class AnswerTableTest {

	@Test
	void theListOfWhichMostIsSelectedMakesTheRowsAndTheSameQuestionHasTheSameColumns() {
		var query = "{ models { kinds { kind } nodes { id developer { name } ...More } } } fragment More on Model { kind }";
		assertThat(csv(query, """
			{"models": {"kinds": [{"kind": "CHIP"}], "nodes": [
				{"id": "model/a", "developer": {"name": "A, Inc."}, "kind": "MODEL"},
				{"id": "model/b", "developer": null, "kind": "CHIP"}]}}"""))
				.isEqualTo("""
					id,developer.name,kind
					model/a,"A, Inc.",MODEL
					model/b,,CHIP
					""".replace("\n", "\r\n"));
		assertThat(csv(query, "{\"models\": {\"kinds\": [], \"nodes\": []}}")).isEqualTo("id,developer.name,kind\r\n");
	}

	@Test
	void whatIsAskedForAsRowMakesRowsAtEachDepth() {
		assertThat(csv("{ compare { columns { id } row: rows { id row: cells { day state } } } }", """
			{"compare": {"columns": [{"id": "x"}], "row": [
				{"id": "a", "row": [{"day": 1, "state": "ON"}, {"day": 2, "state": null}]},
				{"id": "b", "row": []}]}}""")).isEqualTo("id,day,state\r\na,1,ON\r\na,2,\r\n");
		assertThat(csv("{ models { row: edges { cursor row: node { id } } } }", """
			{"models": {"row": [{"cursor": "c", "row": {"id": "a"}}]}}""")).isEqualTo("cursor,id\r\nc,a\r\n");
	}

	@Test
	void eachOfSeveralHasItsPlaceInTheCell() {
		assertThat(csv("{ nodes { tags findings { outcome by { id } } } }", """
			{"nodes": [{"tags": ["=x", "y"], "findings": [{"outcome": "MET", "by": null},
				{"outcome": "BREACHED", "by": {"id": "a"}}]}, {"tags": [], "findings": []}]}"""))
				.isEqualTo("tags,findings.outcome,findings.by.id\r\n'=x; y,MET; BREACHED,; a\r\n,,\r\n");
	}

	@Test
	void whatHasNoListIsNoTable() {
		assertThatThrownBy(() -> csv("{ revision { number } }", "{\"revision\": {\"number\": 1}}"))
				.isInstanceOf(Refusal.class).hasMessageContaining("no list");
	}

	private static String csv(String query, String data) {
		return AnswerTable.csv(new DefaultGraphQlRequest(query),
				JsonMapper.shared().readValue(data, new TypeReference<Map<String, @Nullable Object>>() {
				}));
	}
}

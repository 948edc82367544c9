package org.imprimatur.api.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.imprimatur.ApplicationTest;
import org.imprimatur.Asker;
import org.imprimatur.GraphForTests;
import org.imprimatur.api.revisions.Past;
import org.imprimatur.graph.record.RecordStore;
import org.imprimatur.ledger.Ledger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import tools.jackson.databind.JsonNode;

/** A curator with a token changes facts over HTTP. */
@ApplicationTest
@Isolated("it reads all that is logged")
@ExtendWith(OutputCaptureExtension.class)
class PublishingTest {

	private static final String SETS = """
		{ conditionSet(model: "model/mythos-5", asOf: "2026-07-27") {
		    standing { level } receipt { digest revision } } }""";

	private final Asker asker;
	private final CuratorsClient curator;
	private final Ledger ledger;
	private final RecordStore records;

	PublishingTest(@Autowired Asker asker, @Autowired Ledger ledger, @Autowired RecordStore records) {
		this.asker = asker;
		this.curator = new CuratorsClient(asker.origin());
		this.ledger = ledger;
		this.records = records;
	}

	@AfterEach
	void restore() {
		new Past(ledger, records).restore();
	}

	@Test
	void aCuratorChangesAFactAndTheOldAnswerStays() throws Exception {
		int base = records.head();
		String before = digest(SETS, "");
		Map<String, String> form = CuratorsClient.form(CuratorsClient.upheld(), base);

		HttpResponse<String> rehearsed = curator.send(CuratorsClient.with(form, "dryRun", "true"));
		assertThat(rehearsed.statusCode()).as(rehearsed.body()).isEqualTo(200);
		assertThat(CuratorsClient.json(rehearsed).has("revision")).isFalse();
		assertDifference(CuratorsClient.json(rehearsed), base);
		assertThat(records.head()).isEqualTo(base);
		assertThat(digest(SETS, "")).isEqualTo(before);

		Map<String, String> theDayBefore = CuratorsClient.with(CuratorsClient.with(form, "dryRun", "true"), "asOf",
				"2026-06-29");
		JsonNode asOf = CuratorsClient.json(curator.send(theDayBefore));
		assertThat(asOf.path("changes")).hasSize(1);
		assertThat(asOf.path("conditionSets")).as("nothing was revoked yet").isEmpty();

		HttpResponse<String> published = curator.send(form);
		assertThat(published.statusCode()).as(published.body()).isEqualTo(201);
		assertDifference(CuratorsClient.json(published), base);
		JsonNode revision = CuratorsClient.json(published).path("revision");
		assertThat(List.of("number", "author", "message", "cause")).extracting(it -> revision.path(it).asString())
				.containsExactly(String.valueOf(base + 1), "Ada", "It was upheld, as it turns out", "OUR_CORRECTION");
		assertThat(asker.askText("{ revisions(first: 1) { nodes { revision { number author message cause } } } }")
				.path("revisions.nodes[0].revision").entity(Object.class).get())
				.isEqualTo(Map.of("number", base + 1, "author", "Ada", "message", "It was upheld, as it turns out",
						"cause", "OUR_CORRECTION"));

		assertThat(digest(SETS, "")).isNotEqualTo(before);
		assertThat(digest("{ at(revision: %d) %s }".formatted(base, SETS), "at.")).isEqualTo(before);

		HttpResponse<String> again = curator.send(CuratorsClient.with(form, "base", String.valueOf(base + 1)));
		assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
		assertThat(CuratorsClient.json(again).path("changes")).isEmpty();
		assertThat(records.head()).isEqualTo(base + 1);
	}

	private String digest(String document, String path) {
		return asker.askText(document).path(path + "conditionSet.receipt.digest").entity(String.class).get();
	}

	private static void assertDifference(JsonNode answer, int base) {
		assertThat(answer.path("comparedWith").asInt()).isEqualTo(base);
		assertThat(answer.path("changes")).hasSize(1);
		assertThat(answer.at("/changes/0/id").asString()).isEqualTo(CuratorsClient.REVOCATION);
		assertThat(answer.at("/changes/0/change").asString()).isEqualTo("CHANGED");
		assertThat(answer.at("/changes/0/fields").toString())
				.isEqualTo("[{\"field\":\"kind\",\"removed\":[\"REVOKES\"],\"added\":[\"UPHOLDS\"]}]");
		JsonNode mythos = answer.path("conditionSets").valueStream()
				.filter(it -> it.path("model").asString().equals("model/mythos-5")).findFirst().orElseThrow();
		assertThat(mythos.path("after").asString()).isEqualTo("LICENCE_REQUIRED");
		assertThat(mythos.path("before").asString()).isNotEmpty().isNotEqualTo("LICENCE_REQUIRED");
		JsonNode licence = mythos.path("conditions").valueStream()
				.filter(it -> it.path("condition").asString().equals("condition/us-commerce-2026-06-12-licence"))
				.findFirst().orElseThrow();
		assertThat(List.of("change", "before", "after")).extracting(it -> licence.path(it).asString())
				.containsExactly("REVIVED", "ENDED", "IN_FORCE");
		assertThat(licence.path("heldBefore").toString()).contains("revoked this letter on 30 June 2026");
		assertThat(licence.path("causedBy").toString()).contains(CuratorsClient.REVOCATION);
	}

	@Test
	void whatChangedSinceItsBaseIsNamed() throws Exception {
		int base = records.head();
		assertThat(curator.send(CuratorsClient.form(CuratorsClient.upheld(), base)).statusCode()).isEqualTo(201);
		Map<String, String> late = CuratorsClient.form(
				CuratorsClient.dossier().replace("title: The controls of 12 June end", "title: They end"),
				base);
		for (String dryRun : List.of("true", "false")) {
			HttpResponse<String> conflict = curator.send(CuratorsClient.with(late, "dryRun", dryRun));
			assertThat(conflict.statusCode()).isEqualTo(409);
			assertThat(CuratorsClient.json(conflict).path("code").asString()).isEqualTo("CONFLICT");
			assertThat(CuratorsClient.json(conflict).path("changed").toString())
					.isEqualTo("{\"%s\":%d}".formatted(CuratorsClient.REVOCATION, base + 1));
			assertThat(CuratorsClient.json(conflict).path("detail").asString())
					.contains("%s (revision %d)".formatted(CuratorsClient.REVOCATION, base + 1));
			assertThat(records.head()).isEqualTo(base + 1);
		}
	}

	@Test
	void theFileToChangeIsTakenFromARevision() throws Exception {
		int base = records.head();
		assertThat(curator.send(CuratorsClient.form(CuratorsClient.upheld(), base)).statusCode()).isEqualTo(201);
		String address = "/dossiers/" + CuratorsClient.FILE;
		HttpResponse<String> newest = curator.get(GraphForTests.TOKEN, address);
		assertThat(newest.statusCode()).as(newest.body()).isEqualTo(200);
		assertThat(newest.headers().firstValue("Content-Location"))
				.contains("%s?revision=%d".formatted(address, base + 1));
		HttpResponse<String> older = curator.get(GraphForTests.TOKEN, "%s?revision=%d".formatted(address, base));
		assertThat(older.body()).isEqualTo(newest.body().replaceFirst(
				"(id: %s\n +title: .*\n +kind: )UPHOLDS".formatted(CuratorsClient.REVOCATION), "$1REVOKES"));
		HttpResponse<String> back = curator.send(CuratorsClient.form(older.body(), base + 1));
		assertThat(back.statusCode()).as(back.body()).isEqualTo(201);
		assertThat(CuratorsClient.json(back).path("changes")).hasSize(1);

		assertThat(curator.get(null, address).statusCode()).isEqualTo(401);
		assertThat(curator.get(GraphForTests.TOKEN, address + "?revision=x").statusCode()).isEqualTo(400);
		for (String missing : List.of("/dossiers/none.yaml", address + "?revision=0", address + "?revision=100000")) {
			assertThat(curator.get(GraphForTests.TOKEN, missing).statusCode()).as(missing).isEqualTo(404);
		}
	}

	@Test
	void mistakesAreLocatedAndNothingIsPublished() throws Exception {
		int base = records.head();
		HttpResponse<String> refused = curator.send(CuratorsClient.form(
				CuratorsClient.dossier().replace("bearers: [company/anthropic]", "bearers: [company/antropic]"),
				base));
		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(CuratorsClient.json(refused).at("/mistakes/0/file").asString()).isEqualTo(CuratorsClient.FILE);
		assertThat(CuratorsClient.json(refused).at("/mistakes/0/line").asInt()).isPositive();
		assertThat(CuratorsClient.json(refused).at("/mistakes/0/message").asString()).contains("company/anthropic");
		assertThat(records.head()).isEqualTo(base);
	}

	@Test
	void whatIsLargeButNotTooLargeIsRead() throws Exception {
		String padding = "# " + "x".repeat(100) + "\n";
		Map<String, String> form = CuratorsClient.form(CuratorsClient.upheld() + padding.repeat(17_000),
				records.head());
		HttpResponse<String> rehearsed = curator.send(CuratorsClient.with(form, "dryRun", "true"));
		assertThat(rehearsed.statusCode()).as(rehearsed.body()).isEqualTo(200);
		assertThat(CuratorsClient.json(rehearsed).path("changes")).hasSize(1);
	}

	@Test
	void nothingOfWhatIsSentIsLogged(CapturedOutput output) throws Exception {
		String header = "Authorization: Bearer a-token-in-the-text";
		int base = records.head();
		Map<String, String> form = CuratorsClient.with(CuratorsClient.form(
				CuratorsClient.upheld().replace("The controls of 12 June end", "'%s'".formatted(header)),
				base), "message", header);
		assertThat(curator.send(form).statusCode()).isEqualTo(201);
		assertThat(curator.send(form).statusCode()).as("again, from the old base").isEqualTo(200);
		assertThat(curator.send(CuratorsClient.with(form, "dossier", header)).statusCode()).isEqualTo(422);
		assertThat(curator.send(CuratorsClient.with(form, header, header)).statusCode()).isEqualTo(400);
		assertThat(output).contains("Published revision %d by Ada".formatted(base + 1))
				.doesNotContain("a-token-in-the-text").doesNotContain(GraphForTests.TOKEN);
	}
}

package org.imprimatur.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.cli.Terminal.acme;
import static org.imprimatur.cli.Terminal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.imprimatur.cli.Terminal.Ended;
import org.imprimatur.embedded.EmbeddedNeo4j;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.Driver;
import org.neo4j.driver.GraphDatabase;

/** The commands that need the graph: what they change, refuse, find and give back. */
@ResourceLock(Resources.SYSTEM_OUT)
class GraphCommandsTest {

	private static final Pattern CONTENT_DIGEST = Pattern.compile("contentDigest is (\\w{64})");

	@TempDir
	private static Path graph;
	private static EmbeddedNeo4j neo4j;
	private static Driver driver;

	@TempDir
	private Path directory;

	@BeforeAll
	static void open() {
		neo4j = new EmbeddedNeo4j(graph);
		driver = GraphDatabase.driver(neo4j.uri(), AuthTokens.basic(neo4j.username(), neo4j.password()));
	}

	@AfterAll
	static void close() {
		driver.close();
		neo4j.close();
	}

	@BeforeEach
	void emptyGraph() {
		driver.executableQuery("MATCH (node) WHERE NOT node:SchemaFile DETACH DELETE node").execute();
	}

	@Test
	void aPublicationIsShownFirstAndMadeOnce() throws IOException {
		Path acme = Files.writeString(directory.resolve("acme.yaml"), acme());
		assertThat(onGraph("publish", acme, "--dry-run"))
				.satisfies(it -> assertThat(it.out()).contains("added       model/anvil  Anvil\n",
						"20 added, 1 withdrawn, 1 merged.\n", "\nNothing was published: this was a dry run.\n"))
				.extracting(Ended::exitCode).isEqualTo(0);
		assertThat(onGraph("replay", 1))
				.isEqualTo(new Ended(3, "", "Nothing was published into this graph yet.\n"));
		assertThat(publish(acme).out()).endsWith("\nPublished revision 1.\n");
		assertThat(publish(acme)).isEqualTo(
				new Ended(0, "Nothing differs from revision 1: there is nothing to publish.\n", ""));
	}

	@Test
	void aDifferenceIsToldFieldByField() throws IOException {
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		Path changed = changed();
		assertThat(onGraph("publish", changed, "--dry-run").out()).isEqualTo("""
			changed     company/acme  Acme Incorporated
			            aliases: + Acme
			            name: Acme → Acme Incorporated
			added       concern/smoke  Smoke
			merged      model/anvil-mini  Anvil mini
			            into model/anvil: It is the anvil itself.
			merged      model/anvil-nano  model/anvil-nano
			            into model/anvil: It turned out to be the mini under another name.
			withdrawn   source/unread  A source that nothing cites
			1 added, 1 changed, 1 withdrawn, 2 merged.

			model/anvil-mini  Anvil mini: none known → no such model
			            condition/no-export: suspended → not there, by model/anvil

			Nothing was published: this was a dry run.
			""");
	}

	@Test
	void theConditionSetsOfAnotherDayAreComparedWhereItIsAsked() throws IOException {
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		Path obliged = Files.writeString(directory.resolve("acme.yaml"),
				acme().replaceFirst("modality: PROHIBITION", "modality: OBLIGATION"));
		assertThat(onGraph("publish", obliged, "--dry-run").out()).doesNotContain("prohibited");
		assertThat(onGraph("publish", obliged, "--dry-run", "--as-of", "2026-06-20").out())
				.contains("model/anvil  Anvil: ", "prohibited");
	}

	@Test
	void anExportOfAnyRevisionPublishesToTheSameDigest() throws IOException {
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		publish(changed());
		List<String> digests = new ArrayList<>();
		for (int revision = 1; revision <= 2; revision++) {
			Ended exported = onGraph("export", "--revision", revision, directory.resolve("of-" + revision));
			assertThat(exported.err()).isEmpty();
			Matcher digest = CONTENT_DIGEST.matcher(exported.out());
			assertThat(digest.find()).as(exported.out()).isTrue();
			digests.add(digest.group(1));
			assertThat(onGraph("replay", revision).out()).contains("content     " + digest.group(1),
					"which the records that were live then still have");
		}
		assertThat(digests).doesNotHaveDuplicates();
		for (int revision = 1; revision <= 2; revision++) {
			emptyGraph();
			assertThat(publish(directory.resolve("of-" + revision)).exitCode()).isZero();
			assertThat(onGraph("export", directory.resolve("again-" + revision)).out())
					.contains(digests.get(revision - 1));
		}
	}

	@Test
	void anExportReplacesOnlyWhereItIsTold() throws IOException {
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		Path out = Files.createDirectory(directory.resolve("out"));
		Path stale = Files.writeString(out.resolve("stale.yaml"), "");
		Path notes = Files.writeString(out.resolve("notes.txt"), "");
		assertThat(onGraph("export", out)).isEqualTo(
				new Ended(3, "", out + " is not empty: name another directory, or say --replace.\n"));
		assertThat(onGraph("export", out, "--replace").exitCode()).isZero();
		assertThat(stale).doesNotExist();
		assertThat(notes).exists();
		assertThat(run("validate", out)).isEqualTo(new Ended(0, "No mistakes in 1 file with 20 facts.\n", ""));
	}

	@Test
	void whatWasChangedSinceItsBaseIsAConflict() throws IOException {
		Path acme = Files.writeString(directory.resolve("acme.yaml"), acme());
		publish(acme);
		publish(changed());
		Files.writeString(acme, acme().replace("name: Acme\n", "name: Acme Limited\n"));
		Ended refused = onGraph("publish", acme, "--dry-run", "--base", 1);
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.out()).isEmpty();
		assertThat(refused.err()).startsWith("Nothing was published: company/acme (revision 2), ");
		assertThat(onGraph("publish", acme, "--dry-run", "--base", 7).err())
				.contains("there is no revision 7 to have made this from: the newest is 2");
	}

	@Test
	void mistakesOfAPublicationAreLocated() throws IOException {
		Path acme = Files.writeString(directory.resolve("acme.yaml"), acme());
		publish(acme);
		Path other = Files.writeString(directory.resolve("other.yaml"), """
			dossier:
			  id: dossier/other
			  title: Other
			  subjects: [company/acme, company/acne]
			  through: 2026
			""");
		Ended refused = publish(other);
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.out()).startsWith(other + ":4: dossier.subjects[1]: there is no company/acne")
				.hasLineCount(1);
		assertThat(refused.err()).isEqualTo("The dossiers have mistakes, and nothing was published.\n");
	}

	@Test
	void tamperingIsFound() throws IOException {
		assertThat(onGraph("verify").out()).isEqualTo("Nothing was published yet.\n");
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		Ended verified = onGraph("verify");
		assertThat(verified.exitCode()).isZero();
		assertThat(verified.err()).contains("Checked 1 revision, ");
		String head = verified.out().replaceAll("(?s).*chainDigest (\\w{64})\\.\n", "$1");
		assertThat(onGraph("verify", "--head", head).exitCode()).isZero();
		Ended rewritten = onGraph("verify", "--head", "0".repeat(64));
		assertThat(rewritten.exitCode()).isEqualTo(1);
		assertThat(rewritten.out()).startsWith("TAMPERED WITH, first in revision 1: No revision has the digest 0");
		driver.executableQuery("MATCH (it:Record {id: 'model/anvil'}) SET it.name = 'Hammer'").execute();
		Ended tampered = onGraph("verify");
		assertThat(tampered.exitCode()).isEqualTo(1);
		assertThat(tampered.out()).startsWith("TAMPERED WITH, first in revision 1, model/anvil: ");
	}

	@Test
	void anotherContentIsNotReplayedAsTheSame() throws IOException {
		publish(Files.writeString(directory.resolve("acme.yaml"), acme()));
		driver.executableQuery(
				"MATCH (it:Record {id: 'model/anvil'}) SET it.content = replace(it.content, 'Anvil', 'Hammer')")
				.execute();
		Ended replayed = onGraph("replay", 1);
		assertThat(replayed.exitCode()).isEqualTo(1);
		assertThat(replayed.out()).contains("WHICH THE RECORDS THAT WERE LIVE THEN HAVE NO MORE");
		assertThat(onGraph("replay", 2)).isEqualTo(new Ended(3, "", "There is no revision 2: the newest is 1.\n"));
	}

	@Test
	void whatTakesLongSaysHowFarItIs() throws IOException {
		Path many = Files.writeString(directory.resolve("many.yaml"), Terminal.fiveThousandFacts());
		assertThat(onGraph("publish", many, "--dry-run").err()).isEqualTo("Comparing 5,001 changes …\n");
		assertThat(publish(many).err()).isEqualTo("""
			Publishing 5,001 changes …
			Wrote 1,000 of them.
			Wrote 2,000 of them.
			Wrote 3,000 of them.
			Wrote 4,000 of them.
			Wrote 5,000 of them.
			Wrote 5,001 of them.
			""");
		assertThat(onGraph("export", directory.resolve("out")).err()).isEqualTo("Writing 5,001 facts …\n");
		assertThat(onGraph("replay", 1).err()).isEqualTo("Digesting 5,001 facts …\n");
	}

	@Test
	void aServersGraphIsBackedUpByTheServersTools() {
		assertThat(onGraph("backup", directory.resolve("backup")).err()).contains("neo4j-admin");
		assertThat(onGraph("restore", directory.resolve("backup")).exitCode()).isEqualTo(3);
	}

	@Test
	void aGraphThatAnotherProcessHasOpenIsNamed() {
		assertThat(run("verify", "--imprimatur.data-directory=" + graph).err())
				.startsWith("Another process has the graph in %s open.\nStop that process, ".formatted(graph))
				.contains("over HTTP").doesNotContain("\tat ");
	}

	private Ended publish(Path dossiers) {
		return onGraph("publish", dossiers, "--author", "Ada", "--message", "A change", "--cause", "our-correction");
	}

	/** A name, an alias, a concern that is new, a model that was merged into another, and a source that is gone. */
	private Path changed() throws IOException {
		String mini = acme().substring(acme().indexOf("  - id: model/anvil-mini"), acme().indexOf("agencies:"));
		String nano = acme().substring(acme().indexOf("  - id: model/anvil-nano"),
				acme().indexOf("  - id: concern/dust"));
		return Files.writeString(Files.createDirectories(directory.resolve("changed")).resolve("acme.yaml"),
				acme().replace(mini, "").replace(nano, """
					  - id: model/anvil-nano
					    reason: It turned out to be the mini under another name.
					    successor: model/anvil
					  - id: model/anvil-mini
					    reason: It is the anvil itself.
					    successor: model/anvil
					""").replace("name: Acme\n    aliases: [", "name: Acme Incorporated\n    aliases: [Acme, ")
						.replace("concerns:\n", """
							concerns:
							  - id: concern/smoke
							    name: Smoke
							    evidence:
							      - {source: source/gazette, paraphrase: Says so., stance: SUPPORTS}
							""").replaceFirst("(?s)  - \\{id: source/unread.*?\n\n", "\n"));
	}

	private static Ended onGraph(Object... arguments) {
		return run(Stream.concat(Stream.of(arguments), Stream.of("--spring.neo4j.uri=" + neo4j.uri(),
				"--spring.neo4j.authentication.username=" + neo4j.username(),
				"--spring.neo4j.authentication.password=" + neo4j.password())).toArray());
	}
}

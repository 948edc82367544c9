package org.imprimatur.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.imprimatur.cli.Terminal.acme;
import static org.imprimatur.cli.Terminal.run;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.cli.Terminal.Ended;
import org.imprimatur.knowledge.Passage;
import org.imprimatur.knowledge.Sha256;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands as a user calls them: what they say, where, and what they end with. */
@ResourceLock(Resources.SYSTEM_OUT)
class CommandsTest {

	@TempDir
	private Path directory;

	/** As Java has them in a locale that has no such characters. */
	@Test
	void whatCannotBeReadIsRefused() {
		assertThat(run("evidence", "hash", "--passage", "\ufffd\ufffd perch\ufffd\ufffd"))
				.returns(2, Ended::exitCode).returns("", Ended::out)
				.extracting(Ended::err).asString().contains("cannot be read: set LC_ALL=C.UTF-8");
	}

	@Test
	void everyMistakeIsTold() throws IOException {
		Path acme = Files.writeString(directory.resolve("acme.yaml"), acme().replace("kind: MODEL\n", "kind: MODLE\n")
				.replace("variantOf: model/anvil\n", "variantOf: model/anvill\n"));
		Ended refused = run("validate", acme);
		assertThat(refused.exitCode()).isEqualTo(1);
		assertThat(refused.out()).hasLineCount(2).contains(acme + ":27: models[0].kind: ",
				acme + ":46: models[1].variantOf: there is no model/anvill; did you mean model/anvil");
		assertThat(run("validate", directory.resolve("none.yaml"))).isEqualTo(
				new Ended(3, "", "There is no file or directory %s.\n".formatted(directory.resolve("none.yaml"))));
	}

	@Test
	void aFileMayReferToWhatIsShipped() throws IOException {
		Path file = Files.writeString(directory.resolve("new.yaml"), """
			dossier:
			  id: dossier/new
			  title: New
			  subjects: [model/mythos-5]
			  through: 2026
			""");
		assertThat(run("validate", file)).isEqualTo(new Ended(0, "No mistakes in 1 file with 1 fact.\n", ""));
		assertThat(run("validate", directory)).isEqualTo(new Ended(0, "No mistakes in 1 file with 1 fact.\n", ""));
	}

	@Test
	void aDirectoryIsJudgedAsAllThatIsInIt() throws IOException {
		Path acme = Files.writeString(directory.resolve("acme.yaml"),
				acme().replace("variantOf: model/anvil\n", "variantOf: model/anvill\n"));
		Path notes = Files.writeString(directory.resolve("notes.json"), "{}");
		Files.writeString(directory.resolve(".draft.yaml"), "no dossier yet");
		Ended whole = run("validate", directory);
		assertThat(whole.exitCode()).isEqualTo(1);
		assertThat(whole.out()).hasLineCount(1).contains("there is no model/anvill");
		assertThat(run("validate", acme, notes)).isEqualTo(new Ended(1, whole.out(),
				"%s is passed over: a dossier ends in .yaml.\n".formatted(notes)));
		assertThat(run("validate", notes)).isEqualTo(new Ended(3, "", """
			%s is passed over: a dossier ends in .yaml.
			There is no file that ends in .yaml in %<s.
			""".formatted(notes)));
	}

	@Test
	void fiveThousandFactsAreRead() throws IOException {
		Files.writeString(directory.resolve("many.yaml"), Terminal.fiveThousandFacts());
		assertThat(run("validate", directory))
				.isEqualTo(new Ended(0, "No mistakes in 1 file with 5,001 facts.\n", ""));
	}

	@Test
	void passagesAreHeldAgainstADocument() throws IOException {
		Path document = Files.writeString(directory.resolve("gazette.txt"), "Acme made\nthe Anvil, it says.");
		Path acme = Files.writeString(directory.resolve("acme.yaml"), acme().replace("paraphrase: Acme made it.\n",
				"paraphrase: Acme made it.\n        passageSha256: %s\n"
						.formatted(Passage.digest("made the Anvil,"))));
		Ended held = run("evidence", "verify", "--source", document, "source/gazette", "--dossiers", acme);
		assertThat(held.exitCode()).as(held.err()).isZero();
		assertThat(held.out()).contains("source/gazette  The gazette\nNo digest of the document is recorded.\n",
				"confirmed    model/anvil, evidence[0]\n", "not-recorded model/anvil, releases[0].evidence[0]\n",
				"1 confirmed, 0 not found, 16 without a digest.\n");
		Files.writeString(document, "Acme made a Hammer.");
		Ended other = run("evidence", "verify", "--source", document, "source/gazette", "--dossiers", acme);
		assertThat(other.exitCode()).isEqualTo(1);
		assertThat(other.out()).contains("not-found    model/anvil, evidence[0]\n");
		assertThat(run("evidence", "verify", "--source", document).err())
				.startsWith("No source has the digest of this");
		assertThat(run("evidence", "verify", "--source", document, "source/none").err())
				.isEqualTo("There is no source/none.\n");
	}

	@Test
	void theDigestsOfADossierAreMadeHere() throws IOException {
		Path document = Files.writeString(directory.resolve("gazette.txt"), "Acme made\nthe Anvil, it says.");
		assertThat(run("evidence", "hash", "--passage", " made the\nAnvil, ")).isEqualTo(
				new Ended(0, "passageSha256: %s\n".formatted(Passage.digest("made the Anvil,")), ""));
		assertThat(run("evidence", "hash", "--document", document).out())
				.isEqualTo("sha256: %s\n".formatted(Sha256.of("Acme made\nthe Anvil, it says.")));
		assertThat(run("evidence", "hash", "--passage", " "))
				.isEqualTo(new Ended(1, "",
						"There is no digest of it: a passage has from 1 to 500 words, and this has 0.\n"));
	}

	@Test
	void whatIsToBeLookedAtIsListed() throws IOException {
		Path file = Files.writeString(directory.resolve("due.yaml"), """
			dossier:
			  id: dossier/due
			  title: What is due
			  subjects: [model/mythos-5]
			  through: 2026-03-31
			orders:
			  - id: order/o
			    title: The order
			    binding: true
			    issued: 2026-01-10
			    effective: {start: 2026-01-10, end: 2026-05-01}
			    imposes: [condition/late, condition/met, condition/over, condition/ahead]
			    evidence: [{source: source/s, paraphrase: P, stance: SUPPORTS}]
			conditions:
			%s%s%s%s
			sources:
			  - {id: source/s, title: S, reliability: PRIMARY}
			""".formatted(duty("late", "deadline: 2026-02-10"),
				duty("met", "deadline: 2026-02-10\n    findings: [{outcome: MET, day: 2026-02-09}]"),
				duty("over", "deadline: 2026-02-10\n    period: {end: 2026-02-01}"),
				duty("ahead", "deadline: 2026-04-20")));
		String late = "\tno finding  2026-02-10   Deadline of “late”. (condition/late)\n";
		assertThat(run("due", file, "--as-of", "2026-02-10").out()).isEqualTo("0 of 1 dossier to be looked at.\n");
		assertThat(run("due", file, "--as-of", "2026-04-20")).isEqualTo(new Ended(0,
				"dossier/due  What is due\n" + late + "1 of 1 dossier to be looked at.\n", ""));
		assertThat(run("due", file, "--as-of", "2026-05-01", "--older-than", "30").out()).isEqualTo("""
			dossier/due  What is due
				sources end on 31 March 2026, 31 days ago
			""" + late
				+ """
						no finding  2026-04-20   Deadline of “ahead”. (condition/ahead)
						since then  2026-05-01   “ahead”, under the order of 10 January 2026, ends: this order expired at the end of 30 April 2026. (condition/ahead)
						since then  2026-05-01   “late”, under the order of 10 January 2026, ends: this order expired at the end of 30 April 2026. (condition/late)
						since then  2026-05-01   “met”, under the order of 10 January 2026, ends: this order expired at the end of 30 April 2026. (condition/met)
						since then  2026-05-01   “The order” expires. (order/o)
					1 of 1 dossier to be looked at.
					""");
		Files.writeString(file, Files.readString(file).replace("through: 2026-03-31",
				"through: 2026-05-01\n  lastReviewed: 2026-05-02"));
		assertThat(run("due", file, "--as-of", "2026-06-02", "--older-than", "30").out())
				.contains("\tlast reviewed on 2 May 2026, 31 days ago\n").doesNotContain("since then");
	}

	private static String duty(String name, String more) {
		return """
			  - id: condition/%1$s
			    title: %1$s
			    text: It has to be done.
			    modality: OBLIGATION
			    action: REPORT
			    performance: CONTINUING
			    %2$s
			    scope: {models: [model/mythos-5]}
			    evidence: [{source: source/s, paraphrase: P, stance: SUPPORTS}]
			""".formatted(name, more);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', value = {"valdate | Did you mean: imprimatur validate",
			"publish x --autor A | Possible solutions: --author", "--frob | Unknown option: '--frob'",
			"publish x --author A --cause world-event | give --message, or --dry-run",
			"publish x --cause shipped | 'shipped' is none of world-event, source-correction",
			"publish | Missing required parameter", "replay first | 'first' is not an int",
			"publish x --as-of 2026-06-31 | '2026-06-31' is no day: June 2026 goes from 2026-06-01 to 2026-06-30",
			"publish x --as-of +12026-01-01 | '+12026-01-01' is no day: write it as 2026-06-26",
			"evidence | Missing required subcommand", "evidence hash | Missing required argument",
			"verify --head abc | 'abc' is no digest", "serve now | 'now'",
			"validate --imprimatur.data-directory=x | Unknown option", "due --older-than long | 'long' is not an int"})
	void whatIsMisusedIsSaid(String line, String message) {
		Ended ended = run((Object[]) line.split(" "));
		assertThat(ended.exitCode()).isEqualTo(2);
		assertThat(ended.out()).isEmpty();
		assertThat(ended.err()).contains(message).contains("--help").doesNotContain("\tat ");
	}

	@ParameterizedTest
	@MethodSource("commands")
	void everyCommandHasHelp(String command) {
		Ended help = help(command);
		assertThat(help.exitCode()).isZero();
		assertThat(help.err()).isEmpty();
		assertThat(help.out()).startsWith("Usage: imprimatur" + (command.isEmpty() ? "" : " " + command))
				.contains("It ends with").as("what can be typed is described")
				.doesNotContainPattern("(?m)^ {2,6}[-A-Z]\\S+$(?!\n {10})");
	}

	@Test
	void everyTextIsInTheHelpOfACommand() {
		String helps = commands().map(command -> help(command).out()).collect(Collectors.joining())
				.replaceAll("\\s+", " ");
		ResourceBundle texts = ResourceBundle.getBundle("cli.commands");
		assertThat(texts.keySet()).allSatisfy(key -> assertThat(helps).as(key).contains(texts.getString(key)
				.replaceAll("^(\\d):", "$1 ").replace("%n", " ")
				.replace("${COMPLETION-CANDIDATES}", "world-event, source-correction, our-correction, reprocessing")));
	}

	private static Stream<String> commands() {
		return Stream.of("", "serve", "validate", "publish", "export", "verify", "evidence", "evidence hash",
				"evidence verify", "replay", "due", "backup", "restore");
	}

	private static Ended help(String command) {
		return run(Stream.of((command + " --help").strip().split(" ")).toArray());
	}

	@Test
	void withoutAGraphThereIsOneClearSentence() {
		assertThat(run("replay", 1, "--spring.neo4j.uri=bolt://127.0.0.1:1")).isEqualTo(new Ended(3, "",
				"No Neo4j server answers at bolt://127.0.0.1:1.\nStart it, or correct SPRING_NEO4J_URI.\n"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "--server.port=0", "serve --server.port=0", "--debug --server.port=0"})
	void withoutACommandItServes(String line) {
		List<String> served = new ArrayList<>();
		String[] arguments = Stream.of(line.split(" ")).filter(it -> !it.isEmpty()).toArray(String[]::new);
		int exitCode = Commands.run(arguments, new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()),
				settings -> served.add(String.join(" ", settings)));
		assertThat(exitCode).isZero();
		assertThat(served).containsExactly(line.replace("serve ", ""));
	}
}

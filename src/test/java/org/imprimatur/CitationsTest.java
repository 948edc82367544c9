package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Code and documents cite headings, rules, decisions and files by name or number: each citation leads somewhere. */
class CitationsTest {

	private static final List<String> PLACES = List.of("src", "graph-schema", "docs", "clients", "README.md",
			"CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "seed-data/README.md");

	/** But for what others wrote, and for this test, which cites what there is not. */
	private static final Pattern READ = Pattern
			.compile("(?!.*(?:node_modules|CitationsTest)).*\\.(?:java|md|cypher|graphqls?|yaml|ts|js)");

	/** A comment's next line goes on where the one before ended. */
	private static final Pattern LINE_END = Pattern.compile("\\s*\\R\\s*(?:\\*(?!/)|//|#)?\\s*");
	private static final Pattern FENCED = Pattern.compile("^```.*?^```$", Pattern.MULTILINE | Pattern.DOTALL);
	private static final Pattern HEADING = Pattern.compile("^#{1,6} (\\d+\\. )?(.+)$", Pattern.MULTILINE);
	private static final Pattern NUMBERED_HEADING = Pattern.compile("^#{1,6} (\\d+)\\. ", Pattern.MULTILINE);
	private static final Pattern NEXT_HEADING = Pattern.compile("(?=^#{1,6} )", Pattern.MULTILINE);
	private static final Pattern NUMBERED = Pattern.compile("^(\\d+)\\. ", Pattern.MULTILINE);
	private static final Pattern NUMBER = Pattern.compile("(\\d+)");

	private static final Pattern SECTION = Pattern.compile("[Dd]esign[,:( ]{1,3}\"([^\"]+)\"");
	private static final Pattern SECTION_OR_RULES = Pattern
			.compile(SECTION + "|\\brules? (\\d+(?:(?:,? and |, | to )\\d+)*)");
	private static final Pattern SECTION_NUMBER = Pattern.compile("[Dd]esign,? (?:§|section )\\s?(\\d+)");
	private static final Pattern DECISION = Pattern.compile("\\b[Dd]ecisions? (\\d+)");
	private static final Pattern NO_DECISION = Pattern.compile("docs/decisions(?!/\\d)");
	private static final Pattern DOCUMENT = Pattern.compile("\\bdocs/[\\w./-]+\\.md\\b");
	private static final Pattern SOURCE = Pattern.compile("\\bsrc/(?:main|test)/[\\w./-]+\\.\\w+");
	private static final Pattern NAME = Pattern.compile("\\borg\\.imprimatur(?:\\.\\w+)*");
	private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#\\s]*)(?:#([^)\\s]+))?\\)");

	private static final String RULES = "The rules of force";

	/** The design's sections by their headings, each with the numbers of its list. */
	private final Map<String, Set<Integer>> rules = new HashMap<>();

	private final Set<Integer> sections = new HashSet<>();
	private final Set<Integer> decisions;

	CitationsTest() throws IOException {
		for (String part : NEXT_HEADING.split(unfenced(Path.of("docs/design.md")))) {
			HEADING.matcher(part).results().forEach(heading -> {
				rules.put(heading.group(2), numbers(NUMBERED, part));
				sections.addAll(numbers(NUMBERED_HEADING, part));
			});
		}
		try (Stream<Path> files = Files.list(Path.of("docs/decisions"))) {
			decisions = files.map(file -> Integer.valueOf(file.getFileName().toString().substring(0, 4)))
					.collect(Collectors.toSet());
		}
	}

	@Test
	void everyCitationLeadsSomewhere() throws IOException {
		List<String> mistakes = new ArrayList<>();
		for (String place : PLACES) {
			List<Path> files = files(Path.of(place));
			assertThat(files).as(place).isNotEmpty();
			for (Path file : files) {
				mistakes.addAll(mistakes(file, Files.readString(file)));
			}
		}
		assertThat(mistakes).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
				src/A.java | // (design, "The attic") | the design has no section "The attic"
				src/A.java | /** Design, "The attic". */ | the design has no section "The attic"
				docs/a.md | The design ("The attic") | the design has no section "The attic"
				src/A.java | * (design, "The⏎ * attic") | the design has no section "The attic"
				src/A.java | (design, "The rules of force", rule 99) | "The rules of force" has no rule 99
				src/A.java | (design, "The rules of force",⏎ * rules 1 and 99) | "The rules of force" has no rule 99
				src/A.java | (design, "The rules of force", rules 1 to 99) | "The rules of force" has no rule 99
				src/A.java | (design, "The rooms", rule 1) | "The rooms" has no rule 1
				src/A.java | (rule 99) | "The rules of force" has no rule 99
				src/A.java | (design §3) | the design's numbers drift: cite the heading of section 3
				docs/a.md | (design, section 3) | the design's numbers drift: cite the heading of section 3
				graph-schema/999-new.cypher | // (design §99) | the design has no section 99
				src/A.java | (decision 999) | there is no decision 999
				src/A.java | (docs/decisions) | which of the decisions?
				src/A.java | see docs/decisions/. | which of the decisions?
				src/a.graphqls | docs/attic.md tells how | there is no docs/attic.md
				docs/a.md | `git log src/main/Attic.java` | there is no src/main/Attic.java
				README.md | `org.imprimatur.attic` | there is no org.imprimatur.attic
				docs/a.md | [there](attic.md) | there is no docs/attic.md
				docs/a.md | [there](design.md#attic) | docs/design.md has no heading #attic
				docs/design.md | [there](#attic) | docs/design.md has no heading #attic
				""")
	void aPlantedCitationOfNothingIsTold(String file, String text, String sentence) throws IOException {
		assertThat(mistakes(Path.of(file), text.replace('⏎', '\n'))).containsExactly(file + ": " + sentence);
	}

	@Test
	void anAppliedFileMayCiteANumber() throws IOException {
		assertThat(mistakes(Path.of("graph-schema/999-new.cypher"), "// (design §4, docs/decisions)")).isEmpty();
	}

	private static List<Path> files(Path place) throws IOException {
		try (Stream<Path> files = Files.walk(place)) {
			return files.filter(file -> READ.matcher(file.toString()).matches()).toList();
		}
	}

	/** What a file cites that there is not, a sentence each. */
	private List<String> mistakes(Path file, String text) throws IOException {
		List<String> mistakes = new ArrayList<>();
		Consumer<String> tell = mistake -> mistakes.add("%s: %s".formatted(file, mistake));
		String prose = LINE_END.matcher(text).replaceAll(" ");
		boolean applied = file.toString().endsWith(".cypher");
		boolean document = file.toString().endsWith(".md");
		rules(prose, tell);
		sections(prose, applied, tell);
		numbers(DECISION, prose).stream().filter(number -> !decisions.contains(number))
				.forEach(number -> tell.accept("there is no decision " + number));
		if (!applied && !document && NO_DECISION.matcher(prose).find()) {
			tell.accept("which of the decisions?");
		}
		texts(DOCUMENT, prose).forEach(path -> exists(Path.of(path), tell));
		if (document) {
			texts(SOURCE, prose).forEach(path -> exists(Path.of(path), tell));
			texts(NAME, prose).filter(name -> !isOurs(name)).forEach(name -> tell.accept("there is no " + name));
			for (MatchResult link : LINK.matcher(text).results().toList()) {
				follow(file, link.group(1), link.group(2), tell);
			}
		}
		return mistakes;
	}

	/** A rule cited by its number alone is one of the section cited before. */
	private void rules(String prose, Consumer<String> tell) {
		String section = RULES;
		for (MatchResult cited : SECTION_OR_RULES.matcher(prose).results().toList()) {
			if (cited.group(1) != null) {
				section = cited.group(1);
				if (!rules.containsKey(section)) {
					tell.accept("the design has no section \"%s\"".formatted(section));
				}
				continue;
			}
			for (int rule : numbers(NUMBER, cited.group(2))) {
				if (!rules.getOrDefault(section, Set.of()).contains(rule)) {
					tell.accept("\"%s\" has no rule %d".formatted(section, rule));
				}
			}
		}
	}

	/** What was applied to people's graphs stays as it was written; elsewhere a number would change with the design. */
	private void sections(String prose, boolean applied, Consumer<String> tell) {
		for (int number : numbers(SECTION_NUMBER, prose)) {
			if (!applied) {
				tell.accept("the design's numbers drift: cite the heading of section " + number);
			} else if (!sections.contains(number)) {
				tell.accept("the design has no section " + number);
			}
		}
	}

	private static Set<Integer> numbers(Pattern pattern, String text) {
		return pattern.matcher(text).results().map(it -> Integer.valueOf(it.group(1))).collect(Collectors.toSet());
	}

	private static Stream<String> texts(Pattern pattern, String prose) {
		return pattern.matcher(prose).results().map(MatchResult::group);
	}

	private static boolean isOurs(String name) {
		Path path = Path.of("src/main/java", name.split("\\."));
		return Files.isDirectory(path) || Files.exists(path.resolveSibling(path.getFileName() + ".java"));
	}

	private static boolean exists(Path path, Consumer<String> tell) {
		boolean exists = Files.exists(path);
		if (!exists) {
			tell.accept("there is no " + path);
		}
		return exists;
	}

	private static void follow(Path file, String to, @Nullable String anchor, Consumer<String> tell)
			throws IOException {
		Path target = to.isEmpty() ? file : file.resolveSibling(to).normalize();
		if (exists(target, tell) && anchor != null && anchors(target).noneMatch(anchor::equals)) {
			tell.accept("%s has no heading #%s".formatted(target, anchor));
		}
	}

	/** The anchors that headings have where a repository's documents are shown. */
	private static Stream<String> anchors(Path document) throws IOException {
		return texts(HEADING, unfenced(document)).map(heading -> heading.toLowerCase(Locale.ROOT)
				.replaceAll("^#+ |[^\\w\\- ]", "").replace(' ', '-'));
	}

	private static String unfenced(Path document) throws IOException {
		return FENCED.matcher(Files.readString(document)).replaceAll("");
	}
}

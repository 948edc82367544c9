package org.imprimatur.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the comments in the sources of the records say of their components and constants. */
final class RecordDocs {

	private static final String COMMENT = "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*";

	private RecordDocs() {
	}

	/** What the type is: the first sentence of its comment. */
	static String of(Class<?> type) {
		String sentences = comment(type, "public (?:record|enum) " + type.getSimpleName()).orElseThrow(
				() -> new AssertionError("no comment on " + type)).replaceAll("@param.*", "").strip();
		return sentences.replaceAll("(?<=[a-z])\\. .*|\\.$", "");
	}

	/** What its comment says of a component. */
	static Optional<String> of(Class<?> type, String component) {
		return comment(type, "public record " + type.getSimpleName()).flatMap(
				comment -> first("@param " + component + " ((?:(?!@param).)*)", comment).map(String::strip));
	}

	/** What its comment says of an enum's constant. */
	static Optional<String> of(Enum<?> constant) {
		return comment(constant.getDeclaringClass(), constant.name() + "\\b")
				.map(it -> it.replaceAll("\\.$", "")).map(it -> Character.toLowerCase(it.charAt(0)) + it.substring(1));
	}

	private static Optional<String> comment(Class<?> type, String declaration) {
		Class<?> outermost = type.getNestHost();
		Path source = Path.of("src/main/java", outermost.getName().replace('.', '/') + ".java");
		try {
			return first(COMMENT + declaration, Files.readString(source)).map(RecordDocs::plain);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static String plain(String comment) {
		return comment.replaceAll("(?m)^\\s*\\*", " ").replaceAll("\\{@code ([^}]*)}", "$1")
				.replaceAll("\\{@link \\w*#?(\\w*)}", "$1").replaceAll("\\s+", " ").strip();
	}

	private static Optional<String> first(String pattern, String text) {
		Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
		return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
	}
}

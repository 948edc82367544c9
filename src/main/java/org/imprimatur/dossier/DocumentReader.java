package org.imprimatur.dossier;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads bytes as YAML 1.2. */
final class DocumentReader {

	/**
	 * The most bytes that a file may have: more than twice what 20,000 facts take, and little enough to hold in memory.
	 */
	static final int MOST_BYTES = 32_000_000;
	/** The most characters of a line: the parser's time grows with the square of what it finds no end of. */
	static final int LONGEST_LINE = 1_000_000;

	private final DossierFile file;
	private final List<Mistake> mistakes;

	private DocumentReader(DossierFile file, List<Mistake> mistakes) {
		this.file = file;
		this.mistakes = mistakes;
	}

	/** The file's tree; none if it is no YAML. What is wrong is added to {@code mistakes}. */
	static Optional<Document> read(DossierFile file, List<Mistake> mistakes) {
		return Optional.ofNullable(new DocumentReader(file, mistakes).read());
	}

	private @Nullable Document read() {
		if (file.bytes().length > MOST_BYTES) {
			return refused(1, "the file is larger than %,d bytes; divide the history among several files"
					.formatted(MOST_BYTES));
		}
		ByteBuffer bytes = ByteBuffer.wrap(file.bytes());
		CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
		String text;
		try {
			text = decoder.decode(bytes).toString();
		} catch (CharacterCodingException e) {
			String before = new String(file.bytes(), 0, bytes.position(), StandardCharsets.ISO_8859_1);
			return refused(lineAt(before, before.length()), "this is not UTF-8; save the file in that encoding");
		}
		return read(text.startsWith("\uFEFF") ? text.substring(1) : text);
	}

	private @Nullable Document read(String text) {
		int start = 0;
		for (int line = 1; start < text.length(); line++) {
			int end = text.indexOf('\n', start);
			end = end < 0 ? text.length() : end;
			if (end - start > LONGEST_LINE) {
				return refused(line, "this line has more than %,d characters; divide it".formatted(LONGEST_LINE));
			}
			start = end + 1;
		}
		return parsed(text);
	}

	private @Nullable Document parsed(String text) {
		LoadSettings settings = LoadSettings.builder().setLabel(file.name()).setCodePointLimit(MOST_BYTES).build();
		Iterator<Event> events = new Parse(settings).parseString(text).iterator();
		TreeBuilder tree = new TreeBuilder(file.name(), events, mistakes);
		try {
			return tree.build();
		} catch (TreeBuilder.Unreadable e) {
			return refused(e.line(), e.sentence());
		} catch (MarkedYamlEngineException e) {
			int line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
			return refused(line, sentence(String.valueOf(e.getProblem())));
		} catch (ReaderException e) {
			return refused(lineAt(text, text.offsetByCodePoints(0, e.getPosition())),
					"the character U+%04X cannot stand in YAML; leave it out".formatted(e.getCodePoint()));
		} catch (YamlEngineException e) {
			return refused(1, "this is not YAML: " + e.getMessage());
		}
	}

	private static String sentence(String problem) {
		if (problem.contains("TAB")) {
			return "a tab cannot indent; write spaces";
		}
		return problem.startsWith("mapping values are not allowed")
				? "a text that holds a colon and a space has to stand in quotes"
				: "this is not YAML: " + Quote.shortened(problem);
	}

	private static int lineAt(String text, int position) {
		return 1 + (int) text.substring(0, position).chars().filter(it -> it == '\n').count();
	}

	private @Nullable Document refused(int line, String message) {
		mistakes.add(new Mistake(file.name(), line, "", message));
		return null;
	}
}

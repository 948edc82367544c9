package org.imprimatur.knowledge;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Passages of documents, and their digests. A passage is a run of whole words, from white space to white space with all
 * punctuation; so neither its beginning nor its end has to be recorded, and how the document's text is broken into
 * lines, pages and paragraphs makes no difference (design, "The domain").
 */
public final class Passage {

	/** The most words of a passage: a long paragraph. */
	public static final int MOST_WORDS = 500;

	private static final Pattern SPACE = Pattern.compile("[\\p{IsWhite_Space}\\uFEFF]+");

	private Passage() {
	}

	/**
	 * The normal form: Unicode NFC, each run of white space one space, and none at the ends. White space is what has
	 * Unicode's property White_Space, no-break spaces and line ends among it, and the byte order mark.
	 */
	public static String normal(String text) {
		return SPACE.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
	}

	/**
	 * The digest of a passage, as {@link Evidence#passageSha256} records it: the SHA-256 of its normal form in UTF-8,
	 * in hexadecimal.
	 *
	 * @throws IllegalArgumentException with a sentence for people if the passage has no words, or more than
	 *         {@value #MOST_WORDS}
	 */
	public static String digest(String passage) {
		String normal = normal(passage);
		int words = normal.isEmpty() ? 0 : normal.split(" ").length;
		if (words == 0 || words > MOST_WORDS) {
			throw new IllegalArgumentException(
					"a passage has from 1 to %d words, and this has %,d".formatted(MOST_WORDS, words));
		}
		return Sha256.of(normal);
	}

	/**
	 * Those of the digests that a passage of this text has. Every run of words is tried, so the time grows with the
	 * number of words times {@value #MOST_WORDS}.
	 */
	public static Set<String> found(String text, Collection<String> digests) {
		Set<ByteBuffer> wanted = digests.stream().map(it -> ByteBuffer.wrap(HexFormat.of().parseHex(it)))
				.collect(Collectors.toSet());
		byte[][] words = Arrays.stream(normal(text).split(" ")).map(it -> it.getBytes(StandardCharsets.UTF_8))
				.toArray(byte[][]::new);
		Set<String> found = ConcurrentHashMap.newKeySet();
		if (!wanted.isEmpty()) {
			IntStream.range(0, words.length).parallel().forEach(first -> from(first, words, wanted, found));
		}
		return found;
	}

	// The digest of a run is that of the run before it, continued by a word.
	private static void from(int first, byte[][] words, Set<ByteBuffer> wanted, Set<String> found) {
		MessageDigest run = Sha256.begun();
		for (int next = first; next < Math.min(words.length, first + MOST_WORDS); next++) {
			if (next > first) {
				run.update((byte) ' ');
			}
			run.update(words[next]);
			byte[] digest = Sha256.asOfNow(run);
			if (wanted.contains(ByteBuffer.wrap(digest))) {
				found.add(HexFormat.of().formatHex(digest));
			}
		}
	}
}

package org.imprimatur.graph.search;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Text of all that can be typed: letters of every script, marks, symbols, controls, halves of surrogate pairs,
 * operators.
 */
public final class RandomText {

	private static final String[] MEANT = {" AND ", " OR ", "NOT ", "\"", "*", "?", "~2", "^9", "\\", "/", ":", "(",
			")",
			"[a TO b]", "{", "}", "+", "-", "&&", "||", "!", "names:", "\u0000", "\u202e", "👩‍⚖️", "mythos", "'", "`",
			"$x",
			"\n", "e\u0301", "<b>", "%s", "| mythos |"};

	private RandomText() {
	}

	/** A text of so many characters and pieces. */
	public static String of(Random random, int pieces) {
		return IntStream.range(0, pieces).mapToObj(piece -> switch (random.nextInt(6)) {
			case 0 -> MEANT[random.nextInt(MEANT.length)];
			case 1 -> " ";
			case 2 -> Character.toString(random.nextInt(Character.MAX_CODE_POINT + 1));
			case 3 -> Character.toString(random.nextInt(0x3000));
			default -> Character.toString('a' + random.nextInt(26));
		}).collect(Collectors.joining());
	}
}

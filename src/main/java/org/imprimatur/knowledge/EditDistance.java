package org.imprimatur.knowledge;

import java.util.stream.IntStream;

/** How many edits lie between two texts; a limit ends the count once they are sure to be that many or more. */
public final class EditDistance {

	private EditDistance() {
	}

	/** Levenshtein's distance: the characters that are wrong, missing or too many. */
	public static int levenshtein(String one, String other, int limit) {
		return distance(one.chars(), other.chars(), limit, false);
	}

	/**
	 * The optimal string alignment distance, by which Lucene finds similar words: the letters that are wrong, missing,
	 * too many or, two neighbours, in each other's place.
	 */
	public static int optimalStringAlignment(String one, String other, int limit) {
		return distance(one.codePoints(), other.codePoints(), limit, true);
	}

	private static int distance(IntStream one, IntStream other, int limit, boolean swaps) {
		int[] from = one.toArray();
		int[] to = other.toArray();
		if (Math.abs(from.length - to.length) >= limit) {
			return limit;
		}
		int[] twoAbove = new int[to.length + 1];
		int[] above = IntStream.rangeClosed(0, to.length).toArray();
		int[] row = new int[to.length + 1];
		for (int i = 1; i <= from.length; i++) {
			row[0] = i;
			int least = i;
			for (int j = 1; j <= to.length; j++) {
				int changed = above[j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
				row[j] = Math.min(changed, 1 + Math.min(above[j], row[j - 1]));
				if (swaps && i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1]) {
					row[j] = Math.min(row[j], 1 + twoAbove[j - 2]);
				}
				least = Math.min(least, row[j]);
			}
			if (least >= limit) {
				return limit;
			}
			int[] spare = twoAbove;
			twoAbove = above;
			above = row;
			row = spare;
		}
		return Math.min(above[to.length], limit);
	}
}

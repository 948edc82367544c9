package org.imprimatur.graph.search;

/** How far a word is from what was typed for it. */
final class EditDistance {

	private EditDistance() {
	}

	/**
	 * Whether so few letters are wrong, missing, too many or, two neighbours, in each other's place: the optimal string
	 * alignment distance, by which Lucene finds similar words.
	 */
	static boolean isWithin(int typos, String typed, String meant) {
		int[] from = typed.codePoints().toArray();
		int[] to = meant.codePoints().toArray();
		return Math.abs(from.length - to.length) <= typos && distance(from, to) <= typos;
	}

	private static int distance(int[] from, int[] to) {
		int[][] distance = new int[from.length + 1][to.length + 1];
		for (int row = 0; row <= from.length; row++) {
			for (int column = 0; column <= to.length; column++) {
				if (row == 0 || column == 0) {
					distance[row][column] = row + column;
					continue;
				}
				int changed = distance[row - 1][column - 1] + (from[row - 1] == to[column - 1] ? 0 : 1);
				int oneMoreOrLess = Math.min(distance[row - 1][column], distance[row][column - 1]) + 1;
				distance[row][column] = Math.min(changed, oneMoreOrLess);
				if (row > 1 && column > 1 && from[row - 1] == to[column - 2] && from[row - 2] == to[column - 1]) {
					distance[row][column] = Math.min(distance[row][column], distance[row - 2][column - 2] + 1);
				}
			}
		}
		return distance[from.length][to.length];
	}
}

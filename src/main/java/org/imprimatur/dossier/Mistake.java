package org.imprimatur.dossier;

import java.util.Comparator;

/**
 * What is wrong in a dossier, and where.
 *
 * @param file the file's name
 * @param line the line, from 1
 * @param path the field: {@code letters[0].issuedBy[1]}; empty where the whole file is meant
 * @param message what is wrong and what would be right, in a sentence
 */
public record Mistake(String file, int line, String path, String message) implements Comparable<Mistake> {

	private static final Comparator<Mistake> ORDER = Comparator.comparing(Mistake::file)
			.thenComparingInt(Mistake::line).thenComparing(Mistake::path).thenComparing(Mistake::message);

	@Override
	public int compareTo(Mistake other) {
		return ORDER.compare(this, other);
	}

	@Override
	public String toString() {
		return "%s:%d: %s%s".formatted(file, line, path.isEmpty() ? "" : path + ": ", message);
	}
}

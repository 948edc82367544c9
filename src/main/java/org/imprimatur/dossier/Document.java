package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.Map;
import java.util.function.Supplier;
import org.imprimatur.knowledge.DossierContents;
import org.springframework.util.function.SingletonSupplier;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as a tree, of which every node knows its line.
 *
 * @param file the file's name
 * @param root the tree
 * @param lines finds the line of each path
 * @param postscript what to say after each mistake in it
 */
record Document(String file, JsonNode root, Supplier<Map<String, Integer>> lines, String postscript) {

	/** What stands in the graph and is not up for change. It is written as a file only to find a mistake's line. */
	static Document standing(DossierContents contents) {
		SingletonSupplier<Map<String, Integer>> lines = SingletonSupplier
				.of(() -> DocumentReader.read(DossierWriter.write(contents), new ArrayList<>())
						.map(it -> it.lines().get()).orElse(Map.of()));
		return new Document(DossierWriter.fileName(contents), DossierWriter.tree(contents), lines::obtain,
				" (%s is not among these files and stays as it is: leave it what it rests on, or change it with them)"
						.formatted(contents.dossier().id()));
	}

	/** The id that its dossier gives itself; empty if it gives none. */
	String id() {
		return root.path(Section.DOSSIER).path("id").asString("");
	}

	/** Whether it stands in the graph and is not up for change. */
	boolean isStanding() {
		return !postscript.isEmpty();
	}

	/** A mistake at this path, on its line or that of the nearest thing around it that has one. */
	Mistake mistake(String path, String message) {
		return new Mistake(file, line(path), path, message + postscript);
	}

	/** File and line of this path, for a mistake elsewhere. */
	String place(String path) {
		return "%s:%d".formatted(file, line(path));
	}

	int line(String path) {
		for (String place = path; !place.isEmpty(); place = around(place)) {
			Integer line = lines.get().get(place);
			if (line != null) {
				return line;
			}
		}
		return 1;
	}

	private static String around(String path) {
		return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
	}
}

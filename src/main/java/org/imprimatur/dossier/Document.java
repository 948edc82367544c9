package org.imprimatur.dossier;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A YAML file as a tree, of which every node knows its line.
 *
 * @param file the file's name
 * @param root the tree
 * @param lines the line of each path
 */
record Document(String file, JsonNode root, Map<String, Integer> lines) {

	/** A mistake at this path, on its line or that of the nearest thing around it that has one. */
	Mistake mistake(String path, String message) {
		return new Mistake(file, line(path), path, message);
	}

	/** File and line of this path, for a mistake elsewhere. */
	String place(String path) {
		return "%s:%d".formatted(file, line(path));
	}

	int line(String path) {
		for (String place = path; !place.isEmpty(); place = around(place)) {
			Integer line = lines.get(place);
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

package org.imprimatur.planted.graph;

public class SpellsLivePredicate {
	String begun(String record) {
		return record + ".since <= $revision";
	}

	String notEnded(String record) {
		return "$revision < " + record + ".until";
	}
}

package org.imprimatur.planted.force.judge;

/** Has a sentence where a reason belongs. */
final class TellsReaders {

	private TellsReaders() {
	}

	static String expired(String name) {
		return name + " has expired";
	}
}

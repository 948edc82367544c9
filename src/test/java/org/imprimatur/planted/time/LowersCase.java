package org.imprimatur.planted.time;

final class LowersCase {

	private LowersCase() {
	}

	static String lower(String text) {
		return text.toLowerCase();
	}
}

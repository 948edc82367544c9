package org.imprimatur.time;

/** Puts EDTF into words. */
final class EdtfReading {

	private EdtfReading() {
	}

	static String of(String text) {
		return text;
	}
}

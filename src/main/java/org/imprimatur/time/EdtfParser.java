package org.imprimatur.time;

import java.time.LocalDate;

/** Reads EDTF. */
final class EdtfParser {

	private EdtfParser() {
	}

	static EdtfDate parse(String text) {
		return EdtfDate.of(LocalDate.parse(text));
	}
}

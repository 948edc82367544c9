package org.imprimatur.exchange;

import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of comma-separated values (RFC 4180) that a spreadsheet takes for nothing but values. */
public final class Csv {

	/**
	 * A spreadsheet takes a cell that begins so for a formula, unless an apostrophe stands before it. A cell that
	 * begins with an apostrophe gets another, so that whoever takes one away has the value again.
	 */
	private static final Pattern GUARDED = Pattern.compile("['=+\\-@\\t\\r\\n＝＋－＠]");

	private static final Pattern QUOTED = Pattern.compile("[\",\r\n]");

	private Csv() {
	}

	/** A row with its line end; a value that is absent is an empty cell. */
	public static String row(Stream<? extends @Nullable String> values) {
		return values.map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(@Nullable String value) {
		if (value == null) {
			return "";
		}
		String guarded = GUARDED.matcher(value).lookingAt() ? "'" + value : value;
		return QUOTED.matcher(guarded).find() ? '"' + guarded.replace("\"", "\"\"") + '"' : guarded;
	}
}

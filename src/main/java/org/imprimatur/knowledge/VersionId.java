package org.imprimatur.knowledge;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The id of a version: an entity's id, and the revision of our record that was read, {@code model/mythos-5@1} (design,
 * "Three clocks").
 */
public record VersionId(String id, int revision) {

	private static final Pattern WRITTEN = Pattern.compile("([^@]+)@(\\d{1,9})");

	/** The version that a text names; nothing if it is not the id of one. */
	public static Optional<VersionId> parse(String text) {
		Matcher written = WRITTEN.matcher(text);
		return written.matches() && Kind.find(written.group(1)).isPresent()
				? Optional.of(new VersionId(written.group(1), Integer.parseInt(written.group(2))))
				: Optional.empty();
	}

	@Override
	public String toString() {
		return id + "@" + revision;
	}
}

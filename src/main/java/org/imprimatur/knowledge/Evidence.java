package org.imprimatur.knowledge;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One passage of a source that bears on one entity's facts, or on a part of them.
 *
 * @param source where the passage stands
 * @param locator where in the source: a section, paragraph or page
 * @param paraphrase what the passage says, in our words
 * @param quote a few words of it, only for what an official document says
 * @param fields the fields that it bears on, with the value if it bears on one of several to which a field refers
 *     (motivatedBy.concern/privacy); the entity, or its part that holds the passage, as a whole, its existence
 *     included, if empty
 * @param stance whether it supports them or says otherwise
 * @param otherValue what a disputing passage says instead
 * @param attribution whom the source names for it: "an unnamed official"
 * @param passageSha256 the digest of the passage, in hexadecimal, for whoever holds the document
 */
public record Evidence(@Relationship("CITES") Ref<Source> source, @Nullable String locator, String paraphrase,
		@Nullable String quote, List<String> fields, Stance stance, @Nullable String otherValue,
		@Nullable String attribution, @Nullable String passageSha256) {

	/** How {@link #fields} names one of several values to which a field refers. */
	public static String field(String name, String value) {
		return "%s.%s".formatted(name, value);
	}

	/** Whether it bears on the field by its name, or on one of the values to which that refers. */
	public boolean names(String field) {
		String ofOne = field(field, "");
		return fields.stream().anyMatch(it -> it.equals(field) || it.startsWith(ofOne));
	}

	/** Which side a passage is on. */
	public enum Stance {
		SUPPORTS,
		DISPUTES
	}
}

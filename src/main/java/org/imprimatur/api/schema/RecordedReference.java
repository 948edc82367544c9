package org.imprimatur.api.schema;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.jspecify.annotations.Nullable;

/**
 * A reference that the records of a kind hold.
 *
 * @param through the relationship to the part that holds it; absent if the record itself does
 * @param reference the reference
 */
public record RecordedReference(@Nullable String through, Content.Reference reference) {

	/** All references of a kind's records, with those of their parts. */
	public static List<RecordedReference> of(Kind kind) {
		return Shape.of(kind.type()).fields().stream().flatMap(field -> switch (field.content()) {
			case Content.Reference reference -> Stream.of(new RecordedReference(null, reference));
			case Content.Part part -> part.shape().fields().stream().map(Shape.Field::content)
					.filter(Content.Reference.class::isInstance)
					.map(held -> new RecordedReference(part.relationship(), (Content.Reference) held));
			default -> Stream.<RecordedReference>empty();
		}).toList();
	}

	/** Whether it is the one of this relationship, through this one. */
	public boolean is(@Nullable String throughRelationship, String relationship) {
		return Objects.equals(through, throughRelationship) && reference.relationship().equals(relationship);
	}

	/** Its relationships, from the record on. */
	String path() {
		return path(through, reference.relationship());
	}

	static String path(@Nullable String through, String relationship) {
		return through == null ? relationship : through + " " + relationship;
	}
}

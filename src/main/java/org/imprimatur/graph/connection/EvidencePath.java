package org.imprimatur.graph.connection;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;

/** How a record and its passages of evidence hang together: a part between the two may hold a passage. */
public final class EvidencePath {

	/** The relationship that leads to a passage. */
	public static final String LAST = "HAS_EVIDENCE";

	/** The relationships that lead to the parts which may have passages of their own. */
	public static final String PARTS = Arrays.stream(Kind.values())
			.flatMap(kind -> Shape.of(kind.type()).fields().stream()).map(Shape.Field::content)
			.filter(Content.Part.class::isInstance).map(Content.Part.class::cast)
			.filter(part -> EvidencedPart.class.isAssignableFrom(part.shape().type()))
			.map(Content.Part::relationship).distinct().sorted().collect(Collectors.joining("|"));

	/** From a record to its passages. */
	public static final String ONWARD = "-[:%s*0..1]->()-[:%s]->".formatted(PARTS, LAST);

	/** From the holder of a passage, be it the record itself or a part of it, to the record. */
	public static final String HOLDER = "<-[:%s*0..1]-".formatted(PARTS);

	/** From a passage to the record. */
	public static final String BACK = "<-[:%s]-()%s".formatted(LAST, HOLDER);

	private EvidencePath() {
	}
}

package org.imprimatur.graph.walk;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.connection.LivePredicate;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.RelationshipType;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;

/**
 * The parts of statements that walk from entity to entity. A step leads from an anchor through one live record, or a
 * part of one, to another anchor. It has two to four relationships of the graph, and a record may serve two steps of
 * one walk, so that {@code SHORTEST} and quantified patterns over many steps do not count what is to be counted.
 */
final class Neighbours {

	/** Whether {@code y} may be part of a walk: sources and dossiers only where they were asked for. */
	static final String ADMITTED = "NOT (y:Source OR y:Dossier)";

	private static final Set<RelationshipType> OF_DOCUMENTS = EnumSet.of(RelationshipType.CITES,
			RelationshipType.TEXT_OF, RelationshipType.COVERS, RelationshipType.CONSULTED);

	private Neighbours() {
	}

	/** The relationships to walk: those of sources and dossiers lead nowhere else. */
	static Set<RelationshipType> types(boolean documents) {
		return documents ? EnumSet.allOf(RelationshipType.class) : EnumSet.complementOf(EnumSet.copyOf(OF_DOCUMENTS));
	}

	/** Whether an id is that of a source or a dossier. */
	static boolean isDocument(String id) {
		return Kind.find(id).filter(kind -> kind == Kind.SOURCE || kind == Kind.DOSSIER).isPresent();
	}

	/** A query from the anchor {@code x} to each live anchor {@code y} that one step leads to. */
	static String step(Set<RelationshipType> types) {
		return """
			MATCH (x)<-[:OF]-(record:Record WHERE %1$s) -[:%3$s*0..2]->(holder)-[:%2$s]->(y:Entity)
			WHERE y <> x AND %4$s
			RETURN y
			UNION
			MATCH (x)<-[:%2$s]-(holder) <-[:%3$s*0..2]-(record:Record WHERE %1$s)-[:OF]->(y:Entity)
			WHERE y <> x
			RETURN y""".formatted(LivePredicate.predicate("record"), any(types), parts(types), live("y"));
	}

	/** A query for the links among the entities with the ids of the list {@code ids}. */
	static String among(Set<RelationshipType> types) {
		return """
			UNWIND ids AS id WITH DISTINCT id
			MATCH (:Entity {id: id})<-[:OF]-(record:Record WHERE %1$s) -[:%3$s*0..2]->(holder)-[link:%2$s]->(y:Entity)
			WHERE y.id IN ids AND y.id <> id
			RETURN DISTINCT [id, type(link), y.id]"""
				.formatted(LivePredicate.predicate("record"), any(types), parts(types));
	}

	/** The condition that the anchor named {@code variable} has a live record. */
	static String live(String variable) {
		return "EXISTS { (%s)<-[:OF]-(state:Record WHERE %s) }".formatted(variable, LivePredicate.predicate("state"));
	}

	private static String any(Set<RelationshipType> types) {
		return types.stream().map(Enum::name).collect(Collectors.joining("|"));
	}

	/** The relationships from records to those of their parts that hold one of these types, themselves or in a part. */
	private static String parts(Set<RelationshipType> types) {
		return Arrays.stream(Kind.values()).flatMap(kind -> leading(Shape.of(kind.type()), types))
				.collect(Collectors.toCollection(TreeSet::new)).stream().collect(Collectors.joining("|"));
	}

	private static Stream<String> leading(Shape shape, Set<RelationshipType> types) {
		return shape.fields().stream().map(Shape.Field::content).filter(Content.Part.class::isInstance)
				.map(Content.Part.class::cast).flatMap(part -> {
					List<String> within = leading(part.shape(), types).toList();
					return within.isEmpty() && !holds(part.shape(), types)
							? Stream.empty()
							: Stream.concat(Stream.of(part.relationship()), within.stream());
				});
	}

	private static boolean holds(Shape shape, Set<RelationshipType> types) {
		return shape.fields().stream().anyMatch(field -> field.content() instanceof Content.Reference reference
				&& types.contains(RelationshipType.valueOf(reference.relationship())));
	}
}

package org.imprimatur.graph.selection;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of a node: some of its properties, and what is followed from it. Names of properties, labels and
 * relationships come from the checked schema and reach the text of a statement; whatever a client writes is a
 * parameter.
 *
 * @param properties the properties to read
 * @param follows the relationships to follow
 */
public record Selection(Set<Property> properties, List<Follow> follows) {

	/**
	 * A property.
	 *
	 * @param name its name in the graph
	 * @param period whether it is a period, which has a start and an end
	 */
	public record Property(String name, boolean period) {
	}

	/**
	 * A relationship to follow.
	 *
	 * @param key under which the row holds what was found
	 * @param on the types of node that it is followed from; any if empty
	 * @param step the relationship
	 * @param fetch what to fetch at its other end
	 */
	public record Follow(String key, Set<String> on, Step step, Fetch fetch) {
	}

	/**
	 * How to get from one node to the next.
	 *
	 * @param relationship its type, read from the record or part that holds it
	 * @param direction whether the holder is the node at hand ({@code OUT}) or the other one
	 * @param through the relationship from the other record to its part that holds {@code relationship}, if a part does
	 * @param from whether a record or a part of one is at hand
	 * @param to whether the other end is a record or a part
	 * @param labels the labels of which the other end has one; any if empty
	 */
	public record Step(String relationship, Direction direction, @Nullable String through, End from, End to,
			Set<String> labels) {
	}

	/** Which way a relationship is followed. */
	public enum Direction {
		OUT,
		IN
	}

	/** What stands at an end of a step: the record of an entity, or a part of a record. */
	public enum End {
		RECORD,
		PART
	}

	/** How much is fetched. */
	public sealed interface Fetch {

		/** The one node that there is, or none. */
		record One(Selection selection) implements Fetch {
		}

		/** All nodes, in the order that their holder gives them, or of their ids. */
		record Many(Selection selection) implements Fetch {
		}

		/**
		 * A page of the nodes.
		 *
		 * @param filters what the nodes have to be
		 * @param order the order of the nodes
		 * @param window which of them
		 * @param listings what is asked of the nodes, once for each time that they are asked for
		 * @param total whether all are to be counted
		 */
		record Page(List<Filter> filters, Order order, Window<Cursor> window, List<Listing> listings, boolean total)
				implements
					Fetch {
		}
	}

	/** The nodes of a page, asked for under a key. */
	public record Listing(String key, Selection selection) {
	}

	/**
	 * The order of a page: by a property, nulls last, and by id where that is equal.
	 *
	 * @param property the property's name in the graph
	 * @param descending whether the greatest comes first
	 * @param required whether every node has the property, so that an index can stream the order
	 */
	public record Order(String property, boolean descending, boolean required) {

		/** What tells this order from others, in a cursor. */
		public String key() {
			return descending ? property + " descending" : property;
		}
	}

	/** What a node of a page has to be. */
	public sealed interface Filter {

		/** A property has one of these values. */
		record AnyOf(String property, List<?> values) implements Filter {
		}

		/** A text holds this one, in either case of letters. */
		record Contains(String property, String text) implements Filter {
		}

		/**
		 * A date can lie between two days, both inclusive.
		 *
		 * @param amended whether what an effect sets it to counts too
		 */
		record Within(String property, @Nullable LocalDate from, @Nullable LocalDate to, boolean amended)
				implements
					Filter {
		}

		/** A relationship leads to something whose property, such as its id, has one of these values. */
		record LinkedTo(Step step, String property, List<String> values) implements Filter {
		}
	}

	/** Where a statement starts. */
	public sealed interface Root {

		/** The entities with these ids, in their order, with a hole for each that there is not. */
		record ByIds(List<String> ids, Set<String> labels, Selection selection) implements Root {
		}

		/** Passages of evidence, in their order. */
		record Passages(List<Passage> passages, Selection selection) implements Root {
		}

		/** A page of all entities of a type. */
		record All(String label, Fetch.Page page) implements Root {
		}
	}

	/**
	 * A passage of evidence by its place.
	 *
	 * @param entity the id of the entity that it is evidence for
	 * @param position its place among that entity's evidence, from 0
	 */
	public record Passage(String entity, int position) {
	}
}

package org.imprimatur.graph.selection;

import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.selection.Selection.Root;
import org.neo4j.driver.types.MapAccessor;

/** Reads selections at a revision: any number of roots in one round trip. */
@FunctionalInterface
public interface GraphReader {

	/**
	 * Reads all roots.
	 *
	 * @return for each root, in their order: a list of rows with holes, or a {@link Page}
	 */
	List<Object> read(List<Root> roots, int revision);

	/** A reader by the shortest way that there is: on foot where the graph is in this process. */
	static GraphReader of(Statements statements) {
		return statements.isInProcess() ? walking(statements) : stating(statements);
	}

	/** A reader that says all of a selection in one statement. */
	static GraphReader stating(Statements statements) {
		return (roots, revision) -> {
			MapAccessor columns = statements.read(SelectionCompiler.compile(roots, revision)).getFirst();
			return each(roots, (column, root) -> RowReading.root(columns.get(column), root));
		};
	}

	/** A reader that finds the nodes where a selection starts, and walks on from there. */
	private static GraphReader walking(Statements statements) {
		return (roots, revision) -> {
			SelectionWalk walk = new SelectionWalk(revision);
			// A page of all that there is has the order of an index, which only a statement can read in part.
			return roots.size() == 1 && roots.getFirst() instanceof Root.All all
					? List.of(statements.<Page>walk(SelectionCompiler.start(all, revision),
							(row, nodes) -> walk.page(row.get(SelectionCompiler.followed(0)), all)))
					: statements.walk(nodes -> roots.stream().map(root -> walk.found(nodes, root)).toList());
		};
	}

	private static List<Object> each(List<Root> roots, BiFunction<String, Root, Object> answer) {
		return IntStream.range(0, roots.size())
				.mapToObj(place -> answer.apply(SelectionCompiler.followed(place), roots.get(place))).toList();
	}
}

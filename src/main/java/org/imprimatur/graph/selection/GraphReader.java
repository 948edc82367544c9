package org.imprimatur.graph.selection;

import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.graph.connection.Statement;
import org.imprimatur.graph.connection.Statements;
import org.imprimatur.graph.selection.Selection.Root;
import org.neo4j.driver.types.MapAccessor;

/** Reads selections at a revision: any number of roots in one statement, which is one round trip. */
public final class GraphReader {

	private final Statements statements;

	public GraphReader(Statements statements) {
		this.statements = statements;
	}

	/**
	 * Reads all roots in one statement.
	 *
	 * @return for each root, in their order: a list of rows with holes, or a {@link Page}
	 */
	public List<Object> read(List<Root> roots, int revision) {
		Statement statement = SelectionCompiler.compile(roots, revision);
		MapAccessor columns = statements.read(statement).getFirst();
		return IntStream.range(0, roots.size()).mapToObj(
				place -> RowReading.root(columns.get(SelectionCompiler.followed(place)), roots.get(place))).toList();
	}
}

package org.imprimatur.graph.connection;

import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.neo4j.driver.types.MapAccessor;

/**
 * A graph that runs in this process, and is read without a connection to it: nothing is sent, and nothing waits for the
 * other end (decision 12).
 */
public interface GraphInProcess {

	/**
	 * The rows that a statement reads, as the driver gives them. What it would write is undone.
	 *
	 * @param timeout how long it may take, its planning included
	 * @throws org.neo4j.driver.exceptions.Neo4jException as the driver throws it
	 */
	List<MapAccessor> read(Statement statement, Duration timeout);

	/**
	 * What is reached on foot.
	 *
	 * @param walk is given the nodes, which it may not keep
	 * @param timeout how long it may take
	 * @throws org.neo4j.driver.exceptions.Neo4jException as the driver throws it
	 */
	<T> T walk(Function<StoredNodes, T> walk, Duration timeout);
}

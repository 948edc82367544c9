package org.imprimatur.graph;

import java.time.Duration;
import java.util.Optional;
import org.imprimatur.graph.connection.GraphInProcess;
import org.imprimatur.graph.connection.Statements;
import org.neo4j.driver.Driver;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.data.neo4j.autoconfigure.DataNeo4jAutoConfiguration;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jTransactionManager;

/**
 * The rooms of the graph on a driver of a test's own, as the application opens them; the driver is closed with them.
 */
public final class GraphRooms implements AutoCloseable {

	private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	@ComponentScan
	@ImportAutoConfiguration(DataNeo4jAutoConfiguration.class)
	static class Rooms {
	}

	public GraphRooms(Driver driver) {
		context.registerBean(Driver.class, () -> driver);
		context.register(Rooms.class);
		context.refresh();
	}

	/** Statements to a driver by themselves, where one that only stands in for a driver will do. */
	public static Statements statements(Driver driver) {
		return statements(driver, Duration.ofSeconds(30), Optional.empty());
	}

	/** The same, with another limit of time for reads, which may be made in this process. */
	public static Statements statements(Driver driver, Duration timeout, Optional<GraphInProcess> inProcess) {
		return new Statements(driver, Neo4jClient.create(driver), Neo4jTransactionManager.with(driver).build(),
				timeout, inProcess);
	}

	/** One of their doors. */
	public <T> T door(Class<T> type) {
		return context.getBean(type);
	}

	@Override
	public void close() {
		context.close();
	}
}

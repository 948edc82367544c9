package org.imprimatur;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicInteger;
import org.imprimatur.graph.connection.GraphInProcess;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Session;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the statements that the application sends to Neo4j on their own, each a round trip where Neo4j is elsewhere, and
 * can keep them from it.
 */
public class RoundTrips implements BeanPostProcessor {

	private final AtomicInteger statements = new AtomicInteger();
	private volatile boolean cut;

	/** How many round trips it takes to do something. */
	public int of(Runnable action) {
		int before = statements.get();
		action.run();
		return statements.get() - before;
	}

	/** Does something while no statement reaches Neo4j, which the driver says as it does of a server that is gone. */
	public void without(Runnable action) {
		cut = true;
		try {
			action.run();
		} finally {
			cut = false;
		}
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return switch (bean) {
			case Driver driver -> watched(Driver.class, driver);
			case GraphInProcess graph -> watched(GraphInProcess.class, graph);
			default -> bean;
		};
	}

	private <T> T watched(Class<T> type, T target) {
		return type.cast(
				Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type}, (proxy, method, arguments) -> {
					if (target instanceof GraphInProcess
							|| (target instanceof Session && method.getName().equals("run"))) {
						count();
					}
					Object result = invoke(target, method, arguments);
					return result instanceof Session session ? watched(Session.class, session) : result;
				}));
	}

	private void count() {
		if (!inBackground()) {
			statements.incrementAndGet();
			if (cut) {
				throw new ServiceUnavailableException("cut off by a test");
			}
		}
	}

	/** Watching the head answers nobody, nor does telling of a new one to a stream that an earlier test left open. */
	private static boolean inBackground() {
		String name = Thread.currentThread().getName();
		return name.startsWith("scheduling-") || name.startsWith("condition-set-watch-");
	}

	private static Object invoke(Object target, Method method, Object[] arguments) throws Throwable {
		try {
			return method.invoke(target, arguments);
		} catch (InvocationTargetException e) {
			throw e.getCause();
		}
	}
}

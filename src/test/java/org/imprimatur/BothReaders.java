package org.imprimatur;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Selection.Root;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Reads what the application reads in this process once more in a statement over Bolt, as it is read from a server, for
 * as long as a test asks for it.
 */
public class BothReaders implements BeanPostProcessor, BeanFactoryAware {

	private final AtomicInteger compared = new AtomicInteger();
	private final ConcurrentLinkedQueue<String> different = new ConcurrentLinkedQueue<>();
	private @Nullable BeanFactory beans;
	private volatile boolean comparing;

	@Override
	public void setBeanFactory(BeanFactory beans) {
		this.beans = beans;
	}

	/** Does something during which both readers have to find the same. */
	public <T> T agreeing(Supplier<T> action) {
		different.clear();
		comparing = true;
		try {
			T done = action.get();
			assertThat(different).isEmpty();
			return done;
		} finally {
			comparing = false;
		}
	}

	/** How many reads were compared so far. */
	public int compared() {
		return compared.get();
	}

	@Override
	public Object postProcessAfterInitialization(Object bean, String name) {
		return bean instanceof GraphReader reader ? (GraphReader) (roots, revision) -> {
			List<Object> read = reader.read(roots, revision);
			if (comparing) {
				compare(roots, revision, read);
			}
			return read;
		} : bean;
	}

	private void compare(List<Root> roots, int revision, List<Object> read) {
		compared.incrementAndGet();
		List<Object> stated = GraphReader
				.stating(GraphRooms.statements(Objects.requireNonNull(beans).getBean(Driver.class))).read(roots,
						revision);
		if (!stated.equals(read)) {
			different.add("%s%nat %d%nin this process %s%nin a statement %s".formatted(roots, revision, read, stated));
		}
	}
}

package org.imprimatur.graph.record;

import java.util.Collection;
import java.util.List;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Kind;

/** The graph as it stood at one revision, read a page at a time, so that its size does not matter. */
public interface Snapshot {

	/** The revision. */
	Revision revision();

	/** All entities of a kind in the order of their ids; each page is read when it is asked for. */
	Iterable<List<Entity>> pages(Kind kind);

	/** The entities with these ids, as far as there are such. */
	List<Entity> find(Collection<String> ids);
}

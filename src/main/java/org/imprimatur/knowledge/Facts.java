package org.imprimatur.knowledge;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A small set of entities, looked up by id and walked by type; what the rules of force work on. */
public final class Facts {

	private final Map<String, Entity> byId = new LinkedHashMap<>();
	private final Map<Class<?>, List<? extends Entity>> byType = new ConcurrentHashMap<>();

	public Facts(Collection<? extends Entity> entities) {
		Map<String, Entity> ordered = new TreeMap<>();
		entities.forEach(entity -> ordered.put(entity.id(), entity));
		byId.putAll(ordered);
	}

	/** The entity that a reference leads to, if these facts hold it as that type. */
	public <T extends Entity> Optional<T> find(Ref<? extends T> ref, Class<T> type) {
		return find(ref.id(), type);
	}

	/** The entity with this id, if these facts hold it as that type. */
	public <T extends Entity> Optional<T> find(String id, Class<T> type) {
		return Optional.ofNullable(byId.get(id)).filter(type::isInstance).map(type::cast);
	}

	/** All entities of one type, in the order of their ids. */
	@SuppressWarnings("unchecked")
	public <T extends Entity> List<T> all(Class<T> type) {
		return (List<T>) byType.computeIfAbsent(type,
				it -> all().filter(type::isInstance).map(type::cast).toList());
	}

	/** Those of these facts that are about the entities with these ids. */
	public Facts only(Collection<String> ids) {
		return new Facts(ids.stream().flatMap(id -> Stream.ofNullable(byId.get(id))).toList());
	}

	/** How many entities these are. */
	public int size() {
		return byId.size();
	}

	/** All entities, in the order of their ids. */
	public Stream<Entity> all() {
		return byId.values().stream();
	}
}

package org.imprimatur.force;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * All that may have been the case: every uncertain date on its first, a middle and its last day; what was not reported
 * taken out; every doubtful entity there and not there. Dates that are written alike are different dates.
 */
final class Worlds {

	/** What stays of an entity whatever was reported: its identity, and what goes with its existence. */
	private static final Set<String> KEPT = Set.of("id", "name", "title", "aliases", "evidence", "kind", "text",
			"modality", "action", "target", "binding", "published", "field", "developer", "deployers", "variantOf",
			"parent");

	// Asking a class for these anew each time would take most of the tests' time.
	private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new HashMap<>();
	private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new HashMap<>();

	private Worlds() {
	}

	/** The worlds of a record, each with exact dates and only what was reported and exists. */
	static List<Map<String, Entity>> of(List<Entity> entities, @Nullable LocalDate reportedBy) {
		List<Map<String, Entity>> worlds = new ArrayList<>();
		for (List<Entity> dated : dated(entities)) {
			Map<String, Entity> all = byId(dated);
			Map<String, Entity> reported = byId(dated.stream().map(it -> reported(it, all, reportedBy))
					.filter(Objects::nonNull).toList());
			worlds.addAll(existing(reported, all, reportedBy));
		}
		return worlds;
	}

	private static List<List<Entity>> dated(List<Entity> entities) {
		List<List<Entity>> worlds = List.of(List.of());
		for (Entity entity : entities) {
			List<Object> readings = readings(entity);
			worlds = worlds.stream().flatMap(world -> readings.stream()
					.map(it -> Stream.concat(world.stream(), Stream.of((Entity) it)).toList())).toList();
		}
		return worlds;
	}

	private static List<Object> readings(Object value) {
		if (value instanceof EdtfDate date) {
			long days = date.latest().toEpochDay() - date.earliest().toEpochDay();
			return Stream.of(date.earliest(), date.earliest().plusDays(days / 2), date.latest()).distinct()
					.<Object>map(EdtfDate::of).toList();
		}
		if (value instanceof List<?> list) {
			List<List<Object>> readings = List.of(List.of());
			for (Object element : list) {
				List<Object> each = readings(element);
				readings = readings.stream()
						.flatMap(
								known -> each.stream().map(it -> Stream.concat(known.stream(), Stream.of(it)).toList()))
						.toList();
			}
			return List.copyOf(readings);
		}
		if (!(value instanceof Record holder)) {
			return List.of(value);
		}
		if (value instanceof Ref<?>) {
			return List.of(value);
		}
		List<List<Optional<Object>>> readings = List.of(List.of());
		for (RecordComponent component : components(holder.getClass())) {
			Object part = read(holder, component);
			List<Optional<Object>> each = part == null
					? List.of(Optional.empty())
					: readings(part).stream().map(Optional::of).toList();
			readings = readings.stream()
					.flatMap(known -> each.stream().map(it -> Stream.concat(known.stream(), Stream.of(it)).toList()))
					.toList();
		}
		return readings.stream()
				.map(parts -> make(holder.getClass(), parts.stream().map(it -> it.orElse(null)).toArray()))
				.toList();
	}

	private static @Nullable Entity reported(Entity entity, Map<String, Entity> all, @Nullable LocalDate by) {
		if (by == null || entity instanceof Source) {
			return entity;
		}
		boolean act = entity instanceof Instrument || entity instanceof Condition || entity instanceof Effect;
		if (act && !reported(entity, null, all, by)) {
			return null;
		}
		Object[] parts = Arrays.stream(components(entity.getClass())).map(component -> {
			Object value = read(entity, component);
			if (entity instanceof Condition norm && component.getName().equals("findings")
					&& reported(entity, "findings", all, by)) {
				return norm.findings().stream().filter(it -> !it.day().earliest().isAfter(by)).toList();
			}
			boolean kept = KEPT.contains(component.getName()) || component.getName().equals("scope") && value == null;
			if (kept || reported(entity, component.getName(), all, by)) {
				return value;
			}
			if (component.getName().equals("members")) {
				return ((Category) entity).members().stream()
						.filter(it -> it.by() != null && all.get(it.by().id()) instanceof Instrument maker
								&& isPublished(maker.published(), by))
						.toList();
			}
			return component.getType() == List.class
					? List.of()
					: component.getName().equals("scope") && entity instanceof Condition ? Scope.WHOLE : null;
		}).toArray();
		Entity admitted = (Entity) make(entity.getClass(), parts);
		return admitted;
	}

	private static boolean reported(Entity entity, @Nullable String field, Map<String, Entity> all, LocalDate by) {
		boolean byAct = all.values().stream().filter(Instrument.class::isInstance).map(Instrument.class::cast)
				.filter(it -> it.id().equals(entity.id())
						|| it.imposes().stream().anyMatch(ref -> ref.id().equals(entity.id()))
						|| it.effects().stream().anyMatch(ref -> ref.id().equals(entity.id())))
				.anyMatch(it -> isPublished(it.published(), by));
		return byAct || entity.evidence().stream()
				.filter(it -> it.stance() == Stance.SUPPORTS
						&& (field == null || it.fields().isEmpty() || it.fields().contains(field)))
				.anyMatch(it -> isPublished(source(it, all).published(), by));
	}

	private static List<Map<String, Entity>> existing(Map<String, Entity> reported, Map<String, Entity> all,
			@Nullable LocalDate by) {
		List<Map<String, Entity>> worlds = List.of(reported);
		for (Entity entity : reported.values()) {
			if (doubtful(entity, all, by)) {
				worlds = worlds.stream().flatMap(world -> Stream.of(world, without(world, entity))).toList();
			}
		}
		return worlds;
	}

	private static boolean doubtful(Entity entity, Map<String, Entity> all, @Nullable LocalDate by) {
		if (!(entity instanceof Instrument || entity instanceof Condition || entity instanceof Effect
				|| entity instanceof Category)) {
			return false;
		}
		List<Evidence> known = entity.evidence().stream()
				.filter(it -> by == null || isPublished(source(it, all).published(), by)).toList();
		List<Evidence> supporting = known.stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		boolean onlyWeak = !supporting.isEmpty()
				&& supporting.stream().allMatch(it -> source(it, all).reliability() == Reliability.WEAK);
		return onlyWeak || known.stream().anyMatch(it -> it.stance() == Stance.DISPUTES && it.fields().isEmpty());
	}

	// A category that is none still is what a scope names: nobody belongs to it.
	private static Map<String, Entity> without(Map<String, Entity> world, Entity entity) {
		Map<String, Entity> less = new LinkedHashMap<>(world);
		less.remove(entity.id());
		if (entity instanceof Category category) {
			less.put("gone/" + category.id(), category);
		}
		return less;
	}

	private static Source source(Evidence passage, Map<String, Entity> all) {
		return (Source) Objects.requireNonNull(all.get(passage.source().id()));
	}

	private static boolean isPublished(@Nullable EdtfDate date, LocalDate by) {
		return date != null && !date.earliest().isAfter(by);
	}

	private static Map<String, Entity> byId(List<Entity> entities) {
		Map<String, Entity> byId = new LinkedHashMap<>();
		entities.forEach(it -> byId.put(it.id(), it));
		return byId;
	}

	private static RecordComponent[] components(Class<?> type) {
		return COMPONENTS.computeIfAbsent(type, Class::getRecordComponents);
	}

	private static @Nullable Object read(Object holder, RecordComponent component) {
		try {
			return component.getAccessor().invoke(holder);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Object make(Class<?> type, Object[] parts) {
		try {
			return CONSTRUCTORS.computeIfAbsent(type, it -> it.getDeclaredConstructors()[0]).newInstance(parts);
		} catch (ReflectiveOperationException e) {
			throw new IllegalStateException(e);
		}
	}
}

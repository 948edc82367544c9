package org.imprimatur.force;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Authorship;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * All that may have been the case: every uncertain date on its first, a middle and its last day; every value that was
 * not reported, or only by weak sources, as recorded and not there; every doubtful entity there and not there; what
 * was not reported at all taken out. Dates that are written alike are different dates.
 */
final class Worlds {

	/** What stays of an entity whatever was reported: its identity, and what goes with its existence. */
	private static final Set<String> KEPT = Set.of("id", "name", "title", "aliases", "evidence", "kind", "text",
			"modality", "action", "target", "binding", "published", "field", "developer", "deployers", "variantOf",
			"parent");

	private static final Set<String> ONE_BY_ONE = Set.of("findings", "members", "releases");

	// Asking a class for these anew each time would take most of the tests' time.
	private static final Map<Class<?>, RecordComponent[]> COMPONENTS = new HashMap<>();
	private static final Map<Class<?>, Constructor<?>> CONSTRUCTORS = new HashMap<>();

	/** The most readings of a record that are tried. */
	private static final int MOST = 48;

	// A category of models stays one, whoever passes its test.
	private static final Category.Test NOBODY = new Category.Test(ModelKind.SERVICE, null, null, null, null);

	private Worlds() {
	}

	/** The worlds of a record, each with exact dates and only what was reported and exists. */
	static List<Map<String, Entity>> of(List<Entity> entities, @Nullable LocalDate reportedBy) {
		List<Map<String, Entity>> worlds = new ArrayList<>();
		// Without a day, what an entity may be does not hang on the days of others.
		Map<Entity, List<Entity>> known = new IdentityHashMap<>();
		for (List<Entity> dated : dated(entities)) {
			Map<String, Entity> all = byId(dated);
			List<List<Entity>> reported = chosen(dated.stream()
					.map(it -> reportedBy == null
							? known.computeIfAbsent(it, one -> reported(one, all, null))
							: reported(it, all, reportedBy))
					.filter(it -> !it.isEmpty()).toList());
			for (List<Entity> world : reported) {
				for (Map<String, Entity> existing : existing(byId(world), all, reportedBy)) {
					// Whoever is known to belong to a category, or if it is none: a scope names it for what it is one of.
					Map<String, Entity> named = new LinkedHashMap<>(existing);
					all.values().stream().filter(Category.class::isInstance)
							.forEach(it -> named.put(Oracle.RECORDED + it.id(), it));
					worlds.add(named);
				}
			}
		}
		return worlds;
	}

	/** One reading of each entity, in every way if these are few, else in some. */
	private static List<List<Entity>> chosen(List<List<Entity>> readings) {
		double all = readings.stream().mapToDouble(List::size).reduce(1, (one, other) -> one * other);
		if (all > MOST) {
			Random random = new Random(readings.hashCode());
			return IntStream.range(0, MOST).mapToObj(
					it -> readings.stream().map(each -> each.get(random.nextInt(each.size()))).toList()).toList();
		}
		return eachWithEach(readings);
	}

	private static List<List<Entity>> dated(List<Entity> entities) {
		return eachWithEach(entities.stream().map(it -> readings(it).stream().map(Entity.class::cast).toList())
				.toList());
	}

	/** One of each choice, in every way; the last changes first. */
	private static <T> List<List<T>> eachWithEach(List<List<T>> choices) {
		int ways = choices.stream().mapToInt(List::size).reduce(1, Math::multiplyExact);
		return IntStream.range(0, ways).mapToObj(way -> {
			List<T> chosen = new ArrayList<>(choices.size());
			int rest = way;
			int further = ways;
			for (List<T> choice : choices) {
				further /= choice.size();
				chosen.add(choice.get(rest / further));
				rest %= further;
			}
			return List.copyOf(chosen);
		}).toList();
	}

	private static List<Object> readings(Object value) {
		if (value instanceof EdtfDate date) {
			long days = date.latest().toEpochDay() - date.earliest().toEpochDay();
			return Stream.of(date.earliest(), date.earliest().plusDays(days / 2), date.latest()).distinct()
					.<Object>map(EdtfDate::of).toList();
		}
		if (value instanceof List<?> list) {
			return List.copyOf(eachWithEach(list.stream().map(Worlds::readings).toList()));
		}
		if (!(value instanceof Record holder) || value instanceof Ref<?>) {
			return List.of(value);
		}
		List<List<Optional<Object>>> readings = Arrays.stream(components(holder.getClass())).map(component -> {
			Object part = read(holder, component);
			return part == null
					? List.of(Optional.empty())
					: readings(part).stream().map(Optional::of).toList();
		}).toList();
		return eachWithEach(readings).stream()
				.map(parts -> make(holder.getClass(), parts.stream().map(it -> it.orElse(null)).toArray()))
				.toList();
	}

	/** All that an entity may be by what was reported: a value that was not is any, or none. */
	private static List<Entity> reported(Entity entity, Map<String, Entity> all, @Nullable LocalDate by) {
		if (entity instanceof Source || by != null && isAct(entity) && !reported(entity, null, all, by)) {
			return entity instanceof Source ? List.of(entity) : List.of();
		}
		List<List<Optional<Object>>> parts = Arrays.stream(components(entity.getClass()))
				.map(it -> known(entity, it, all, by)).toList();
		// All as recorded, nothing of what may be otherwise, and each of these alone otherwise.
		List<Entity> readings = new ArrayList<>(
				List.of(reading(entity, parts, it -> false), reading(entity, parts, it -> true)));
		IntStream.range(0, parts.size()).filter(it -> parts.get(it).size() > 1)
				.forEach(other -> readings.add(reading(entity, parts, it -> it == other)));
		return readings.stream().distinct().toList();
	}

	private static Entity reading(Entity entity, List<List<Optional<Object>>> parts, IntPredicate otherwise) {
		Object[] values = IntStream.range(0, parts.size()).mapToObj(it -> otherwise.test(it)
				? parts.get(it).getLast().orElse(null)
				: parts.get(it).getFirst().orElse(null)).toArray();
		return (Entity) make(entity.getClass(), values);
	}

	private static boolean isAct(Entity entity) {
		return entity instanceof Instrument || entity instanceof Condition || entity instanceof Effect;
	}

	private static List<Optional<Object>> known(Entity entity, RecordComponent component, Map<String, Entity> all,
			@Nullable LocalDate by) {
		String field = component.getName();
		Object value = read(entity, component);
		if (value == null || value instanceof List<?> list && list.isEmpty() || KEPT.contains(field)) {
			return List.of(Optional.ofNullable(value));
		}
		if (ONE_BY_ONE.contains(field)) {
			return parts(entity, all, by);
		}
		Optional<Object> none = Optional.ofNullable(nothing(entity, component));
		if (by != null && !reported(entity, field, all, by)) {
			// Of what had not been reported to have taken effect, nothing says that it had.
			boolean proposed = entity instanceof Instrument && field.equals("effective");
			boolean existing = entity instanceof Instrument && field.equals("issued");
			return proposed || existing ? List.of(none) : List.of(Optional.of(value), none);
		}
		return weak(entity, field, all, by) ? List.of(Optional.of(value), none) : List.of(Optional.of(value));
	}

	private static @Nullable Object nothing(Entity entity, RecordComponent component) {
		if (component.getType() == List.class) {
			return List.of();
		}
		if (component.getName().equals("test")) {
			return NOBODY;
		}
		return component.getName().equals("scope") && entity instanceof Condition ? Scope.WHOLE : null;
	}

	/** The parts that had been reported, with those in doubt and without them. */
	private static List<Optional<Object>> parts(Entity entity, Map<String, Entity> all, @Nullable LocalDate by) {
		List<EvidencedPart> told = entity.parts().stream().map(it -> (EvidencedPart) it)
				.filter(it -> by == null || isTold(entity, it, all, by)).toList();
		List<EvidencedPart> sure = told.stream().filter(it -> !doubted(entity, it, all, by)).toList();
		return told.equals(sure)
				? List.of(Optional.of(told))
				: List.of(Optional.of(told), Optional.of(sure));
	}

	private static boolean isTold(Entity entity, EvidencedPart part, Map<String, Entity> all, LocalDate by) {
		if (part instanceof Finding it && (it.found() == null ? it.day() : it.found()).earliest().isAfter(by)) {
			return false;
		}
		return telling(entity, part).stream().anyMatch(it -> isPublic(it, all, by)) || byAct(entity, part, all, by);
	}

	/** What tells of a part: its own passages, else those that name its field, else those on all but a condition. */
	private static List<Evidence> telling(Entity entity, EvidencedPart part) {
		List<Evidence> own = part.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		List<Evidence> naming = naming(entity, part);
		if (!own.isEmpty() || !naming.isEmpty() || part instanceof Finding) {
			return own.isEmpty() ? naming : own;
		}
		return entity.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS && it.fields().isEmpty())
				.toList();
	}

	private static List<Evidence> naming(Entity entity, EvidencedPart part) {
		return entity.evidence().stream()
				.filter(it -> it.stance() == Stance.SUPPORTS && it.fields().contains(part.field())).toList();
	}

	/** Whether the act that made it so had been published, and not only weak passages tell of it. */
	private static boolean byAct(Entity entity, EvidencedPart part, Map<String, Entity> all, @Nullable LocalDate by) {
		Ref<Instrument> act = switch (part) {
			case Finding it -> it.act();
			case Membership it -> it.by();
			case Release it -> null;
		};
		List<Evidence> telling = telling(entity, part);
		boolean vouched = telling.isEmpty() || telling.stream().anyMatch(it -> !isWeak(it, all));
		return vouched && act != null && all.get(act.id()) instanceof Instrument it
				&& (by == null || isPublished(it.published(), by));
	}

	private static boolean doubted(Entity entity, EvidencedPart part, Map<String, Entity> all, @Nullable LocalDate by) {
		boolean disputed = part.evidence().stream().anyMatch(it -> it.stance() == Stance.DISPUTES
				&& it.fields().isEmpty() && (by == null || isPublic(it, all, by)));
		List<Evidence> own = part.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		List<Evidence> bearing = Stream.concat(own.isEmpty() ? naming(entity, part).stream() : own.stream(),
				own.isEmpty() && !naming(entity, part).isEmpty() && !(part instanceof Finding)
						? entity.evidence().stream()
								.filter(it -> it.stance() == Stance.SUPPORTS && it.fields().isEmpty())
						: Stream.empty())
				.filter(it -> by == null || isPublic(it, all, by)).toList();
		boolean weak = !bearing.isEmpty() && bearing.stream().allMatch(it -> isWeak(it, all));
		return disputed || weak && !byAct(entity, part, all, by);
	}

	private static boolean reported(Entity entity, @Nullable String field, Map<String, Entity> all, LocalDate by) {
		List<Evidence> supporting = entity.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		List<Evidence> naming = field == null
				? List.of()
				: supporting.stream().filter(it -> it.fields().contains(field)).toList();
		List<Evidence> telling = field == null ? supporting : naming;
		if (field != null && naming.isEmpty()) {
			telling = supporting.stream().filter(it -> it.fields().isEmpty()).toList();
		}
		boolean vouched = naming.isEmpty()
				&& (supporting.isEmpty() || supporting.stream().anyMatch(it -> !isWeak(it, all)));
		boolean byAct = all.values().stream().filter(Instrument.class::isInstance).map(Instrument.class::cast)
				.filter(it -> it.id().equals(entity.id())
						|| it.imposes().stream().anyMatch(ref -> ref.id().equals(entity.id()))
						|| it.effects().stream().anyMatch(ref -> ref.id().equals(entity.id())))
				.anyMatch(it -> isPublished(it.published(), by));
		return byAct && vouched || telling.stream().anyMatch(it -> isPublic(it, all, by));
	}

	/** Whether only weak passages, among them one that names the field, support it. */
	private static boolean weak(Entity entity, String field, Map<String, Entity> all, @Nullable LocalDate by) {
		List<Evidence> bearing = entity.evidence().stream()
				.filter(it -> it.stance() == Stance.SUPPORTS && (it.fields().isEmpty() || it.fields().contains(field)))
				.filter(it -> by == null || isPublic(it, all, by)).toList();
		return bearing.stream().anyMatch(it -> it.fields().contains(field))
				&& bearing.stream().allMatch(it -> isWeak(it, all));
	}

	private static boolean isWeak(Evidence passage, Map<String, Entity> all) {
		Source source = source(passage, all);
		return source.reliability() == Reliability.WEAK || source.authorship() == Authorship.MACHINE;
	}

	/** Whether the page that it stands on had been published, or the instrument whose text that page is. */
	private static boolean isPublic(Evidence passage, Map<String, Entity> all, LocalDate by) {
		Source source = source(passage, all);
		boolean text = source.textOf() != null && !isWeak(passage, all)
				&& all.get(source.textOf().id()) instanceof Instrument act && isPublished(act.published(), by);
		return text || isPublished(source.published(), by);
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
				.filter(it -> by == null || isPublic(it, all, by)).toList();
		List<Evidence> supporting = known.stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		boolean onlyWeak = !supporting.isEmpty()
				&& supporting.stream().allMatch(it -> isWeak(it, all));
		return onlyWeak || known.stream().anyMatch(it -> it.stance() == Stance.DISPUTES && it.fields().isEmpty());
	}

	private static Map<String, Entity> without(Map<String, Entity> world, Entity entity) {
		Map<String, Entity> less = new LinkedHashMap<>(world);
		less.remove(entity.id());
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

package org.imprimatur;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.properties.HasModifiers;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the rooms as they are against the list of them, and tells what differs in the words of the list. */
final class House {

	private final String base;
	private final List<Room> listed;
	private final JavaClasses classes;
	private final Map<String, Room> found = new TreeMap<>();

	/**
	 * The house in which {@code classes} live.
	 *
	 * @param base the package of all of them
	 */
	House(String base, List<Room> listed, JavaClasses classes) {
		this.base = base;
		this.listed = listed;
		this.classes = classes;
		classes.stream().filter(it -> !it.getSimpleName().equals("package-info"))
				.collect(Collectors.groupingBy(this::room)).forEach((name, room) -> found.put(name, found(name, room)));
	}

	/** The packages that are not listed, and the rooms listed that are no package. */
	List<String> unlisted() {
		Set<String> names = listed.stream().map(Room::name).collect(Collectors.toSet());
		return Stream.concat(minus(found.keySet(), names).map(it -> "not listed: " + found.get(it)),
				minus(names, found.keySet()).map(it -> "not there: " + Room.room(it))).toList();
	}

	/** The rooms of which other things are listed than found. */
	List<String> differing(Function<Room, Set<String>> things) {
		return listed.stream().flatMap(room -> {
			Room is = found.getOrDefault(room.name(), Room.room(room.name()));
			List<String> missing = minus(things.apply(is), things.apply(room)).toList();
			List<String> surplus = minus(things.apply(room), things.apply(is)).toList();
			return missing.isEmpty() && surplus.isEmpty()
					? Stream.empty()
					: Stream.of("missing %s, surplus %s: %s".formatted(missing, surplus, is));
		}).toList();
	}

	/** The arrows in the list to a room that is not listed above. */
	List<String> climbing() {
		List<String> climbing = new ArrayList<>();
		Set<String> above = new HashSet<>();
		for (Room room : listed) {
			minus(room.used(), above).forEach(it -> climbing.add(Room.room(room.name()).uses(it).toString()));
			above.add(room.name());
		}
		return climbing;
	}

	/** How a rule for all classes of the house, which is told their package, is broken. */
	List<String> violations(Function<String, ArchRule> rule) {
		return rule.apply(base).allowEmptyShould(true).evaluate(classes).getFailureReport().getDetails();
	}

	private Room found(String name, List<JavaClass> classes) {
		Set<String> used = classes.stream().flatMap(it -> it.getDirectDependenciesFromSelf().stream())
				.map(it -> it.getTargetClass().getBaseComponentType()).filter(this::isOurs).map(this::room)
				.filter(it -> !it.equals(name)).collect(Collectors.toCollection(TreeSet::new));
		Set<JavaClass> doors = new HashSet<>();
		classes.stream().filter(it -> it.getDirectDependenciesToSelf().stream()
				.anyMatch(user -> !room(user.getOriginClass()).equals(name))).forEach(it -> open(it, doors));
		Set<String> opened = names(doors.stream());
		Set<String> more = names(classes.stream().filter(it -> it.isTopLevelClass() && isPublic(it)));
		more.removeAll(opened);
		return new Room(name, used, opened, more);
	}

	/** Adds a door, and the public classes of its room in its signatures, since whoever uses it sees them too. */
	private static void open(JavaClass used, Set<JavaClass> doors) {
		JavaClass door = outermost(used);
		if (doors.add(door)) {
			door.getPackage().getClasses().stream().filter(it -> isPublic(it) && outermost(it).equals(door))
					.flatMap(House::signature).filter(it -> it.getPackage().equals(door.getPackage()))
					.filter(it -> isPublic(outermost(it))).forEach(it -> open(it, doors));
		}
	}

	/** What the public members of a class speak of, what it is, and what it may be. */
	private static Stream<JavaClass> signature(JavaClass type) {
		Stream<JavaClass> members = type.getMembers().stream().filter(House::isPublic)
				.flatMap(it -> it.getAllInvolvedRawTypes().stream()).map(JavaClass::getBaseComponentType);
		Stream<JavaClass> family = Stream.of(type.getRawSuperclass().stream(), type.getRawInterfaces().stream(),
				type.getSubclasses().stream()).flatMap(Function.identity());
		return Stream.concat(members, family);
	}

	private boolean isOurs(JavaClass type) {
		return (type.getPackageName() + ".").startsWith(base + ".");
	}

	private String room(JavaClass type) {
		return type.getPackageName().substring(base.length()).replaceFirst("^\\.", "");
	}

	private static JavaClass outermost(JavaClass type) {
		return type.getEnclosingClass().map(House::outermost).orElse(type);
	}

	private static boolean isPublic(HasModifiers it) {
		return it.getModifiers().contains(JavaModifier.PUBLIC);
	}

	private static Set<String> names(Stream<JavaClass> classes) {
		return classes.map(JavaClass::getSimpleName).collect(Collectors.toCollection(TreeSet::new));
	}

	private static Stream<String> minus(Set<String> some, Set<String> others) {
		return some.stream().filter(it -> !others.contains(it));
	}
}

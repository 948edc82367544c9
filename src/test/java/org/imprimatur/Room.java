package org.imprimatur;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A package, as it is listed or as it was found.
 *
 * @param name its name below {@code org.imprimatur}; empty for that package itself
 * @param used the rooms that it uses
 * @param opened its doors: the classes that other rooms use, and what is public in their signatures
 * @param alsoPublic its classes that are public for somebody else: Java, which starts one, or the tests of other rooms
 */
record Room(String name, Set<String> used, Set<String> opened, Set<String> alsoPublic) {

	static Room room(String name) {
		return new Room(name, Set.of(), Set.of(), Set.of());
	}

	Room uses(String... rooms) {
		return new Room(name, sorted(rooms), opened, alsoPublic);
	}

	Room doors(String... classes) {
		return new Room(name, used, sorted(classes), alsoPublic);
	}

	Room alsoPublic(String... classes) {
		return new Room(name, used, opened, sorted(classes));
	}

	/** The room as it is written in the list. */
	@Override
	public String toString() {
		return "room(\"%s\")%s%s%s".formatted(name, call("uses", used), call("doors", opened),
				call("alsoPublic", alsoPublic));
	}

	private static String call(String method, Set<String> names) {
		return names.isEmpty() ? "" : names.stream().collect(Collectors.joining("\", \"", "." + method + "(\"", "\")"));
	}

	private static Set<String> sorted(String... names) {
		return new TreeSet<>(List.of(names));
	}
}

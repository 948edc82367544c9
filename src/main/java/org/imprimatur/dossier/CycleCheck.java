package org.imprimatur.dossier;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds references that lead back to where they started, which the rules could not follow to an end. */
final class CycleCheck {

	/** The fields that are followed together. */
	private static final List<Set<String>> FOLLOWED = List.of(Set.of("effects", "target"),
			Set.of("exceptionTo", "onceMet", "unlessBreached"), Set.of("parent"), Set.of("partOf"),
			Set.of("variantOf"), Set.of("succeeds"));

	/** The most ids that are told of a circle. */
	private static final int LONGEST = 10;

	private final Map<String, List<Link>> outgoing;
	private final List<Mistake> mistakes;
	private final Set<String> finished = new HashSet<>();

	private CycleCheck(Map<String, List<Link>> outgoing, List<Mistake> mistakes) {
		this.outgoing = outgoing;
		this.mistakes = mistakes;
	}

	/** Adds a mistake for every reference that closes a circle. */
	static void check(List<Link> links, List<Mistake> mistakes) {
		for (Set<String> fields : FOLLOWED) {
			Map<String, List<Link>> outgoing = links.stream().filter(link -> fields.contains(link.field()))
					.collect(Collectors.groupingBy(link -> link.from().id(), LinkedHashMap::new, Collectors.toList()));
			CycleCheck check = new CycleCheck(outgoing, mistakes);
			outgoing.keySet().forEach(check::from);
		}
	}

	// Depth first, with a stack of its own: a chain may be longer than the thread's stack is deep.
	private void from(String start) {
		Map<String, Iterator<Link>> open = new LinkedHashMap<>();
		Deque<String> stack = new ArrayDeque<>();
		enter(start, stack, open);
		while (!stack.isEmpty()) {
			Iterator<Link> links = open.get(stack.getLast());
			if (links == null || !links.hasNext()) {
				finished.add(stack.getLast());
				open.remove(stack.removeLast());
				continue;
			}
			Link link = links.next();
			if (open.containsKey(link.id())) {
				mistakes.add(link.mistake("this closes a circle: " + circle(link.id(), stack)));
			} else {
				enter(link.id(), stack, open);
			}
		}
	}

	private void enter(String id, Deque<String> stack, Map<String, Iterator<Link>> open) {
		if (!finished.contains(id)) {
			stack.addLast(id);
			open.put(id, outgoing.getOrDefault(id, List.of()).iterator());
		}
	}

	private static String circle(String id, Deque<String> stack) {
		List<String> ids = stack.stream().dropWhile(it -> !it.equals(id)).limit(LONGEST + 1L).toList();
		return ids.size() <= LONGEST
				? String.join(" → ", ids) + " → " + id
				: String.join(" → ", ids.subList(0, LONGEST)) + " → … → " + id;
	}
}

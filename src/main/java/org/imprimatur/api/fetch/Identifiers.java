package org.imprimatur.api.fetch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.search.TextSearch;
import org.imprimatur.graph.search.TextSearch.Named;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Party;
import org.springframework.stereotype.Component;

/** Finds the ids of what somebody knows by another identifier. */
@Component
class Identifiers {

	/** More would not be read. */
	private static final int MOST_NEAREST = 3;

	private final TextSearch names;

	Identifiers(TextSearch names) {
		this.names = names;
	}

	/**
	 * The id behind an identifier: of what is called so, or else of the one thing whose name has its words; the
	 * identifier itself if there is nothing.
	 *
	 * @throws Refusal if it may be several: an application must not take one for the other
	 */
	String id(String identifier, int revision) {
		List<Named> found = names.lookUp(identifier, revision);
		if (found.isEmpty() && Kind.find(identifier).isEmpty()) {
			found = names.called(identifier, revision);
			List<Named> sure = found.stream().filter(Named::surely).toList();
			found = sure.size() == 1 ? sure : found;
		}
		if (found.size() > 1) {
			throw new Refusal(Code.AMBIGUOUS,
					"several may be meant, %s: ask for one of them by its id".formatted(listed(found, ", ")),
					Map.of("candidates", found.stream().map(Named::id).toList()));
		}
		return found.isEmpty() ? identifier : found.getFirst().id();
	}

	/**
	 * The ids of all that may be meant by an identifier, best first; all that has an id or an official number and no
	 * more.
	 */
	List<String> ids(String identifier, int revision) {
		List<Named> found = names.lookUp(identifier, revision);
		return (Kind.find(identifier).isPresent() || found.stream().anyMatch(Named::byNumber)
				? found.stream()
				: Stream.concat(found.stream(), names.called(identifier, revision).stream()))
				.map(Named::id).distinct().toList();
	}

	/** A refusal of an id with what may be meant by it, if anything comes near; what is something else is just that. */
	Refusal withNearest(Refusal missing, String id, Map<String, Object> arguments, int revision) {
		Collection<Kind> kinds = arguments.entrySet().stream().filter(it -> isIn(it.getValue(), id)).findFirst()
				.map(it -> kinds(it.getKey(), id)).orElse(List.of());
		if (names.lookUp(id, revision).stream().anyMatch(it -> it.id().equals(id))) {
			return missing;
		}
		String words = Kind.find(id).map(kind -> id.substring(kind.prefix().length() + 1)).orElse(id);
		List<Named> nearest = names.nearest(words, kinds, MOST_NEAREST, revision);
		return nearest.isEmpty()
				? missing
				: missing.withNearest(listed(nearest, " or "),
						nearest.stream().map(Named::id).toList());
	}

	private static boolean isIn(Object value, String id) {
		return value instanceof Collection<?> all ? all.contains(id) : value.equals(id);
	}

	/** What an argument may be the id of. */
	private static Collection<Kind> kinds(String argument, String id) {
		return switch (argument) {
			case "model", "models" -> List.of(Kind.MODEL);
			case "party", "recipient" -> Kind.within(Party.class);
			case "without" -> Kind.within(Instrument.class);
			default -> Kind.find(id).map(List::of).orElse(List.of(Kind.values()));
		};
	}

	/** "model/mythos-5 (Claude Mythos 5)", of several with something between. */
	private static String listed(List<Named> found, String between) {
		return found.stream().map(it -> "%s (%s)".formatted(it.id(), it.name())).collect(Collectors.joining(between));
	}
}

package org.imprimatur.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A page of a list that was computed whole.
 *
 * @param rows the entries of the page
 * @param cursors their places
 * @param pageInfo where the page stands in the list
 * @param totalCount how many entries the whole list has
 */
record Slice<T>(List<T> rows, List<String> cursors, PageInfo pageInfo, int totalCount) {

	/**
	 * The page that the arguments {@code first} and {@code after} ask for.
	 *
	 * @param key what tells an entry from the others
	 * @throws Refusal if {@code after} is the place of none of the entries
	 */
	static <T> Slice<T> of(List<T> all, Function<? super T, String> key, Map<String, Object> arguments) {
		int first = new PageArguments(arguments).first();
		int start = arguments.get("after") instanceof String after ? 1 + place(all, key, after) : 0;
		List<T> rows = all.subList(start, Math.min(start + first, all.size()));
		List<String> cursors = rows.stream().map(row -> cursor(key.apply(row))).toList();
		boolean more = start + rows.size() < all.size();
		PageInfo info = cursors.isEmpty()
				? new PageInfo(more, start > 0, null, null)
				: new PageInfo(more, start > 0, cursors.getFirst(), cursors.getLast());
		return new Slice<>(rows, cursors, info, all.size());
	}

	/** The entries of the page with their places. */
	<E> List<E> edges(Edged<T, E> edge) {
		return IntStream.range(0, rows.size()).mapToObj(place -> edge.of(cursors.get(place), rows.get(place))).toList();
	}

	/** Makes the edge of an entry. */
	interface Edged<T, E> {
		E of(String cursor, T row);
	}

	private static <T> int place(List<T> all, Function<? super T, String> key, String after) {
		return IntStream.range(0, all.size()).filter(place -> cursor(key.apply(all.get(place))).equals(after))
				.findFirst().orElseThrow(() -> new Refusal(Refusal.Code.BAD_ARGUMENT,
						"after is no cursor of this list: give a cursor that the same question returned"));
	}

	private static String cursor(String key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}
}

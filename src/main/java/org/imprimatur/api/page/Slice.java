package org.imprimatur.api.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.selection.Window;

/**
 * A page of a list that was computed whole.
 *
 * @param rows the entries of the page
 * @param cursors their places
 * @param pageInfo where the page stands in the list
 * @param totalCount how many entries the whole list has
 */
public record Slice<T>(List<T> rows, List<String> cursors, PageInfo pageInfo, int totalCount) {

	/**
	 * The page that a client asks for.
	 *
	 * @param key what tells an entry from the others
	 * @param window the part of it that is asked for
	 * @throws Refusal if its cursor is the place of none of the entries
	 */
	public static <T> Slice<T> of(List<T> all, Function<? super T, String> key, Window<String> window) {
		String beyond = window.beyond();
		int start;
		int end;
		if (window.backward()) {
			end = beyond == null ? all.size() : place(all, key, beyond, "before");
			start = Math.max(0, end - window.size());
		} else {
			start = beyond == null ? 0 : 1 + place(all, key, beyond, "after");
			end = Math.min(start + window.size(), all.size());
		}
		return part(all.subList(start, end), key, start, all.size());
	}

	/** A page that begins at the place {@code start}, from 0, of a list with so many entries. */
	public static <T> Slice<T> part(List<T> rows, Function<? super T, String> key, int start, int totalCount) {
		List<String> cursors = rows.stream().map(row -> cursor(key.apply(row))).toList();
		boolean more = start + rows.size() < totalCount;
		PageInfo info = cursors.isEmpty()
				? new PageInfo(more, start > 0, null, null)
				: new PageInfo(more, start > 0, cursors.getFirst(), cursors.getLast());
		return new Slice<>(rows, cursors, info, totalCount);
	}

	/**
	 * What tells the entry at a cursor from the others.
	 *
	 * @throws Refusal if it is no cursor
	 */
	public static String decoded(String argument, String cursor) {
		try {
			return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
		} catch (IllegalArgumentException e) {
			throw noCursor(argument);
		}
	}

	/** Refuses a cursor that is none of the list's. */
	public static Refusal noCursor(String argument) {
		return new Refusal(Code.BAD_ARGUMENT,
				"%s is no cursor of this list: give a cursor that the same question returned".formatted(argument));
	}

	/** The same page of what {@code entry} makes of the entries. */
	public <E> Slice<E> map(Function<? super T, E> entry) {
		return new Slice<>(rows.stream().<E>map(entry).toList(), cursors, pageInfo, totalCount);
	}

	/** The entries of the page with their places. */
	public <E> List<E> edges(BiFunction<String, T, E> edge) {
		return IntStream.range(0, rows.size()).mapToObj(place -> edge.apply(cursors.get(place), rows.get(place)))
				.toList();
	}

	private static <T> int place(List<T> all, Function<? super T, String> key, String entry, String argument) {
		return IntStream.range(0, all.size()).filter(place -> key.apply(all.get(place)).equals(entry)).findFirst()
				.orElseThrow(() -> noCursor(argument));
	}

	private static String cursor(String key) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
	}
}

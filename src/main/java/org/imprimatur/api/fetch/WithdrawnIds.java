package org.imprimatur.api.fetch;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.graph.record.JournalReader;
import org.imprimatur.graph.record.JournalReader.Fate;
import org.imprimatur.graph.selection.GraphReader;
import org.imprimatur.graph.selection.Row;
import org.imprimatur.graph.selection.Selection.Root;
import org.imprimatur.knowledge.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What ids lead to that nothing has any more: a merged one to its successor, another to when and why it was withdrawn
 * (design, "The domain"). Only where an id was not found is anything read for this.
 */
@Component
class WithdrawnIds {

	private final GraphReader graph;
	private final JournalReader journal;

	WithdrawnIds(GraphReader graph, JournalReader journal) {
		this.graph = graph;
		this.journal = journal;
	}

	/**
	 * The rows of a look-up, with successors, and with what is told of withdrawn ids, in its holes.
	 *
	 * @param told whether the field may answer with a {@code Withdrawn}
	 */
	List<@Nullable Object> filled(Root.ByIds asked, List<?> rows, boolean told, int revision) {
		List<@Nullable Object> filled = new ArrayList<>(rows);
		// What is no id was never withdrawn.
		List<Integer> holes = IntStream.range(0, rows.size())
				.filter(place -> rows.get(place) == null && Kind.find(asked.ids().get(place)).isPresent()).boxed()
				.toList();
		if (holes.isEmpty()) {
			return filled;
		}
		Map<String, Fate> fates = journal.fates(holes.stream().map(asked.ids()::get).toList(), revision);
		List<Integer> merged = new ArrayList<>();
		List<String> successors = new ArrayList<>();
		for (int hole : holes) {
			switch (fates.get(asked.ids().get(hole))) {
				case Fate.Merged it -> {
					merged.add(hole);
					successors.add(it.successor());
				}
				case Fate.Gone it when told -> filled.set(hole, row(it));
				case null, default -> {
				}
			}
		}
		if (!merged.isEmpty()) {
			List<?> found = (List<?>) graph
					.read(List.of(new Root.ByIds(successors, asked.labels(), asked.selection())), revision).getFirst();
			for (int place = 0; place < merged.size(); place++) {
				filled.set(merged.get(place), found.get(place));
			}
		}
		return filled;
	}

	/**
	 * The arguments with a successor in the place of an id that was not found.
	 *
	 * @throws Refusal if it has none; it says when and why the id was withdrawn, if it was
	 */
	Map<String, Object> replaced(Refusal missing, String id, Map<String, Object> arguments, int revision) {
		return switch (journal.fates(List.of(id), revision).get(id)) {
			case Fate.Merged it -> replaced(arguments, id, it.successor());
			case Fate.Gone it -> throw new Refusal(Code.NOT_FOUND,
					"'%s' was withdrawn with revision %d: %s".formatted(id, it.revision().number(), it.reason()));
			case null -> throw missing;
		};
	}

	private static Map<String, Object> replaced(Map<?, ?> arguments, String id, String successor) {
		Map<String, Object> replaced = new HashMap<>();
		arguments.forEach((name, value) -> replaced.put(String.valueOf(name), replaced(value, id, successor)));
		return replaced;
	}

	private static @Nullable Object replaced(@Nullable Object value, String id, String successor) {
		return switch (value) {
			case List<?> list -> list.stream().map(it -> id.equals(it) ? successor : it).toList();
			case Map<?, ?> fields -> replaced(fields, id, successor);
			case String text when text.equals(id) -> successor;
			case null, default -> value;
		};
	}

	private static Row row(Fate.Gone gone) {
		return new Row("Withdrawn", gone.id(),
				Map.of("name", gone.name(), "reason", gone.reason(), "revision", gone.revision().number(), "time",
						gone.revision().time().atOffset(ZoneOffset.UTC)),
				Map.of());
	}
}

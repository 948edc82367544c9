package org.imprimatur.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.FieldChange;
import org.imprimatur.knowledge.Withdrawal;

/** What differs between two states of the same graph, as a curator would tell it. */
final class Difference {

	private record Placed(Entity entity, String dossier) {
	}

	private final Map<String, Placed> before;
	private final Map<String, Placed> after;
	private final Map<String, Withdrawal> withdrawn;

	Difference(List<DossierContents> before, List<DossierContents> after) {
		this.before = placed(before);
		this.after = placed(after);
		this.withdrawn = after.stream().flatMap(it -> it.withdrawn().stream())
				.collect(Collectors.toMap(Withdrawal::id, it -> it));
	}

	private static Map<String, Placed> placed(List<DossierContents> dossiers) {
		Map<String, Placed> placed = new TreeMap<>();
		dossiers.forEach(
				it -> it.all().forEach(entity -> placed.put(entity.id(), new Placed(entity, it.dossier().id()))));
		return placed;
	}

	/** What all dossiers hold once some of them have been published. */
	static List<DossierContents> published(List<DossierContents> before, List<DossierContents> dossiers) {
		Map<String, DossierContents> after = new HashMap<>();
		before.forEach(it -> after.put(it.dossier().id(), it));
		dossiers.forEach(it -> after.put(it.dossier().id(), it));
		return List.copyOf(after.values());
	}

	/** Writes each entity that differs, with its name and what differs of it, and how many there are. */
	void write(PrintWriter out) {
		Map<String, Placed> added = without(after, before);
		Map<String, Placed> gone = without(before, after);
		Map<String, Placed> changed = new TreeMap<>(after);
		changed.entrySet()
				.removeIf(it -> added.containsKey(it.getKey()) || it.getValue().equals(before.get(it.getKey())));
		added.values().forEach(it -> line(out, "added", it.entity()));
		changed.forEach((id, now) -> {
			line(out, "changed", now.entity());
			changes(Objects.requireNonNull(before.get(id)), now).forEach(it -> out.printf("%12s%s%n", "", it));
		});
		gone.forEach((id, it) -> {
			line(out, "withdrawn", it.entity());
			Withdrawal withdrawal = withdrawn.get(id);
			if (withdrawal != null) {
				out.printf("%12s%s%s%n", "",
						withdrawal.successor() == null ? "" : "merged into %s: ".formatted(withdrawal.successor()),
						withdrawal.reason());
			}
		});
		out.printf("%d added, %d changed, %d withdrawn.%n", added.size(), changed.size(), gone.size());
	}

	private static Map<String, Placed> without(Map<String, Placed> these, Map<String, Placed> those) {
		Map<String, Placed> without = new TreeMap<>(these);
		without.keySet().removeAll(those.keySet());
		return without;
	}

	private static void line(PrintWriter out, String what, Entity entity) {
		out.printf("%-11s %s  %s%n", what, entity.id(), entity.name());
	}

	private static List<String> changes(Placed before, Placed now) {
		List<String> changes = new ArrayList<>();
		if (!before.dossier().equals(now.dossier())) {
			changes.add("moved from %s to %s".formatted(before.dossier(), now.dossier()));
		}
		for (FieldChange change : FieldChange.between(before.entity(), now.entity())) {
			if (change.removed().isEmpty() && change.added().isEmpty()) {
				changes.add("%s: in another order".formatted(change.field()));
			} else if (change.removed().size() == 1 && change.added().size() == 1) {
				changes.add("%s: %s → %s".formatted(change.field(), change.removed().getFirst(),
						change.added().getFirst()));
			} else {
				change.removed().forEach(it -> changes.add("%s: − %s".formatted(change.field(), it)));
				change.added().forEach(it -> changes.add("%s: + %s".formatted(change.field(), it)));
			}
		}
		return changes;
	}
}

package org.imprimatur.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What became of an id between two states of all dossiers.
 *
 * @param name what the entity is called, or was
 * @param dossier the id of the dossier in which it has its place, or had
 * @param movedFrom the id of the dossier in which it had its place before, if that is another
 * @param fields where it was changed, the fields that differ
 * @param reason why it was withdrawn, in words
 * @param successor what it was merged into
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EntityChange(String id, String name, RecordChangeKind change, String dossier, @Nullable String movedFrom,
		List<FieldChange> fields, @Nullable String reason, @Nullable Ref<Entity> successor) {

	/** An entity with the dossier that has it, or a withdrawal with that which says it. */
	private record State(String dossier, @Nullable Entity entity, @Nullable Withdrawal withdrawal) {
	}

	/** What became of each id that stands for something else, in the order of ids. */
	public static List<EntityChange> between(List<DossierContents> before, List<DossierContents> after) {
		Map<String, State> then = states(before);
		Map<String, State> now = states(after);
		return new TreeSet<>(now.keySet()).stream().filter(id -> !Objects.equals(now.get(id), then.get(id)))
				.map(id -> of(id, then.get(id), Objects.requireNonNull(now.get(id)))).toList();
	}

	private static Map<String, State> states(List<DossierContents> dossiers) {
		Map<String, State> states = new HashMap<>();
		for (DossierContents contents : dossiers) {
			String dossier = contents.dossier().id();
			contents.all().forEach(it -> states.put(it.id(), new State(dossier, it, null)));
			contents.withdrawn().forEach(it -> states.put(it.id(), new State(dossier, null, it)));
		}
		return states;
	}

	private static EntityChange of(String id, @Nullable State then, State now) {
		Entity past = then == null ? null : then.entity();
		Entity entity = now.entity();
		Withdrawal withdrawal = now.withdrawal();
		String movedFrom = then != null && past != null && !then.dossier().equals(now.dossier())
				? then.dossier()
				: null;
		String name = id;
		if (entity != null) {
			name = entity.name();
		} else if (past != null) {
			name = past.name();
		}
		return new EntityChange(id, name, kind(then, now), now.dossier(), movedFrom,
				past == null || entity == null ? List.of() : FieldChange.between(past, entity),
				withdrawal == null ? null : withdrawal.reason(), withdrawal == null ? null : withdrawal.successor());
	}

	private static RecordChangeKind kind(@Nullable State then, State now) {
		if (now.withdrawal() != null) {
			return now.withdrawal().successor() == null ? RecordChangeKind.WITHDRAWN : RecordChangeKind.MERGED;
		}
		if (then == null) {
			return RecordChangeKind.ADDED;
		}
		return then.entity() == null ? RecordChangeKind.RESTORED : RecordChangeKind.CHANGED;
	}
}

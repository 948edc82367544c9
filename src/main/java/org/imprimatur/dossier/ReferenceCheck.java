package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.imprimatur.knowledge.Kind;

/** Checks over all files that ids are well formed and unique, and that references lead where they may. */
final class ReferenceCheck {

	private static final Pattern ID = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.-]*");

	private final Map<String, Draft> byId = new HashMap<>();
	private final Map<Kind, List<String>> ids = new EnumMap<>(Kind.class);
	private final List<Mistake> mistakes;
	/** Whether every file could be read; what an unread one holds cannot be missed. */
	private final boolean whole;

	private ReferenceCheck(boolean whole, List<Mistake> mistakes) {
		this.whole = whole;
		this.mistakes = mistakes;
	}

	static void check(List<Draft> drafts, List<Link> links, boolean whole, List<Mistake> mistakes) {
		ReferenceCheck check = new ReferenceCheck(whole, mistakes);
		drafts.stream().filter(draft -> !draft.id().isEmpty()).forEach(check::id);
		links.forEach(check::link);
		check.owners("imposes", Kind.CONDITION, "imposed by", links);
		check.owners("effects", Kind.EFFECT, "an effect of", links);
		AmendmentCheck.check(drafts, check.byId, mistakes);
	}

	private void id(Draft draft) {
		if (!ID.matcher(draft.id()).matches() || Kind.find(draft.id()).isEmpty()) {
			mistakes.add(draft.mistake("id", malformed(draft.id(), draft.kind())));
			return;
		}
		Kind kind = Kind.ofId(draft.id());
		if (kind != draft.kind()) {
			mistakes.add(draft.mistake("id", "%s is the id of %s, and belongs under %s".formatted(draft.id(),
					Quote.of(kind), Section.name(kind))));
		}
		Draft first = byId.putIfAbsent(draft.id(), draft);
		if (first == null) {
			ids.computeIfAbsent(kind, it -> new ArrayList<>()).add(draft.id());
		} else {
			mistakes.add(draft.mistake("id", "%s stands already at %s; keep one of them, or give this another id"
					.formatted(draft.id(), first.place())));
		}
	}

	private void link(Link link) {
		if (!ID.matcher(link.id()).matches() || Kind.find(link.id()).isEmpty()) {
			mistakes.add(link.mistake(malformed(link.id(), link.kinds().getFirst())));
			return;
		}
		Kind kind = Kind.ofId(link.id());
		if (!link.kinds().contains(kind)) {
			mistakes.add(link.mistake("%s is %s; this has to be %s".formatted(link.id(), Quote.of(kind),
					Quote.anyOf(link.kinds()))));
		} else if (whole && !byId.containsKey(link.id())) {
			List<String> known = link.kinds().stream().flatMap(it -> ids.getOrDefault(it, List.of()).stream()).toList();
			mistakes.add(link.mistake("there is no %s%s".formatted(link.id(), Quote.suggestion(link.id(), known))));
		}
	}

	private static String malformed(String id, Kind kind) {
		return "'%s' is no id; write a kind, a slash, and a name of small letters, digits, dots and hyphens, like %s/example"
				.formatted(Quote.shortened(id), kind.prefix());
	}

	/** Conditions and effects belong to one instrument each. */
	private void owners(String field, Kind owned, String how, List<Link> links) {
		Map<String, Draft> owners = new HashMap<>();
		for (Link link : links) {
			if (link.field().equals(field)) {
				Draft first = owners.putIfAbsent(link.id(), link.from());
				if (first != null && first != link.from()) {
					mistakes.add(link.mistake("%s is already %s %s (%s); it belongs to one instrument"
							.formatted(Quote.shortened(link.id()), how, first.id(), first.place())));
				}
			}
		}
		for (Draft draft : whole ? List.copyOf(byId.values()) : List.<Draft>of()) {
			if (draft.kind() == owned && !owners.containsKey(draft.id())) {
				mistakes.add(
						draft.mistake("id", "%s is %s no instrument; list it under %s of the one that it belongs to"
								.formatted(draft.id(), how, field)));
			}
		}
	}
}

package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.knowledge.Kind;

/** Checks over all files that ids are well formed and unique, and that references lead where they may. */
final class ReferenceCheck {

	private static final Pattern ID = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.-]*");

	/** How often a near id is looked for; who missed so many did not misspell them. */
	private static final int MOST_SUGGESTIONS = 100;

	private final Map<String, Draft> byId = new HashMap<>();
	private final Map<String, WithdrawalDraft> withdrawn = new HashMap<>();
	private final Map<Kind, List<String>> ids = new EnumMap<>(Kind.class);
	private final List<Mistake> mistakes;
	private int suggestions;
	/** Whether every file could be read; what an unread one holds cannot be missed. */
	private final boolean whole;

	private ReferenceCheck(boolean whole, List<Mistake> mistakes) {
		this.whole = whole;
		this.mistakes = mistakes;
	}

	static void check(List<Draft> drafts, List<WithdrawalDraft> withdrawals, List<Link> links, boolean whole,
			List<Mistake> mistakes) {
		ReferenceCheck check = new ReferenceCheck(whole, mistakes);
		drafts.stream().filter(draft -> !draft.id().isEmpty()).forEach(check::id);
		withdrawals.stream().filter(draft -> !draft.id().isEmpty()).forEach(check::withdrawal);
		withdrawals.forEach(check::reason);
		check.withdrawn.values().stream().filter(draft -> !draft.successor().isEmpty()).forEach(check::successor);
		links.forEach(check::link);
		check.owners("imposes", Kind.CONDITION, "imposed by", links);
		check.owners("effects", Kind.EFFECT, "an effect of", links);
		AmendmentCheck.check(drafts, check.byId, mistakes);
		RelativeDateCheck.check(drafts, check.byId, mistakes);
	}

	private void id(Draft draft) {
		if (!wellFormed(draft.id())) {
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
		if (!wellFormed(link.id())) {
			mistakes.add(link.mistake(malformed(link.id(), link.kinds().getFirst())));
			return;
		}
		Kind kind = Kind.ofId(link.id());
		if (!link.kinds().contains(kind)) {
			mistakes.add(link.mistake("%s is %s; this has to be %s".formatted(link.id(), Quote.of(kind),
					Quote.anyOf(link.kinds()))));
		} else {
			missing(link.id(), link.kinds()).map(link::mistake).ifPresent(mistakes::add);
		}
	}

	private void withdrawal(WithdrawalDraft draft) {
		if (!wellFormed(draft.id())) {
			mistakes.add(draft.mistake("id", malformed(draft.id(), Kind.MODEL)));
			return;
		}
		Draft standing = byId.get(draft.id());
		if (standing != null) {
			mistakes.add(draft.mistake("id", "%s stands at %s; leave it out there, or leave out its withdrawal"
					.formatted(draft.id(), standing.place())));
		}
		WithdrawalDraft first = withdrawn.putIfAbsent(draft.id(), draft);
		if (first != null) {
			mistakes.add(draft.mistake("id",
					"%s was withdrawn already (%s); keep one of them".formatted(draft.id(), first.place())));
		}
	}

	private void reason(WithdrawalDraft draft) {
		String reason = draft.node().path("reason").asString("");
		if (!draft.document().isStanding() && !reason.isEmpty() && Blank.is(reason)) {
			mistakes.add(draft.mistake("reason", Blank.MISTAKE));
		}
	}

	private void successor(WithdrawalDraft draft) {
		Kind kind = Kind.ofId(draft.id());
		if (!wellFormed(draft.successor())) {
			mistakes.add(draft.mistake("successor", malformed(draft.successor(), kind)));
		} else if (Kind.ofId(draft.successor()) != kind) {
			mistakes.add(draft.mistake("successor", "%s is %s; %s can only be merged into %s".formatted(
					draft.successor(), Quote.of(Kind.ofId(draft.successor())), draft.id(), Quote.of(kind))));
		} else {
			missing(draft.successor(), List.of(kind)).map(it -> draft.mistake("successor", it))
					.ifPresent(mistakes::add);
		}
	}

	/** What to say of a well-formed id that stands for no entity; nothing if it does. */
	private Optional<String> missing(String id, List<Kind> kinds) {
		if (byId.containsKey(id)) {
			return Optional.empty();
		}
		WithdrawalDraft withdrawal = withdrawn.get(id);
		if (withdrawal != null) {
			return Optional.of("%s was withdrawn (%s); %s".formatted(id, withdrawal.place(),
					byId.containsKey(withdrawal.successor())
							? "put %s, which it was merged into, in its place".formatted(withdrawal.successor())
							: "leave it out, or name what stands in its place"));
		}
		return whole ? Optional.of("there is no %s%s".formatted(id, suggestion(id, kinds))) : Optional.empty();
	}

	private String suggestion(String id, List<Kind> kinds) {
		if (suggestions++ >= MOST_SUGGESTIONS) {
			return "";
		}
		return Quote.suggestion(id,
				kinds.stream().flatMap(it -> ids.getOrDefault(it, List.of()).stream()).toList());
	}

	private static boolean wellFormed(String id) {
		return ID.matcher(id).matches() && Kind.find(id).isPresent();
	}

	private static String malformed(String id, Kind kind) {
		return ("'%s' is no id; write a kind, a slash, and a name of small letters, digits, dots and hyphens, like"
				+ " %s/example").formatted(Quote.shortened(id), kind.prefix());
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

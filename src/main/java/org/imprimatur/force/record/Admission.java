package org.imprimatur.force.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Organisation;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the facts what had not been reported (design, "The rules of force", rule 8): acts and norms of which
 * nothing had been; findings, releases and memberships one by one. The identity of a model, a company or
 * a category need not have been reported. A field of which nothing had been stays as recorded and is <em>open</em>, as
 * is one that only weak sources support (rule 4): what it says is unknown, and not that it says nothing.
 */
final class Admission {

	private static final String FINDINGS = "findings";
	private static final Set<String> ONE_BY_ONE = Set.of(FINDINGS, "members", "releases");

	/** A part of an entity's facts of which it is uncertain whether it is one. */
	private record Doubted(String entity, EvidencedPart part) {
	}

	private final PublicRecord publicRecord;
	private final Backlinks backlinks;
	private final Set<String> unsettled = new HashSet<>();
	private final Set<Doubted> doubted = new HashSet<>();
	private final Map<String, Map<String, Truth>> open = new HashMap<>();
	private final Facts facts;

	Admission(PublicRecord publicRecord) {
		this.publicRecord = publicRecord;
		this.backlinks = new Backlinks(publicRecord.facts());
		this.facts = new Facts(publicRecord.facts().all().map(this::admit).filter(Objects::nonNull).toList());
	}

	/** The facts without what had not been reported. */
	Facts facts() {
		return facts;
	}

	/** The ids of the acts and norms of which it is uncertain whether they had been reported. */
	Set<String> unsettled() {
		return unsettled;
	}

	/** Whether a part of an entity's facts is in doubt: perhaps unreported, disputed, or told by weak sources alone. */
	boolean isDoubted(Entity entity, EvidencedPart part) {
		return doubted.contains(new Doubted(entity.id(), part));
	}

	/** Whether what the entity's field says is unknown, or doubtful. */
	boolean isOpen(Entity entity, String field) {
		return open.getOrDefault(entity.id(), Map.of()).containsKey(field);
	}

	/** Whether what the entity's field says had been reported, be it by weak sources alone. */
	Truth reported(Entity entity, String field) {
		return open.getOrDefault(entity.id(), Map.of()).getOrDefault(field, Truth.TRUE);
	}

	private @Nullable Entity admit(Entity entity) {
		return switch (entity) {
			case Instrument it -> instrument(it, new Support(it, List.of(it)));
			case Condition it -> condition(it, new Support(it, backlinks.imposing(it.id())));
			case Effect it -> new Support(it, backlinks.acting(it.id())).admitted() ? it : null;
			case Event it -> publicRecord.all() || new Support(it, List.of()).admitted() ? it : null;
			case Category it -> category(it, new Support(it, List.of()));
			case Model it -> model(it, new Support(it, List.of()));
			// Whoever is named is there; where it sits has to be reported.
			case Organisation it -> new Support(it, List.of()).entity;
			default -> entity;
		};
	}

	// An act exists at the latest when it is reported; that it takes effect has to be reported.
	private static @Nullable Instrument instrument(Instrument it, Support support) {
		return !support.admitted()
				? null
				: new Instrument(it.id(), it.title(), it.shortTitle(), it.aliases(), it.number(), it.binding(),
						it.issuedBy(),
						it.signedBy(), it.addressees(),
						support.of("issued") == Truth.FALSE ? null : it.issued(), it.published(),
						support.of("effective") == Truth.FALSE ? null : it.effective(), it.endsAfter(), it.legalBasis(),
						it.targets(),
						it.imposes(), it.effects(), it.motivatedBy(), it.evidence());
	}

	private @Nullable Condition condition(Condition it, Support support) {
		return !support.admitted()
				? null
				: new Condition(it.id(), it.title(), it.text(), it.modality(), it.action(), it.bearers(), it.scope(),
						it.exceptionTo(), it.period(), it.endsAfter(), it.performance(), it.deadline(),
						it.deadlineAfter(),
						parts(it.findings(), support),
						it.penalty(), it.onceMet(), it.unlessBreached(), it.evidence());
	}

	private Category category(Category it, Support support) {
		return new Category(it.id(), it.name(), it.aliases(), it.partOf(), it.criterion(), it.test(),
				parts(it.members(), support), it.evidence());
	}

	// Who asks by a model's id knows whose it is.
	private Model model(Model it, Support support) {
		return new Model(it.id(), it.name(), it.aliases(), it.kind(), it.developer(), it.deployers(), it.variantOf(),
				it.succeeds(), parts(it.releases(), support),
				support.of("trainingCompute").possible() ? it.trainingCompute() : null, it.evidence());
	}

	private <T extends EvidencedPart> List<T> parts(List<T> parts, Support whole) {
		return parts.stream().filter(it -> admitted(it, whole)).toList();
	}

	private boolean admitted(EvidencedPart part, Support whole) {
		List<Evidence> own = part.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
		List<Evidence> telling = own.isEmpty() ? whole.telling(part.field()) : own;
		Truth byAct = isWeak(telling) ? Truth.FALSE : published(act(part));
		Truth reported = publicRecord.all()
				? Truth.TRUE
				: publicRecord.any(telling).or(byAct).and(mayBeReported(part));
		boolean weak = byAct != Truth.TRUE
				&& (own.isEmpty() ? whole.weak(part.field()) : isWeak(publicRecord.possible(own)));
		boolean disputed = publicRecord.possible(part.evidence()).stream()
				.anyMatch(it -> it.stance() == Stance.DISPUTES && it.fields().isEmpty());
		if (reported == Truth.UNCERTAIN || weak || disputed) {
			doubted.add(new Doubted(whole.entity.id(), part));
		}
		return reported.possible();
	}

	private static @Nullable Ref<Instrument> act(EvidencedPart part) {
		return switch (part) {
			case Finding it -> it.act();
			case Membership it -> it.by();
			case Release it -> null;
		};
	}

	// What was found after the day cannot have been reported by it, whatever else its source reports.
	private Truth mayBeReported(EvidencedPart part) {
		return part instanceof Finding it ? publicRecord.by(it.dayFound()) : Truth.TRUE;
	}

	private Truth published(@Nullable Ref<Instrument> act) {
		return act == null
				? Truth.FALSE
				: publicRecord.facts().find(act, Instrument.class).map(publicRecord::of).orElse(Truth.FALSE);
	}

	// Without any there is none to be weak.
	private boolean isWeak(List<Evidence> passages) {
		return !passages.isEmpty() && passages.stream().allMatch(publicRecord::weak);
	}

	/** The passages that support one entity, and the publication of the acts whose text it is. */
	private final class Support {

		private final Entity entity;
		private final List<Evidence> passages;
		private final Truth published;

		Support(Entity entity, List<Instrument> acts) {
			this.entity = entity;
			this.passages = entity.evidence().stream().filter(it -> it.stance() == Stance.SUPPORTS).toList();
			// A text is not vouched for by its publication where only weak sources tell what it says.
			this.published = isWeak(passages)
					? Truth.FALSE
					: acts.stream().map(publicRecord::of).reduce(Truth.FALSE, Truth::or);
			fields().filter(it -> isOpen(it) && hasValue(it))
					.forEach(it -> open.computeIfAbsent(entity.id(), id -> new HashMap<>()).put(it, of(it)));
		}

		// By all of the record, only what a passage names can be open.
		private Stream<String> fields() {
			return publicRecord.all()
					? passages.stream().flatMap(it -> it.fields().stream()).map(Support::root).distinct()
					: Shape.of(entity.getClass()).fields().stream().map(Shape.Field::name);
		}

		private static String root(String field) {
			return field.split("\\.", 2)[0];
		}

		private boolean hasValue(String field) {
			return Shape.of(entity.getClass()).field(field).stream().anyMatch(it -> !it.values(entity).isEmpty());
		}

		/** Whether anything of it had been reported, or may have been. */
		boolean admitted() {
			Truth reported = published.or(publicRecord.any(passages));
			if (reported == Truth.UNCERTAIN) {
				unsettled.add(entity.id());
			}
			return reported.possible();
		}

		/** Whether what the field says had been reported: by those who name it, else with the whole. */
		Truth of(String field) {
			if (publicRecord.all()) {
				return Truth.TRUE;
			}
			Truth told = publicRecord.any(telling(field));
			return naming(field).isEmpty() ? published.or(told) : told;
		}

		/** The passages that tell what the field says: those that name it, else those on the whole. */
		List<Evidence> telling(String field) {
			List<Evidence> naming = naming(field);
			return naming.isEmpty() ? ofTheWhole(field) : naming;
		}

		private boolean isOpen(String field) {
			return !ONE_BY_ONE.contains(field) && (weak(field) || of(field) != Truth.TRUE);
		}

		// A finding is not told by telling of its norm.
		private List<Evidence> ofTheWhole(String field) {
			return field.equals(FINDINGS)
					? List.of()
					: passages.stream().filter(it -> it.fields().isEmpty()).toList();
		}

		/** Whether only weak passages bear on the field, one of them by its name. */
		boolean weak(String field) {
			List<Evidence> naming = naming(field);
			return !naming.isEmpty()
					&& Stream.concat(naming.stream(), ofTheWhole(field).stream())
							.filter(it -> publicRecord.of(it).possible()).allMatch(publicRecord::weak);
		}

		private List<Evidence> naming(String field) {
			return passages.stream().filter(it -> it.names(field)).toList();
		}
	}
}

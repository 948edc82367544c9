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
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.time.Period;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the facts what had not been reported (design, "The rules of force", rule 8): acts and norms of which
 * nothing had been, the releases of a model, findings and memberships one by one. The identity of a model, a company or
 * a category need not have been reported. A field of which nothing had been stays as recorded and is <em>open</em>, as
 * is one that only weak sources support (rule 4): what it says is unknown, and not that it says nothing.
 */
final class Admission {

	private static final String FINDINGS = "findings";
	private static final String MEMBERS = "members";
	private static final Set<String> ONE_BY_ONE = Set.of(FINDINGS, MEMBERS);

	private final PublicRecord publicRecord;
	private final Backlinks backlinks;
	private final Set<String> unsettled = new HashSet<>();
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
			case Category it -> category(it, new Support(it, List.of()));
			case Model it -> model(it, new Support(it, List.of()));
			default -> entity;
		};
	}

	// An act exists at the latest when it is reported; that it takes effect has to be reported.
	private static @Nullable Instrument instrument(Instrument it, Support support) {
		return !support.admitted()
				? null
				: new Instrument(it.id(), it.title(), it.aliases(), it.number(), it.binding(), it.issuedBy(),
						it.signedBy(), it.addressees(),
						support.of("issued") == Truth.FALSE ? null : it.issued(), it.published(),
						support.of("effective") == Truth.FALSE ? null : it.effective(), it.legalBasis(), it.targets(),
						it.imposes(), it.effects(), it.motivatedBy(), it.evidence());
	}

	private @Nullable Condition condition(Condition it, Support support) {
		if (!support.admitted()) {
			return null;
		}
		List<Finding> findings = it.findings().stream().flatMap(finding -> finding(finding, support)).toList();
		return new Condition(it.id(), it.title(), it.text(), it.modality(), it.action(), it.bearers(), it.scope(),
				it.exceptionTo(), it.period(), it.performance(), it.deadline(), findings, it.penalty(), it.onceMet(),
				it.unlessBreached(), it.evidence());
	}

	// What was found after the day cannot have been reported by it, whatever else its source reports.
	private Stream<Finding> finding(Finding it, Support support) {
		Truth reported = publicRecord.all() ? Truth.TRUE : support.named(FINDINGS).and(publicRecord.by(it.day()));
		return switch (reported) {
			case TRUE -> Stream.of(it);
			case UNCERTAIN -> Stream.of(new Finding(it.outcome(), Days.perhapsNever(it.day()), it.by()));
			case FALSE -> Stream.empty();
		};
	}

	private Category category(Category it, Support support) {
		List<Membership> members = it.members().stream().flatMap(member -> membership(member, support)).toList();
		return new Category(it.id(), it.name(), it.aliases(), it.partOf(), it.criterion(), it.test(), members,
				it.evidence());
	}

	private Stream<Membership> membership(Membership it, Support support) {
		return switch (support.of(MEMBERS).or(published(it.by()))) {
			case TRUE -> Stream.of(it);
			case UNCERTAIN -> Stream.of(new Membership(it.member(), new Period(Days.UNKNOWN, null), it.by()));
			case FALSE -> Stream.empty();
		};
	}

	private Truth published(@Nullable Ref<Instrument> act) {
		return act == null
				? Truth.FALSE
				: publicRecord.facts().find(act, Instrument.class).map(publicRecord::of).orElse(Truth.FALSE);
	}

	// Who asks by a model's id knows whose it is.
	private static Model model(Model it, Support support) {
		return new Model(it.id(), it.name(), it.aliases(), it.kind(), it.developer(), it.deployers(), it.variantOf(),
				it.succeeds(), support.of("releases").possible() ? it.releases() : List.of(),
				support.of("trainingCompute").possible() ? it.trainingCompute() : null, it.evidence());
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
			this.published = !passages.isEmpty() && passages.stream().allMatch(publicRecord::weak)
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
			Truth reported = published.or(reported(passages));
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
			List<Evidence> naming = naming(field);
			return naming.isEmpty()
					? published.or(reported(passages.stream().filter(it -> it.fields().isEmpty()).toList()))
					: reported(naming);
		}

		/** Whether a passage that names the field had been reported. */
		Truth named(String field) {
			return reported(naming(field));
		}

		private boolean isOpen(String field) {
			return weak(field) || !ONE_BY_ONE.contains(field) && of(field) != Truth.TRUE;
		}

		// Whatever bears on the whole bears on the field, but a finding is not told by telling of its norm.
		private boolean weak(String field) {
			List<Evidence> naming = naming(field);
			return !naming.isEmpty() && passages.stream()
					.filter(it -> naming.contains(it) || it.fields().isEmpty() && !field.equals(FINDINGS))
					.filter(it -> publicRecord.of(it).possible()).allMatch(publicRecord::weak);
		}

		private List<Evidence> naming(String field) {
			return passages.stream().filter(passage -> passage.fields().stream()
					.anyMatch(it -> it.equals(field) || it.startsWith(field + "."))).toList();
		}

		private Truth reported(List<Evidence> some) {
			return some.stream().map(publicRecord::of).reduce(Truth.FALSE, Truth::or);
		}
	}
}

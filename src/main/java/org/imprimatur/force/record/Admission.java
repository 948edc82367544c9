package org.imprimatur.force.record;

import java.util.HashSet;
import java.util.List;
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
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out of the facts, field by field, what had not been reported (design, "The rules of force", rule 8). Acts and
 * norms of which nothing had been are left out whole; the identity of a model, a company or a category need not have
 * been.
 */
final class Admission {

	private final PublicRecord publicRecord;
	private final Backlinks backlinks;
	private final Set<String> unsettled = new HashSet<>();
	private final Facts facts;

	Admission(PublicRecord publicRecord) {
		this.publicRecord = publicRecord;
		this.backlinks = new Backlinks(publicRecord.facts());
		this.facts = publicRecord.reportedBy() == null
				? publicRecord.facts()
				: new Facts(publicRecord.facts().all().map(this::admit).filter(Objects::nonNull).toList());
	}

	/** The facts without what had not been reported. */
	Facts facts() {
		return facts;
	}

	/** The ids of the entities with a value of which it is uncertain whether it had been reported. */
	Set<String> unsettled() {
		return unsettled;
	}

	private @Nullable Entity admit(Entity entity) {
		return switch (entity) {
			case Instrument it -> instrument(it, new Fields(it, List.of(it)));
			case Condition it -> condition(it, new Fields(it, backlinks.imposing(it.id())));
			case Effect it -> effect(it, new Fields(it, backlinks.acting(it.id())));
			case Category it -> category(it, new Fields(it, List.of()));
			case Model it -> model(it, new Fields(it, List.of()));
			default -> entity;
		};
	}

	private static @Nullable Instrument instrument(Instrument it, Fields fields) {
		return !fields.admitsAny()
				? null
				: new Instrument(it.id(), it.title(), it.aliases(), it.number(), it.binding(), it.issuedBy(),
						it.signedBy(), it.addressees(), fields.value("issued", it.issued()), it.published(),
						fields.value("effective", it.effective()), it.legalBasis(), it.targets(),
						fields.values("imposes", it.imposes()), fields.values("effects", it.effects()),
						it.motivatedBy(), it.evidence());
	}

	private @Nullable Condition condition(Condition it, Fields fields) {
		if (!fields.admitsAny()) {
			return null;
		}
		Scope scope = fields.value("scope", it.scope());
		return new Condition(it.id(), it.title(), it.text(), it.modality(), it.action(),
				fields.values("bearers", it.bearers()), scope == null ? Scope.WHOLE : scope,
				fields.values("exceptionTo", it.exceptionTo()), fields.value("period", it.period()),
				fields.value("performance", it.performance()), fields.value("deadline", it.deadline()),
				fields.values("findings", it.findings().stream().flatMap(this::finding).toList()),
				it.penalty(), fields.values("onceMet", it.onceMet()),
				fields.values("unlessBreached", it.unlessBreached()), it.evidence());
	}

	// What was found after the day cannot have been reported by it, whatever else its source reports.
	private Stream<Finding> finding(Finding it) {
		return switch (publicRecord.by(it.day())) {
			case TRUE -> Stream.of(it);
			case UNCERTAIN -> Stream.of(new Finding(it.outcome(), Days.perhapsNever(it.day()), it.by()));
			case FALSE -> Stream.empty();
		};
	}

	private static @Nullable Effect effect(Effect it, Fields fields) {
		return !fields.admitsAny()
				? null
				: new Effect(it.id(), it.title(), it.kind(), it.target(), fields.value("scope", it.scope()),
						fields.value("period", it.period()), fields.values("onceMet", it.onceMet()),
						fields.values("unlessBreached", it.unlessBreached()), it.field(),
						fields.value("value", it.value()), it.evidence());
	}

	private Category category(Category it, Fields fields) {
		List<Membership> members = it.members().stream().filter(member -> {
			List<Instrument> by = member.by() == null
					? List.of()
					: publicRecord.facts().find(member.by(), Instrument.class).stream().toList();
			return new Fields(it, by).admits("members");
		}).toList();
		return new Category(it.id(), it.name(), it.aliases(), fields.value("partOf", it.partOf()), it.criterion(),
				fields.value("test", it.test()), members, it.evidence());
	}

	// Who asks by a model's id knows whose it is.
	private static Model model(Model it, Fields fields) {
		return new Model(it.id(), it.name(), it.aliases(), it.kind(), it.developer(), it.deployers(), it.variantOf(),
				it.succeeds(), fields.values("releases", it.releases()), it.evidence());
	}

	/** The fields of one entity, which its instruments, or sources of its own, report. */
	private final class Fields {
		private final Entity entity;
		private final Truth published;

		Fields(Entity entity, List<Instrument> instruments) {
			this.entity = entity;
			this.published = instruments.stream().map(publicRecord::of).reduce(Truth.FALSE, Truth::or);
		}

		boolean admitsAny() {
			return settle(entity.evidence().stream());
		}

		boolean admits(String field) {
			return settle(entity.evidence().stream().filter(passage -> bearsOn(passage, field)));
		}

		<T> @Nullable T value(String field, @Nullable T value) {
			return value != null && admits(field) ? value : null;
		}

		<T> List<T> values(String field, List<T> values) {
			return !values.isEmpty() && admits(field) ? values : List.of();
		}

		private boolean settle(Stream<Evidence> passages) {
			Truth reported = passages.filter(passage -> passage.stance() == Stance.SUPPORTS).map(publicRecord::of)
					.reduce(published, Truth::or);
			if (reported == Truth.UNCERTAIN) {
				unsettled.add(entity.id());
			}
			return reported.possible();
		}

		private static boolean bearsOn(Evidence passage, String field) {
			return passage.fields().isEmpty() || passage.fields().stream()
					.anyMatch(it -> it.equals(field) || it.startsWith(field + "."));
		}
	}
}

package org.imprimatur.force;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.force.conditions.ConditionSet;
import org.imprimatur.force.conditions.ConditionSets;
import org.imprimatur.force.conditions.Question;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Category.Membership;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Condition.Performance;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.ModelKind;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Model.TrainingCompute;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Source.Authorship;
import org.imprimatur.knowledge.Source.Reliability;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * Builds small histories for tests, in sentences that read like the history. Ids are written in full: {@code
 * model/opus}.
 */
public final class Histories {

	private final Map<String, Draft<?>> drafts = new LinkedHashMap<>();
	private final Map<String, Entity> others = new LinkedHashMap<>();

	/** The facts as told so far. */
	public Facts facts() {
		return new Facts(entities());
	}

	/** The entities as told so far, in the order in which they were. */
	public List<Entity> entities() {
		List<Entity> entities = new ArrayList<>(others.values());
		drafts.values().forEach(draft -> entities.add(draft.entity()));
		return entities;
	}

	/** Adds an entity that the builder has no words for. */
	public Histories with(Entity entity) {
		others.put(entity.id(), entity);
		return this;
	}

	/** The answer for a model on a day, anywhere, by all of the record. */
	public ConditionSet ask(String model, String asOf) {
		return ask(model, asOf, null, null);
	}

	/** The answer to a question. */
	public ConditionSet ask(String model, String asOf, @Nullable String reportedBy, @Nullable String territory) {
		return ConditionSets.of(facts(), new Question(model, LocalDate.parse(asOf),
				reportedBy == null ? null : LocalDate.parse(reportedBy), territory));
	}

	/** The condition as it stands in an answer that has it. */
	public static AppliedCondition find(ConditionSet set, String condition) {
		return set.conditions().stream().filter(it -> it.condition().id().equals(condition)).findFirst()
				.orElseThrow(() -> new AssertionError(condition + " is not among " + set.conditions().stream()
						.map(AppliedCondition::condition).toList()));
	}

	/** A date in EDTF. */
	public static EdtfDate date(String text) {
		return EdtfDate.parse(text);
	}

	/** A period; each bound as in {@link #date}, or {@code null}. */
	public static Period period(@Nullable String start, @Nullable String end) {
		return new Period(start == null ? null : date(start), end == null ? null : date(end));
	}

	public Histories company(String id, @Nullable String parent) {
		return company(id, parent, "US");
	}

	public Histories company(String id, @Nullable String parent, @Nullable String seat) {
		return with(new Company(id, id.substring(id.indexOf('/') + 1), List.of(), seat,
				parent == null ? null : new Ref<>(parent), List.of(), List.of()));
	}

	public ModelDraft model(String id) {
		return draft(id, new ModelDraft(id));
	}

	public CategoryDraft category(String id) {
		return draft(id, new CategoryDraft(id));
	}

	/** An instrument, issued and effective from that day unless told otherwise. */
	public InstrumentDraft instrument(String id, String issued) {
		return draft(id, new InstrumentDraft(id, issued));
	}

	public ConditionDraft condition(String id, Modality modality, Action action) {
		return draft(id, new ConditionDraft(id, modality, action));
	}

	public EffectDraft effect(String id, EffectKind kind, String target) {
		return draft(id, new EffectDraft(id, kind, target));
	}

	/** A dossier that consulted all the sources there are so far, up to that day. */
	public Histories through(String day) {
		String id = "dossier/" + day;
		List<Ref<Source>> sources = facts().all(Source.class).stream().map(it -> new Ref<Source>(it.id())).toList();
		return with(new Dossier(id, id, List.of(), date(day), null, List.of(), sources));
	}

	/** A passage of a source of that day, and of that reliability, on a part of an entity's facts. */
	public Evidence passage(String published, Reliability reliability) {
		return passage(published, reliability, Stance.SUPPORTS);
	}

	/** A passage of a source of that day that says of a part of an entity's facts that there is none. */
	public Evidence dispute(String published) {
		return passage(published, Reliability.PRIMARY, Stance.DISPUTES);
	}

	private Evidence passage(String published, Reliability reliability, Stance stance) {
		String source = "source/passage-%d".formatted(others.size());
		with(new Source(source, source, null, null, null, date(published), null, null, reliability, null, null));
		return new Evidence(new Ref<>(source), null, "says so", null, List.of(), stance, null, null, null);
	}

	private <T extends Draft<T>> T draft(String id, T draft) {
		drafts.put(id, draft);
		return draft;
	}

	private static <T extends Entity> List<Ref<T>> refs(String... ids) {
		return Arrays.stream(ids).map(id -> new Ref<T>(id)).toList();
	}

	/** What is common to all that evidence bears on. */
	public abstract class Draft<T extends Draft<T>> {
		final String id;
		final List<Evidence> evidence = new ArrayList<>();

		Draft(String id) {
			this.id = id;
		}

		abstract Entity entity();

		abstract T self();

		/** A source of that day, and of that reliability, says so; of the fields, if any are named. */
		public T reported(@Nullable String published, Reliability reliability, String... fields) {
			return cite(source(published, reliability, null, null), Stance.SUPPORTS, null, fields);
		}

		/** A primary source of that day says so. */
		public T reported(String published, String... fields) {
			return reported(published, Reliability.PRIMARY, fields);
		}

		/** A page of that day with the text of an instrument says so. */
		public T told(String published, String textOf, String... fields) {
			return cite(source(published, Reliability.PRIMARY, null, textOf), Stance.SUPPORTS, null, fields);
		}

		/** A page of that day that a machine wrote says so. */
		public T generated(String published) {
			return cite(source(published, Reliability.PRIMARY, Authorship.MACHINE, null), Stance.SUPPORTS, null);
		}

		/** A source of that day says otherwise; that it does not exist, if no field is named. */
		public T disputed(String published, @Nullable String otherValue, String... fields) {
			return cite(source(published, Reliability.PRIMARY, null, null), Stance.DISPUTES, otherValue, fields);
		}

		private Source source(@Nullable String published, Reliability reliability, @Nullable Authorship authorship,
				@Nullable String textOf) {
			String source = "source/%s-%d".formatted(id.replace('/', '-'), evidence.size());
			return new Source(source, source, null, null, null, published == null ? null : date(published), null, null,
					reliability, authorship, textOf == null ? null : new Ref<>(textOf));
		}

		private T cite(Source source, Stance stance, @Nullable String otherValue, String... fields) {
			with(source);
			evidence.add(new Evidence(new Ref<>(source.id()), null, "says so", null, List.of(fields), stance,
					otherValue, null, null));
			return self();
		}
	}

	/** A model. */
	public final class ModelDraft extends Draft<ModelDraft> {
		private ModelKind kind = ModelKind.MODEL;
		private @Nullable String developer;
		private @Nullable String variantOf;
		private List<Ref<Company>> deployers = List.of();
		private final List<Release> releases = new ArrayList<>();
		private @Nullable TrainingCompute trainingCompute;

		ModelDraft(String id) {
			super(id);
		}

		public ModelDraft kind(ModelKind value) {
			kind = value;
			return this;
		}

		public ModelDraft by(String company) {
			developer = company;
			return this;
		}

		public ModelDraft deployedBy(String... companies) {
			deployers = refs(companies);
			return this;
		}

		public ModelDraft variantOf(String model) {
			variantOf = model;
			return this;
		}

		public ModelDraft released(String day, @Nullable String territory, Evidence... passages) {
			releases.add(new Release(date(day), territory, null, List.of(passages)));
			return this;
		}

		public ModelDraft trainedWith(@Nullable String atLeast, @Nullable String atMost) {
			trainingCompute = new TrainingCompute(atLeast, atMost);
			return this;
		}

		@Override
		ModelDraft self() {
			return this;
		}

		@Override
		Model entity() {
			return new Model(id, id.substring(6), List.of(), kind, developer == null ? null : new Ref<>(developer),
					deployers, variantOf == null ? null : new Ref<>(variantOf), null, List.copyOf(releases),
					trainingCompute, List.copyOf(evidence));
		}
	}

	/** A category. */
	public final class CategoryDraft extends Draft<CategoryDraft> {
		private @Nullable String partOf;
		private @Nullable String criterion;
		private Category.@Nullable Test test;
		private final List<Membership> members = new ArrayList<>();

		CategoryDraft(String id) {
			super(id);
		}

		public CategoryDraft partOf(String category) {
			partOf = category;
			return this;
		}

		public CategoryDraft inWords(String value) {
			criterion = value;
			return this;
		}

		public CategoryDraft test(@Nullable ModelKind kind, @Nullable Period released, @Nullable String territory) {
			test = new Category.Test(kind, released, territory, null, null);
			return this;
		}

		/** Of models, by the computation that their training took. */
		public CategoryDraft computed(@Nullable String moreThan, @Nullable String atLeast) {
			test = new Category.Test(null, null, null, new Category.Threshold(moreThan, atLeast), null);
			return this;
		}

		/** Of parties, by destination, seat or the seat of the ultimate parent; codes are divided by blanks. */
		public CategoryDraft places(String destinations, String seats, String parentSeats) {
			test = new Category.Test(null, null, null, null,
					new Category.Places(codes(destinations), codes(seats), codes(parentSeats)));
			return this;
		}

		private static List<String> codes(String text) {
			return text.isEmpty() ? List.of() : List.of(text.split(" "));
		}

		public CategoryDraft member(String member, @Nullable Period period, @Nullable String by, Evidence... passages) {
			members.add(new Membership(new Ref<>(member), period, by == null ? null : new Ref<>(by), null,
					List.of(passages)));
			return this;
		}

		/** A member whose subsidiaries belong with it. */
		public CategoryDraft group(String member, @Nullable Period period, @Nullable String by) {
			members.add(new Membership(new Ref<>(member), period, by == null ? null : new Ref<>(by), true, List.of()));
			return this;
		}

		@Override
		CategoryDraft self() {
			return this;
		}

		@Override
		Category entity() {
			return new Category(id, id, List.of(), partOf == null ? null : new Ref<>(partOf), criterion, test,
					List.copyOf(members), List.copyOf(evidence));
		}
	}

	/** An instrument. */
	public final class InstrumentDraft extends Draft<InstrumentDraft> {
		private @Nullable EdtfDate issued;
		private @Nullable EdtfDate published;
		private @Nullable Period effective;
		private @Nullable RelativeDate endsAfter;
		private List<Ref<Party>> issuedBy = List.of();
		private boolean binding = true;
		private List<Ref<Condition>> imposes = List.of();
		private List<Ref<Effect>> effects = List.of();

		InstrumentDraft(String id, String issued) {
			super(id);
			this.issued = date(issued);
			this.effective = period(issued, null);
		}

		public InstrumentDraft effective(@Nullable String start, @Nullable String end) {
			effective = period(start, end);
			return this;
		}

		public InstrumentDraft by(String... parties) {
			issuedBy = refs(parties);
			return this;
		}

		/** It was proposed, or withdrawn. */
		public InstrumentDraft neverEffective() {
			effective = null;
			return this;
		}

		public InstrumentDraft published(String day) {
			published = date(day);
			return this;
		}

		public InstrumentDraft notBinding() {
			binding = false;
			return this;
		}

		public InstrumentDraft endsAfter(String delay, String of, String dateField) {
			endsAfter = new RelativeDate(new Ref<>(of), dateField, delay);
			return this;
		}

		public InstrumentDraft imposes(String... conditions) {
			imposes = refs(conditions);
			return this;
		}

		public InstrumentDraft has(String... itsEffects) {
			effects = refs(itsEffects);
			return this;
		}

		@Override
		InstrumentDraft self() {
			return this;
		}

		@Override
		Instrument entity() {
			return new Instrument(id, id, null, List.of(), null, binding, issuedBy, List.of(), List.of(), issued,
					published,
					effective, endsAfter, List.of(), List.of(), imposes, effects, List.of(), List.copyOf(evidence));
		}
	}

	/** A condition, borne by anybody and reaching nothing unless told otherwise. */
	public final class ConditionDraft extends Draft<ConditionDraft> {
		private final Modality modality;
		private final Action action;
		private final List<Finding> findings = new ArrayList<>();
		private Scope scope = Scope.WHOLE;
		private String[] bearers = {};
		private String[] exceptionTo = {};
		private String[] onceMet = {};
		private String[] unlessBreached = {};
		private @Nullable Period period;
		private @Nullable Performance performance;
		private @Nullable EdtfDate deadline;
		private @Nullable RelativeDate endsAfter;
		private @Nullable RelativeDate deadlineAfter;
		private @Nullable String penalty;

		ConditionDraft(String id, Modality modality, Action action) {
			super(id);
			this.modality = modality;
			this.action = action;
		}

		public ConditionDraft scope(ScopeDraft draft) {
			scope = draft.scope();
			return this;
		}

		public ConditionDraft borneBy(String... parties) {
			bearers = parties;
			return this;
		}

		public ConditionDraft exceptionTo(String... norms) {
			exceptionTo = norms;
			return this;
		}

		public ConditionDraft onceMet(String... conditions) {
			onceMet = conditions;
			return this;
		}

		public ConditionDraft unlessBreached(String... conditions) {
			unlessBreached = conditions;
			return this;
		}

		public ConditionDraft during(@Nullable String start, @Nullable String end) {
			period = period(start, end);
			return this;
		}

		public ConditionDraft performance(Performance value) {
			performance = value;
			return this;
		}

		public ConditionDraft deadline(String day) {
			deadline = date(day);
			return this;
		}

		/** Its period ends so long after a date of another. */
		public ConditionDraft endsAfter(String delay, String of, String field) {
			endsAfter = new RelativeDate(new Ref<>(of), field, delay);
			return this;
		}

		/** It is due so long after a date of another. */
		public ConditionDraft dueAfter(String delay, String of, String field) {
			deadlineAfter = new RelativeDate(new Ref<>(of), field, delay);
			return this;
		}

		public ConditionDraft penalty(String text) {
			penalty = text;
			return this;
		}

		public ConditionDraft found(Outcome outcome, String day) {
			return found(outcome, day, null, null);
		}

		/** It was so since a day, found on another, by an act; passages of its own tell of it. */
		public ConditionDraft found(Outcome outcome, String since, @Nullable String found, @Nullable String act,
				Evidence... passages) {
			findings.add(new Finding(outcome, date(since), found == null ? null : date(found), null,
					act == null ? null : new Ref<>(act), List.of(passages)));
			return this;
		}

		@Override
		ConditionDraft self() {
			return this;
		}

		@Override
		Condition entity() {
			return new Condition(id, id.substring(10), "as it says", modality, action, refs(bearers), scope,
					refs(exceptionTo), period, endsAfter, performance, deadline, deadlineAfter,
					List.copyOf(findings), penalty, refs(onceMet), refs(unlessBreached), List.copyOf(evidence));
		}
	}

	/** An effect. */
	public final class EffectDraft extends Draft<EffectDraft> {
		private final EffectKind kind;
		private final String target;
		private @Nullable Scope scope;
		private @Nullable Period period;
		private String[] onceMet = {};
		private String[] unlessBreached = {};
		private @Nullable RelativeDate endsAfter;
		private @Nullable String field;
		private @Nullable String value;

		EffectDraft(String id, EffectKind kind, String target) {
			super(id);
			this.kind = kind;
			this.target = target;
		}

		public EffectDraft scope(ScopeDraft draft) {
			scope = draft.scope();
			return this;
		}

		public EffectDraft during(@Nullable String start, @Nullable String end) {
			period = period(start, end);
			return this;
		}

		public EffectDraft endsAfter(String delay, String of, String dateField) {
			endsAfter = new RelativeDate(new Ref<>(of), dateField, delay);
			return this;
		}

		public EffectDraft onceMet(String... conditions) {
			onceMet = conditions;
			return this;
		}

		public EffectDraft unlessBreached(String... conditions) {
			unlessBreached = conditions;
			return this;
		}

		public EffectDraft sets(String name, String newValue) {
			field = name;
			value = newValue;
			return this;
		}

		@Override
		EffectDraft self() {
			return this;
		}

		@Override
		Effect entity() {
			return new Effect(id, id, kind, new Ref<>(target), scope, period, endsAfter, refs(onceMet),
					refs(unlessBreached),
					field, value, List.copyOf(evidence));
		}
	}

	/** A scope that names what the ids lead to, everywhere. */
	public static ScopeDraft over(String... ids) {
		return new ScopeDraft(List.of(ids), List.of(), null, List.of(), List.of(), List.of(), false, false);
	}

	/** A scope. */
	public record ScopeDraft(List<String> ids, List<String> data, @Nullable String purpose, List<String> recipients,
			List<String> territories, List<String> exclusions, boolean variants, boolean subsidiaries) {

		public ScopeDraft in(String... codes) {
			return new ScopeDraft(ids, data, purpose, recipients, List.of(codes), exclusions, variants, subsidiaries);
		}

		public ScopeDraft ofData(String... categories) {
			return new ScopeDraft(ids, List.of(categories), purpose, recipients, territories, exclusions, variants,
					subsidiaries);
		}

		public ScopeDraft forPurpose(String words) {
			return new ScopeDraft(ids, data, words, recipients, territories, exclusions, variants, subsidiaries);
		}

		public ScopeDraft towards(String... parties) {
			return new ScopeDraft(ids, data, purpose, List.of(parties), territories, exclusions, variants,
					subsidiaries);
		}

		public ScopeDraft except(String... excluded) {
			return new ScopeDraft(ids, data, purpose, recipients, territories, List.of(excluded), variants,
					subsidiaries);
		}

		public ScopeDraft withVariants() {
			return new ScopeDraft(ids, data, purpose, recipients, territories, exclusions, true, subsidiaries);
		}

		public ScopeDraft withSubsidiaries() {
			return new ScopeDraft(ids, data, purpose, recipients, territories, exclusions, variants, true);
		}

		Scope scope() {
			return new Scope(of("model/"), of("company/"), of("category/"), refs(data.toArray(String[]::new)), purpose,
					refs(recipients.toArray(String[]::new)), territories, refs(exclusions.toArray(String[]::new)),
					variants, subsidiaries);
		}

		private <T extends Entity> List<Ref<T>> of(String prefix) {
			return refs(ids.stream().filter(id -> id.startsWith(prefix)).toArray(String[]::new));
		}
	}
}

package org.imprimatur.force.derivation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/** Puts what the steps of a derivation find into sentences for people. */
public final class Sentences {

	private final Facts facts;
	private final EdtfDate day;
	private final @Nullable Instrument act;
	private final @Nullable Condition norm;

	/**
	 * @param day the day that it is told of
	 */
	public Sentences(Facts facts, EdtfDate day) {
		this(facts, day, null, null);
	}

	private Sentences(Facts facts, EdtfDate day, @Nullable Instrument act, @Nullable Condition norm) {
		this.facts = facts;
		this.day = day;
		this.act = act;
		this.norm = norm;
	}

	/** Sentences that stand beside a norm and its act, and call them "this duty" and "this letter". */
	public Sentences of(Instrument by, Condition condition) {
		return new Sentences(facts, day, by, condition);
	}

	/** What a reader would call it: "the Department of Commerce's letter of 12 June 2026". */
	public String name(Entity entity) {
		if (act != null && entity.id().equals(act.id())) {
			return "this " + Kind.ofId(act.id()).prefix();
		}
		return norm != null && entity.id().equals(norm.id()) ? "this " + Phrases.kind(norm) : Names.of(entity, facts);
	}

	/** What a reader would call it; what kind of thing it is where it is not in the facts. */
	public String name(Ref<?> ref) {
		return facts.find(ref.id(), Entity.class).map(this::name)
				.orElseGet(() -> "a certain " + Kind.ofId(ref.id()).prefix());
	}

	/** The names of several, of many only the first: "the Garante, the Tribunal of Rome and 3 more". */
	public String names(List<? extends Ref<?>> refs) {
		return Names.listSome(refs.stream().map(this::name).toList());
	}

	/** What an effect does: "the letter of 30 June 2026 revoked the letter of 12 June 2026". */
	public String effect(Effect effect, Instrument by) {
		return "%s %s %s".formatted(name(by), Phrases.done(effect), name(effect.target()));
	}

	/**
	 * How an instrument's condition reaches a model.
	 *
	 * @param via from the model to what the scope names
	 */
	public String reach(Instrument instrument, Reach reach, List<Ref<Entity>> via, Truth truth) {
		String by = name(instrument);
		String model = name(via.getFirst());
		String named = name(via.getLast());
		boolean sure = truth == Truth.TRUE;
		String names = sure ? "named" : "may have named";
		return sentence(switch (reach) {
			case DIRECT -> "%s %s %s".formatted(by, names, model);
			case FAMILY -> "%s %s %s and its variants, of which %s is one".formatted(by, names, named, model);
			case COMPANY -> "%s %s %s, which %s %s".formatted(by, names, named, does(via), model);
			case CATEGORY -> (sure
					? "%s covered %s, of which %s is one%s"
					: "%s covered %s; whether %s is one of these%s is not known for certain").formatted(by, named,
							belonging(via), between(via));
		});
	}

	private String belonging(List<Ref<Entity>> via) {
		String model = name(via.getFirst());
		boolean byCompany = facts.find(via.get(1).id(), Company.class).isPresent();
		return byCompany ? "%s, which %s %s,".formatted(name(via.get(1)), does(via.subList(0, 2)), model) : model;
	}

	private String between(List<Ref<Entity>> via) {
		return via.subList(1, via.size() - 1).stream().filter(it -> facts.find(it.id(), Category.class).isPresent())
				.map(it -> " as part of “%s”".formatted(facts.find(it.id(), Category.class).orElseThrow().name()))
				.collect(Collectors.joining());
	}

	private String does(List<Ref<Entity>> via) {
		Optional<Model> model = facts.find(via.getFirst().id(), Model.class);
		Ref<?> company = via.getLast();
		if (model.map(Model::developer).filter(it -> it.id().equals(company.id())).isPresent()) {
			return "makes";
		}
		boolean deployer = model.stream().flatMap(it -> it.deployers().stream())
				.anyMatch(it -> it.id().equals(company.id()));
		return deployer ? "offers" : "controls a company that makes or offers";
	}

	/** That an instrument may not have been issued on the day. */
	public String issue(Instrument instrument) {
		EdtfDate issued = instrument.issued();
		return sentence(issued == null || issued.exact()
				? "%s may not have been issued by %s".formatted(name(instrument), day(day))
				: "%s was issued %s, so perhaps after %s".formatted(name(instrument), issued.when(), day(day)));
	}

	/** Why it is doubtful that there is an entity. */
	public String doubt(Entity entity, boolean disputed) {
		return sentence((disputed ? "it is disputed that there is " : "only weak sources tell of ") + name(entity));
	}

	/** That an entity may not have been reported. */
	public String report(Entity entity) {
		return sentence("%s may not have been reported yet".formatted(name(entity)));
	}

	/**
	 * That a field's value is not known.
	 *
	 * @param what what the field says, with a place for the entity's name
	 * @param reported whether it had been reported; if so, only weak sources tell of it
	 */
	public String unknown(String what, Entity entity, Truth reported) {
		String named = what.formatted(name(entity));
		return sentence(switch (reported) {
			case TRUE -> "only weak sources tell " + named;
			case UNCERTAIN -> named + " may not have been reported yet";
			case FALSE -> named + " had not been reported yet";
		});
	}

	/** A sentence that is in doubt: disputed, or told by weak sources alone. */
	public String doubted(String sentence, boolean disputed) {
		return sentence((disputed ? "it is disputed that " : "only weak sources say that ") + clause(sentence));
	}

	/** That an instrument was proposed and nothing says that it took effect. */
	public String proposed(Instrument instrument) {
		return sentence("%s was proposed, and nothing says that it had taken effect".formatted(name(instrument)));
	}

	/** That an instrument was proposed and may have come to nothing. */
	public String withdrawn(Instrument instrument) {
		return sentence("%s was proposed, and may have been withdrawn or replaced since".formatted(name(instrument)));
	}

	/** What an effect does, since when, and whether it operates on the day. */
	public String effect(Effect effect, Instrument by, Optional<EdtfDate> first, Truth operates) {
		boolean lasting = effect.kind() == EffectKind.SUSPENDS || effect.kind() == EffectKind.AMENDS;
		String since = effect.kind() == EffectKind.ANNULS
				? " from its beginning"
				: first.filter(it -> !it.equals(Days.ALWAYS)).map(it -> lasting ? " from " + day(it) : " " + on(it))
						.orElse("");
		return sentence("%s %s %s%s%s".formatted(name(by),
				operates == Truth.UNCERTAIN ? "may have " + Phrases.done(effect) : Phrases.done(effect),
				name(effect.target()), since,
				operates == Truth.FALSE ? ", without effect on " + day(day) : ""));
	}

	/** That an instrument's or a condition's period began. */
	public String start(Entity entity, EdtfDate start) {
		return sentence(name(entity) + switch (Days.reached(start, day)) {
			case TRUE -> " took effect " + on(start);
			case UNCERTAIN -> " took effect %s, so perhaps after %s".formatted(on(start), day(day));
			case FALSE -> " takes effect only " + on(start);
		});
	}

	/**
	 * That it ended.
	 *
	 * @param end the first day after it
	 */
	public String end(Entity entity, EdtfDate end) {
		String when = end.exact() && isWritten(end)
				? "at the end of " + day(EdtfDate.of(end.earliest().minusDays(1)))
				: on(end);
		return sentence(name(entity) + switch (Days.reached(end, day)) {
			case TRUE -> " expired " + when;
			case UNCERTAIN -> " expires %s, so perhaps by %s".formatted(when, day(day));
			case FALSE -> " expires only " + when;
		});
	}

	/** Whether a condition was found met or breached by the day. */
	public String found(Ref<Condition> condition, Condition.Outcome outcome, Optional<EdtfDate> found) {
		String what = outcome.name().toLowerCase(Locale.ROOT);
		String when = found.map(it -> " " + on(it)).orElse("");
		String named = name(condition);
		return sentence(switch (Days.reached(found.orElse(null), day)) {
			case TRUE -> "%s was found %s%s".formatted(named, what, when);
			case UNCERTAIN -> "%s was found %s%s, so perhaps after %s".formatted(named, what, when, day(day));
			case FALSE -> "by %s no finding is known that %s was %s".formatted(day(day), named, what);
		});
	}

	/** What was found of a condition, when, and since when it was so. */
	public String found(Ref<Condition> condition, Finding finding) {
		return sentence("%s was found %s %s%s".formatted(name(condition),
				finding.outcome().name().toLowerCase(Locale.ROOT), on(finding.dayFound()), since(finding)));
	}

	/** Since when it was as it was found to be, where that was not the day of the finding. */
	public String since(Finding finding) {
		return finding.dayFound().equals(finding.day()) ? "" : ", since " + day(finding.day());
	}

	/** That what had changed by the day is not known to have come. */
	public String expected(LocalDate through) {
		return sentence("the sources on this were read to %s only; what changed from then to %s is not known"
				.formatted(day(EdtfDate.of(through)), day(day)));
	}

	/** Whether the norms had ended to which a condition is an exception. */
	public String ended(List<Ref<Condition>> norms, Truth truth) {
		return sentence("this is an exception to %s, which %s ended".formatted(names(norms), switch (truth) {
			case TRUE -> "had";
			case UNCERTAIN -> "may have";
			case FALSE -> "had not";
		}));
	}

	/** A day as it follows a preposition. */
	public String day(EdtfDate date) {
		return isWritten(date) ? Names.day(date) : "an unknown day";
	}

	private String on(EdtfDate date) {
		return isWritten(date) ? date.when() : "on an unknown day";
	}

	private static boolean isWritten(EdtfDate date) {
		return !date.text().equals(Days.UNKNOWN.text()) && !date.text().equals(Days.ALWAYS.text());
	}

	/** To do something with a model: "export Claude Mythos 5". */
	public String act(Action done, Model model) {
		return Phrases.act(done).formatted(name(model));
	}

	/** What a norm is limited to: ", to A and B, as to C, for some purpose". */
	public String limits(Condition limited) {
		Scope scope = limited.scope();
		return (scope.recipients().isEmpty()
				? ""
				: ", %s %s".formatted(towards(limited.action()), names(scope.recipients()))) + matter(scope);
	}

	/** How what is done is directed to its recipients. */
	public static String towards(Action done) {
		return Phrases.towards(done);
	}

	/** The same but for the recipients. */
	public String matter(Scope scope) {
		return (scope.data().isEmpty() ? "" : ", as to " + names(scope.data()))
				+ (scope.purpose() == null ? "" : ", for the purpose “%s”".formatted(scope.purpose()));
	}

	/** What is done to the target of an effect: "revoked". */
	public static String done(Effect effect) {
		return Phrases.done(effect);
	}

	/** Words as a sentence of their own. */
	public static String sentence(String words) {
		return Names.sentence(words);
	}

	/** A sentence as a part of another. */
	public static String clause(String sentence) {
		return Names.clause(sentence);
	}
}

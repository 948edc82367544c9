package org.imprimatur.force.derivation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/** What things are called in sentences for people, and what is done to them. */
public final class Wording {

	private final Facts facts;
	private final Map<String, String> names;
	private final @Nullable Instrument act;
	private final @Nullable Condition norm;

	public Wording(Facts facts) {
		this(facts, new HashMap<>(), null, null);
	}

	private Wording(Facts facts, Map<String, String> names, @Nullable Instrument act, @Nullable Condition norm) {
		this.facts = facts;
		this.names = names;
		this.act = act;
		this.norm = norm;
	}

	/** What stands beside a norm and its act, and calls them "this duty" and "this letter". */
	Wording beside(Instrument by, Condition condition) {
		return new Wording(facts, names, by, condition);
	}

	/** What a reader would call it: "the Department of Commerce's letter of 12 June 2026". */
	public String name(Entity entity) {
		if (act != null && entity.id().equals(act.id())) {
			return "this " + Kind.ofId(act.id()).prefix();
		}
		return norm != null && entity.id().equals(norm.id())
				? "this " + Phrases.kind(norm)
				: names.computeIfAbsent(entity.id(), it -> Names.of(entity, facts));
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

	/** Since when it was as it was found to be, where that was not the day of the finding. */
	public static String since(Finding finding) {
		return finding.dayFound().equals(finding.day()) ? "" : ", since " + day(finding.day());
	}

	/** A day as it follows a preposition. */
	public static String day(EdtfDate date) {
		return isWritten(date) ? Names.day(date) : "an unknown day";
	}

	/** When, as it follows a verb. */
	static String on(EdtfDate date) {
		return isWritten(date) ? date.when() : "on an unknown day";
	}

	/** Whether a date is one that can be said. */
	static boolean isWritten(EdtfDate date) {
		return !date.text().equals(Days.UNKNOWN.text()) && !date.text().equals(Days.ALWAYS.text());
	}

	/** To do something with a model: "export Claude Mythos 5". */
	public String act(Action done, Model model) {
		return Phrases.act(done).formatted(name(model));
	}

	/** What an action takes that needs the leave of an authority: "a licence". */
	public static String clearance(Action done) {
		return Phrases.clearance(done);
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
}

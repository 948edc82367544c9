package org.imprimatur.force.derivation;

import static org.imprimatur.force.derivation.Wording.day;
import static org.imprimatur.force.derivation.Wording.on;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.force.derivation.Reason.Acts;
import org.imprimatur.force.derivation.Reason.Begins;
import org.imprimatur.force.derivation.Reason.Doubted;
import org.imprimatur.force.derivation.Reason.Ends;
import org.imprimatur.force.derivation.Reason.ExceptionTo;
import org.imprimatur.force.derivation.Reason.Found;
import org.imprimatur.force.derivation.Reason.FoundBy;
import org.imprimatur.force.derivation.Reason.NotKnown;
import org.imprimatur.force.derivation.Reason.OnlyExpected;
import org.imprimatur.force.derivation.Reason.PerhapsNotIssued;
import org.imprimatur.force.derivation.Reason.PerhapsUnreported;
import org.imprimatur.force.derivation.Reason.PerhapsWithdrawn;
import org.imprimatur.force.derivation.Reason.Proposed;
import org.imprimatur.force.derivation.Reason.Reaches;
import org.imprimatur.force.derivation.Reason.Unknown;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Category;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Effect.EffectKind;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/**
 * Puts what the rules found into sentences for people. They stand beside a norm and its act: the one on how these reach
 * the model names them, and the others call them "this duty" and "this letter".
 */
public final class StepSentences {

	private final Facts facts;
	private final EdtfDate day;
	private final Wording naming;
	private final Wording beside;

	/**
	 * @param naming what things are called, of many norms alike
	 * @param day the day that it is told of
	 */
	public StepSentences(Facts facts, Wording naming, EdtfDate day, Instrument by, Condition norm) {
		this.facts = facts;
		this.day = day;
		this.naming = naming;
		this.beside = naming.beside(by, norm);
	}

	/** The steps that inferences are in words. */
	public List<Step> steps(List<Inference> inferences) {
		return inferences.stream().map(
				it -> new Step(it.rule(), Names.sentence(words(it.reason())), it.outcome(), it.nodes(), it.evidence()))
				.toList();
	}

	private String words(Reason reason) {
		return switch (reason) {
			case Reaches it -> reaches(it);
			case PerhapsNotIssued(Instrument it) -> perhapsNotIssued(it);
			case Proposed(Instrument it) ->
				"%s was proposed, and nothing says that it had taken effect".formatted(beside.name(it));
			case PerhapsWithdrawn(Instrument it) ->
				"%s was proposed, and may have been withdrawn or replaced since".formatted(beside.name(it));
			case Doubted(Entity it, boolean disputed) ->
				(disputed ? "it is disputed that there is " : "only weak sources tell of ") + beside.name(it);
			case PerhapsUnreported(Entity it) -> "%s may not have been reported yet".formatted(beside.name(it));
			case NotKnown it -> notKnown(it);
			case Begins(Entity entity, EdtfDate start) -> begins(beside.name(entity), start);
			case Ends(Entity entity, EdtfDate end) -> ends(beside.name(entity), end);
			case FoundBy it -> foundBy(it);
			case Found it -> found(it);
			case ExceptionTo it -> exceptionTo(it);
			case Acts it -> acts(it);
			case OnlyExpected it ->
				"the sources on this were read to %s only; what changed from then to %s is not known"
						.formatted(day(EdtfDate.of(it.through())), day(day));
		};
	}

	private String reaches(Reaches it) {
		List<Ref<Entity>> via = it.via();
		String by = naming.name(it.by());
		String model = naming.name(via.getFirst());
		String named = naming.name(via.getLast());
		boolean sure = it.truth() == Truth.TRUE;
		String names = sure ? "named" : "may have named";
		return switch (it.reach()) {
			case DIRECT -> "%s %s %s".formatted(by, names, model);
			case FAMILY -> "%s %s %s and its variants, of which %s is one".formatted(by, names, named, model);
			case COMPANY -> "%s %s %s, which %s %s".formatted(by, names, named, does(via), model);
			case CATEGORY -> (sure
					? "%s covered %s, of which %s is one%s"
					: "%s covered %s; whether %s is one of these%s is not known for certain").formatted(by, named,
							belonging(via), between(via));
		};
	}

	private String belonging(List<Ref<Entity>> via) {
		String model = naming.name(via.getFirst());
		boolean byCompany = facts.find(via.get(1).id(), Company.class).isPresent();
		return byCompany
				? "%s, which %s %s,".formatted(naming.name(via.get(1)), does(via.subList(0, 2)), model)
				: model;
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

	private String perhapsNotIssued(Instrument it) {
		EdtfDate issued = it.issued();
		return issued == null || issued.exact()
				? "%s may not have been issued by %s".formatted(beside.name(it), day(day))
				: "%s was issued %s, so perhaps after %s".formatted(beside.name(it), issued.when(), day(day));
	}

	private String notKnown(NotKnown it) {
		String what = saying(it.what()).formatted(beside.name(it.entity()));
		return switch (it.reported()) {
			case TRUE -> "only weak sources tell " + what;
			case UNCERTAIN -> what + " may not have been reported yet";
			case FALSE -> what + " had not been reported yet";
		};
	}

	private static String saying(Unknown what) {
		return switch (what) {
			case START -> "when %s takes effect";
			case END -> "when %s expires";
			case IMPOSED -> "what %s imposes";
			case WAITED_FOR -> "what %s waits for";
			case HUNG_ON -> "what %s hangs on";
		};
	}

	private String begins(String name, EdtfDate start) {
		return name + switch (Days.reached(start, day)) {
			case TRUE -> " took effect " + on(start);
			case UNCERTAIN -> " took effect %s, so perhaps after %s".formatted(on(start), day(day));
			case FALSE -> " takes effect only " + on(start);
		};
	}

	private String ends(String name, EdtfDate end) {
		String when = end.exact() && Wording.isWritten(end)
				? "at the end of " + day(EdtfDate.of(end.earliest().minusDays(1)))
				: on(end);
		return name + switch (Days.reached(end, day)) {
			case TRUE -> " expired " + when;
			case UNCERTAIN -> " expires %s, so perhaps by %s".formatted(when, day(day));
			case FALSE -> " expires only " + when;
		};
	}

	private String foundBy(FoundBy it) {
		String what = outcome(it.outcome());
		String when = it.found().map(found -> " " + on(found)).orElse("");
		String named = beside.name(it.condition());
		return switch (Days.reached(it.found().orElse(null), day)) {
			case TRUE -> "%s was found %s%s".formatted(named, what, when);
			case UNCERTAIN -> "%s was found %s%s, so perhaps after %s".formatted(named, what, when, day(day));
			case FALSE -> "by %s no finding is known that %s was %s".formatted(day(day), named, what);
		};
	}

	private String found(Found it) {
		String doubt = it.disputed() ? "it is disputed that " : "only weak sources say that ";
		return "%s%s was found %s %s%s".formatted(it.known() ? "" : doubt, beside.name(it.condition()),
				outcome(it.finding().outcome()), on(it.finding().dayFound()), Wording.since(it.finding()));
	}

	private static String outcome(Outcome outcome) {
		return outcome.name().toLowerCase(Locale.ROOT);
	}

	private String exceptionTo(ExceptionTo it) {
		return "this is an exception to %s, which %s ended".formatted(beside.names(it.norms()), switch (it.ended()) {
			case TRUE -> "had";
			case UNCERTAIN -> "may have";
			case FALSE -> "had not";
		});
	}

	private String acts(Acts it) {
		Effect effect = it.effect();
		boolean lasting = effect.kind() == EffectKind.SUSPENDS || effect.kind() == EffectKind.AMENDS;
		String since = effect.kind() == EffectKind.ANNULS
				? " from its beginning"
				: it.first().filter(first -> !first.equals(Days.ALWAYS))
						.map(first -> lasting ? " from " + day(first) : " " + on(first)).orElse("");
		return "%s %s%s %s%s%s".formatted(beside.name(it.by()), it.operates() == Truth.UNCERTAIN ? "may have " : "",
				Phrases.done(effect), beside.name(effect.target()), since,
				it.operates() == Truth.FALSE ? ", without effect on " + day(day) : "");
	}
}

package org.imprimatur.force.derivation;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.imprimatur.force.record.Days;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** Puts what the steps of a derivation find into sentences for people. */
public final class Sentences {

	private final Facts facts;
	private final EdtfDate day;

	/**
	 * @param day the day that it is told of
	 */
	public Sentences(Facts facts, EdtfDate day) {
		this.facts = facts;
		this.day = day;
	}

	/** What a reader would call it: "the letter of 12 June 2026". */
	public String name(Entity entity) {
		return Names.of(entity);
	}

	/** What a reader would call it; its id where it is not in the facts. */
	public String name(Ref<?> ref) {
		return facts.find(ref.id(), Entity.class).map(this::name).orElse(ref.id());
	}

	/** The names of several, of many only the first: "the Garante, the Tribunal of Rome and 3 more". */
	public String names(List<? extends Ref<?>> refs) {
		return Names.listSome(refs.stream().map(this::name).toList());
	}

	/** What an effect does: "the letter of 30 June 2026 revoked the letter of 12 June 2026". */
	public String effect(Effect effect, Instrument by) {
		return "%s %s %s".formatted(name(by), done(effect), name(effect.target()));
	}

	/**
	 * How an instrument's condition reaches a model.
	 *
	 * @param via from the model to what the scope names
	 */
	public String reach(Instrument instrument, Reach reach, List<Ref<Entity>> via, Truth truth) {
		String model = name(via.getFirst());
		String named = name(via.getLast());
		String sure = truth == Truth.TRUE ? "" : ", which is uncertain on the day";
		return sentence(switch (reach) {
			case DIRECT -> "%s names %s".formatted(name(instrument), model);
			case FAMILY -> "%s names %s and its variants, of which %s is one".formatted(name(instrument), named, model);
			case COMPANY -> "%s names %s, which %s %s".formatted(name(instrument), named, does(via), model);
			case CATEGORY -> "%s names %s, to which %s belongs".formatted(name(instrument), named,
					via.stream().limit(via.size() - 1L).map(this::name).collect(Collectors.joining(" through ")));
		} + sure);
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
		return sentence("%s may not have been issued by %s".formatted(name(instrument), day(day)));
	}

	/** Why it is doubtful that there is an entity. */
	public String doubt(Entity entity, boolean disputed) {
		return sentence(disputed
				? "that there is %s is disputed".formatted(name(entity))
				: "only weak sources support %s".formatted(name(entity)));
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
		return sentence("%s had been proposed, and nothing says that it had taken effect".formatted(name(instrument)));
	}

	/** That an instrument was proposed and may have come to nothing. */
	public String withdrawn(Instrument instrument) {
		return sentence("%s had been proposed, and may have been withdrawn or replaced since"
				.formatted(name(instrument)));
	}

	/** What an effect does, since when, and whether it operates on the day. */
	public String effect(Effect effect, Instrument by, Optional<EdtfDate> first, Truth operates) {
		String since = effect.kind() == Effect.EffectKind.ANNULS
				? " from its beginning"
				: first.filter(it -> !it.equals(Days.ALWAYS)).map(it -> " from " + day(it)).orElse("");
		return sentence(effect(effect, by) + since + switch (operates) {
			case TRUE -> "";
			case UNCERTAIN -> ", but whether this operates on %s is uncertain".formatted(day(day));
			case FALSE -> ", but this does not operate on %s".formatted(day(day));
		});
	}

	/** That an instrument's or a condition's period began. */
	public String start(Entity entity, EdtfDate start) {
		return sentence(name(entity) + switch (Days.reached(start, day)) {
			case TRUE -> " took effect %s".formatted(on(start));
			case UNCERTAIN -> " took effect %s, which may be after %s".formatted(on(start), day(day));
			case FALSE -> " takes effect only %s".formatted(on(start));
		});
	}

	/** That it ended. */
	public String end(Entity entity, EdtfDate end) {
		return sentence(name(entity) + switch (Days.reached(end, day)) {
			case TRUE -> " expired %s".formatted(on(end));
			case UNCERTAIN -> " expires %s, which may be by %s".formatted(on(end), day(day));
			case FALSE -> " does not expire before %s".formatted(day(end));
		});
	}

	/** Whether a condition was found met or breached by the day. */
	public String found(Ref<Condition> condition, Condition.Outcome outcome, Optional<EdtfDate> found) {
		String what = outcome.name().toLowerCase(Locale.ROOT);
		Truth truth = Days.reached(found.orElse(null), day);
		return sentence(name(condition) + (truth == Truth.FALSE
				? " had not been found %s by %s".formatted(what, day(day))
				: " was found %s %s%s".formatted(what, found.map(this::on).orElse(""),
						truth == Truth.TRUE ? "" : ", which is not certain to be by " + day(day))));
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
		return sentence("the sources on this were read to %s, so that what was due to change by %s is not known to have"
				.formatted(day(EdtfDate.of(through)), day(day)));
	}

	/** Whether the norms had ended to which a condition is an exception. */
	public String ended(List<Ref<Condition>> norms, Truth truth) {
		return sentence("%s, from which it is an exception, %s ended".formatted(names(norms), switch (truth) {
			case TRUE -> "had";
			case UNCERTAIN -> "may have";
			case FALSE -> "had not";
		}));
	}

	/** A day as it follows a preposition. */
	public String day(EdtfDate date) {
		boolean written = !date.text().equals(Days.UNKNOWN.text()) && !date.text().equals(Days.ALWAYS.text());
		return written ? Names.day(date) : "an unknown day";
	}

	private String on(EdtfDate date) {
		String day = day(date);
		boolean month = Character.isUpperCase(day.charAt(0)) || day.matches("\\d{4}.*");
		return (month ? "in " : "on ") + day;
	}

	/** To do something with a model: "export Claude Mythos 5". */
	public String act(Action done, Model model) {
		return (switch (done) {
			case PROVIDE -> "provide %s";
			case EXPORT -> "export %s";
			case USE -> "use %s";
			case PROCURE -> "buy %s";
			case PROCESS_DATA -> "process personal data in %s";
			case COLLECT -> "collect data for %s";
			case DELETE -> "delete %s, or data that went into it";
			case TRAIN -> "train %s";
			case INFORM -> "inform others about %s";
			case DISCLOSE -> "make public what concerns %s";
			case REPORT -> "report on %s";
			case SAFEGUARD -> "build safeguards into %s";
			case COOPERATE -> "cooperate over %s";
			case PAY -> "pay over %s";
		}).formatted(name(model));
	}

	/** What a norm is limited to: ", towards A and B, as to C, for some purpose". */
	public String limits(Scope scope) {
		return (scope.recipients().isEmpty() ? "" : ", towards " + names(scope.recipients())) + matter(scope);
	}

	/** The same but for the recipients. */
	public String matter(Scope scope) {
		return (scope.data().isEmpty() ? "" : ", as to " + names(scope.data()))
				+ (scope.purpose() == null ? "" : ", for the purpose “%s”".formatted(scope.purpose()));
	}

	/** Words as a sentence of their own. */
	public static String sentence(String words) {
		return Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
	}

	/** A sentence as a part of another. */
	public static String clause(String sentence) {
		return Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1, sentence.length() - 1);
	}

	/** What is done to the target of an effect: "revoked". */
	public static String done(Effect effect) {
		return switch (effect.kind()) {
			case REVOKES -> "revoked";
			case SUPERSEDES -> "superseded";
			case SUSPENDS -> "suspended";
			case ANNULS -> "annulled";
			case AMENDS -> "amended";
			case UPHOLDS -> "upheld";
		};
	}
}

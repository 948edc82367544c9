package org.imprimatur.force.assess;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.imprimatur.force.assess.PartyReading.Meant;
import org.imprimatur.force.conditions.CoverageRule;
import org.imprimatur.force.conditions.StandingRule;
import org.imprimatur.force.derivation.State;
import org.imprimatur.force.judge.AppliedCondition;
import org.imprimatur.force.operation.Operation;
import org.imprimatur.force.record.AdmittedRecord;
import org.imprimatur.force.scope.Belonging;
import org.imprimatur.force.scope.JudgedCase;
import org.imprimatur.force.scope.Territories;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Party;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;

/** What the binding norms in one place make of a party's action: who bears them decides, and towards whom they hold. */
final class AssessmentRule {

	// Norms on another action bear on one that can hardly be done without it (design, "The rules of force", rule 9).
	private static final Map<Action, Set<Action>> BEARING = Map.of(Action.PROCESS_DATA,
			EnumSet.of(Action.PROVIDE, Action.USE), Action.COLLECT, EnumSet.of(Action.PROVIDE, Action.USE),
			Action.EXPORT, EnumSet.of(Action.PROVIDE));

	private final AdmittedRecord record;
	private final Model model;
	private final Asked asked;
	private final Action action;
	private final String place;
	private final List<AppliedCondition> reaching;
	private final List<AppliedCondition> conditions;
	private final PartyReading reading;
	private final PartyReading recipients;
	private final AssessmentSentences sentences;
	private final List<Borne> norms;
	private final Set<Permissibility> possible;

	/**
	 * A norm that the party bears, or may.
	 *
	 * @param binding whether it binds in law
	 * @param meant whether the party is one of its bearers
	 * @param towards whether it holds towards the recipient
	 */
	record Borne(AppliedCondition applied, Condition condition, boolean binding, Meant meant, Meant towards) {
		Truth bears() {
			return meant.truth().and(towards.truth());
		}

		boolean certain() {
			return applied.state() == State.IN_FORCE && bears() == Truth.TRUE;
		}
	}

	/**
	 * @param conditions the conditions that reach the model in the place
	 */
	AssessmentRule(AdmittedRecord record, Model model, Asked asked, LocalDate day, String place,
			List<AppliedCondition> conditions) {
		this.record = record;
		this.model = model;
		this.asked = asked;
		this.action = asked.action();
		this.place = place;
		this.reaching = conditions;
		this.conditions = conditions.stream().filter(AppliedCondition::possiblyInForce).toList();
		EdtfDate date = EdtfDate.of(day);
		Operation operation = new Operation(record, JudgedCase.of(model, place));
		this.reading = new PartyReading(record, asked.party(), new Belonging(record, operation::operative, null), date);
		this.recipients = new PartyReading(record, Objects.requireNonNullElse(asked.recipient(), PartyReading.SOMEBODY),
				new Belonging(record, operation::operative, asked.destination()), date);
		this.sentences = new AssessmentSentences(record.facts(), model, asked, date);
		this.norms = norms();
		this.possible = StandingRule.strictest(norms.stream().map(this::levels).toList(), Permissibility.NOT_ADDRESSED);
	}

	/** What the norms may make of it. */
	Set<Permissibility> possible() {
		return possible;
	}

	/** The assessment for this place. */
	Assessment assessment() {
		Permissibility outcome = possible.size() == 1 ? possible.iterator().next() : Permissibility.UNDETERMINED;
		boolean limited = isLimited(outcome);
		List<AssessedNorm> exceptions = norms.stream().flatMap(this::exceptions).distinct().map(this::assessed)
				.toList();
		List<AssessedNorm> obligations = borne()
				.filter(it -> it.condition().modality() == Modality.OBLIGATION
						&& (it.condition().action() != Action.PAY || action == Action.PAY))
				.map(this::assessed).toList();
		Party recipient = asked.recipient();
		return new Assessment(new Ref<>(model.id()), new Ref<>(asked.party().id()), action,
				recipient == null ? null : new Ref<>(recipient.id()), asked.destination(), outcome, limited,
				norms.isEmpty(),
				place.equals(Territories.ELSEWHERE) ? null : place,
				sentences.outcome(outcome, limited, suspended()),
				outcome == Permissibility.UNDETERMINED ? undetermined() : List.of(),
				deciding(outcome).map(this::assessed).toList(),
				norms.stream().map(this::assessed).toList(), exceptions, obligations, asRecipient(),
				CoverageRule.of(record.facts(), model, reaching));
	}

	// Of what is silent now it is told what would speak if it were not suspended.
	private List<Ref<Condition>> suspended() {
		return reaching.stream().filter(it -> it.state() == State.SUSPENDED).map(this::borne)
				.filter(it -> it.bears().possible() && it.binding()
						&& it.condition().modality() != Modality.PERMISSION
						&& (regulates(it.condition()) || bears(it.condition())))
				.map(it -> it.applied().condition()).distinct().toList();
	}

	// A permission that carves out of one of the norms is told as its exception.
	private List<Borne> norms() {
		List<Borne> all = borne()
				.filter(it -> it.binding() && (regulates(it.condition()) || bears(it.condition())))
				.sorted(Comparator.comparing(it -> level(it.condition()))).toList();
		return all.stream().filter(it -> all.stream()
				.noneMatch(norm -> norm.applied().exceptions().contains(it.applied().condition()))).toList();
	}

	private Stream<Borne> borne() {
		return conditions.stream().map(this::borne).filter(it -> it.bears().possible());
	}

	private Borne borne(AppliedCondition applied) {
		Condition condition = condition(applied);
		Meant meant = condition.bearers().isEmpty()
				? Meant.ANYBODY
				: reading.among(condition.bearers(), condition.scope().subsidiaries())
						.unless(record.known(condition, "bearers"));
		return new Borne(applied, condition, binds(applied), isForOthers(applied, meant) ? meant.onlyIfSure() : meant,
				towards(condition));
	}

	// Of nobody it can be told whether he is one of those named, but a destination may settle it for all who are there.
	// What is owed to others, such as a report to an authority, is owed whoever the recipient is.
	private Meant towards(Condition condition) {
		List<Ref<Party>> named = condition.scope().recipients();
		if (named.isEmpty() || condition.modality() == Modality.OBLIGATION) {
			return Meant.ANYBODY;
		}
		if (asked.recipient() == null && asked.destination() == null) {
			return Meant.SOMEBODY;
		}
		Meant meant = recipients.among(named, false).unless(record.known(condition, "scope"));
		boolean settled = asked.recipient() != null || meant.truth() == Truth.TRUE
				|| meant.truth() == Truth.FALSE && named.stream().allMatch(it -> Kind.ofId(it.id()) == Kind.CATEGORY);
		return settled ? meant : Meant.SOMEBODY;
	}

	// Whoever issues a norm on a category in which nobody of its kind is known is not in doubt about being one of them.
	private boolean isForOthers(AppliedCondition applied, Meant meant) {
		return record.facts().find(applied.instrument(), Instrument.class)
				.filter(it -> it.issuedBy().contains(new Ref<Party>(asked.party().id()))).isPresent()
				&& reading.namesNobodyOfItsKind(meant);
	}

	private boolean binds(AppliedCondition applied) {
		return record.facts().find(applied.instrument(), Instrument.class).filter(Instrument::binding).isPresent();
	}

	private Condition condition(AppliedCondition applied) {
		return record.facts().find(applied.condition(), Condition.class).orElseThrow();
	}

	private boolean regulates(Condition norm) {
		return norm.modality() != Modality.OBLIGATION && norm.action() == action;
	}

	private boolean bears(Condition norm) {
		boolean forbids = norm.modality() == Modality.PROHIBITION || norm.modality() == Modality.LICENCE_REQUIRED;
		return forbids && BEARING.getOrDefault(norm.action(), Set.of()).contains(action);
	}

	private static Permissibility level(Condition norm) {
		return switch (norm.modality()) {
			case PROHIBITION -> Permissibility.PROHIBITED;
			case LICENCE_REQUIRED -> Permissibility.LICENCE_REQUIRED;
			case PERMISSION, OBLIGATION -> Permissibility.PERMITTED;
		};
	}

	private Set<Permissibility> levels(Borne norm) {
		boolean itself = regulates(norm.condition());
		List<Borne> lifting = exceptions(norm).filter(it -> lifts(it, norm)).toList();
		if (lifting.stream().anyMatch(Borne::certain)) {
			return EnumSet.of(itself ? Permissibility.PERMITTED : Permissibility.NOT_ADDRESSED);
		}
		EnumSet<Permissibility> levels = EnumSet.of(level(norm.condition()));
		if (itself && !lifting.isEmpty()) {
			levels.add(Permissibility.PERMITTED);
		}
		if (!itself || !norm.certain()) {
			levels.add(Permissibility.NOT_ADDRESSED);
		}
		return levels;
	}

	/** The permissions that carve out of the norm and are, or may be, there for the party. */
	private Stream<Borne> exceptions(Borne norm) {
		return conditions.stream().filter(it -> binds(it) && norm.applied().exceptions().contains(it.condition()))
				.map(this::borne)
				.filter(it -> it.bears().possible());
	}

	// An exception for some recipients, data or purpose, or some of those asked about, leaves the norm for the rest.
	private static boolean lifts(Borne exception, Borne norm) {
		Scope carved = exception.condition().scope();
		Scope whole = norm.condition().scope();
		return !exception.meant().partly() && exception.condition().action() == norm.condition().action()
				&& (!exception.towards().partly() || covers(carved.recipients(), whole.recipients()))
				&& covers(carved.data(), whole.data())
				&& (carved.purpose() == null || carved.purpose().equals(whole.purpose()));
	}

	private static <T> boolean covers(List<T> some, List<T> all) {
		return some.isEmpty() || !all.isEmpty() && some.containsAll(all);
	}

	// Where a norm is lifted, what lifts it decides.
	private Stream<Borne> deciding(Permissibility outcome) {
		return norms.stream().filter(it -> levels(it).equals(Set.of(outcome))).flatMap(norm -> {
			boolean lifted = level(norm.condition()) != outcome;
			return lifted ? exceptions(norm).filter(it -> lifts(it, norm) && it.certain()) : Stream.of(norm);
		});
	}

	private boolean isLimited(Permissibility outcome) {
		return (outcome == Permissibility.PROHIBITED || outcome == Permissibility.LICENCE_REQUIRED)
				&& norms.stream().filter(it -> levels(it).equals(Set.of(outcome))).allMatch(this::isPartial);
	}

	private boolean isPartial(Borne norm) {
		Scope scope = norm.condition().scope();
		return norm.towards().partly() || !scope.data().isEmpty() || scope.purpose() != null
				|| exceptions(norm).findAny().isPresent();
	}

	private List<String> undetermined() {
		return norms.stream().filter(it -> levels(it).size() > 1 && possible.contains(level(it.condition())))
				.flatMap(norm -> Stream.concat(
						regulates(norm.condition()) ? sentences.open(norm, Optional.empty()) : sentences.bearing(norm),
						exceptions(norm).filter(it -> lifts(it, norm))
								.flatMap(it -> sentences.open(it, Optional.of(norm)))))
				.distinct().toList();
	}

	private AssessedNorm assessed(Borne norm) {
		return new AssessedNorm(norm.applied(), norm.certain(), norm.binding(), sentences.norm(norm));
	}

	private List<AssessedNorm> asRecipient() {
		return conditions.stream().filter(it -> borne(it).meant().truth() != Truth.TRUE).flatMap(it -> {
			Condition condition = condition(it);
			Borne owed = new Borne(it, condition, binds(it), Meant.ANYBODY,
					reading.among(condition.scope().recipients(), false));
			return owed.bears().possible()
					? Stream.of(new AssessedNorm(it, owed.certain(), owed.binding(), sentences.towards(owed)))
					: Stream.empty();
		}).toList();
	}
}

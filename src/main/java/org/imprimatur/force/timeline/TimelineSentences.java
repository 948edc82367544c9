package org.imprimatur.force.timeline;

import java.util.List;
import java.util.stream.Collectors;
import org.imprimatur.force.derivation.Step;
import org.imprimatur.force.derivation.Wording;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Finding;
import org.imprimatur.knowledge.Condition.Outcome;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Model.Release;
import org.imprimatur.knowledge.Names;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Territory;

/** Puts what happens, each thing by itself, into sentences for people. */
final class TimelineSentences {

	private final Wording wording;

	TimelineSentences(Facts facts) {
		this.wording = new Wording(facts);
	}

	/** That a model is released: where, and to whom. */
	String released(Model model, Release release) {
		String where = release.territory() == null ? "" : " in " + Territory.name(release.territory());
		String whom = release.to() == null ? "" : " to " + release.to();
		return Names.sentence("%s is released%s%s".formatted(wording.name(model), where, whom));
	}

	/** That an act is issued: by whom, signed by whom, to whom. */
	String issued(Instrument it) {
		String issued = it.issuedBy().isEmpty()
				? title(it) + " is issued"
				: wording.names(it.issuedBy()) + (it.issuedBy().size() > 1 ? " issue " : " issues ") + title(it);
		return Names.sentence(issued + (it.signedBy().isEmpty() ? "" : ", signed by " + wording.names(it.signedBy()))
				+ (it.addressees().isEmpty() ? "" : ", to " + wording.names(it.addressees())));
	}

	String published(Instrument it) {
		return Names.sentence(title(it) + " is published");
	}

	String published(Source it) {
		return Names.sentence("“%s” is published%s".formatted(it.title(),
				it.publisher() == null ? "" : " by " + it.publisher()));
	}

	String takesEffect(Instrument it) {
		return Names.sentence(title(it) + " takes effect");
	}

	String expires(Instrument it) {
		return Names.sentence(title(it) + " expires");
	}

	private static String title(Instrument it) {
		return "“%s”".formatted(it.title());
	}

	/** What an effect does: "the letter of 30 June 2026 revoked the letter of 12 June 2026". */
	String acts(Effect it, Instrument by) {
		return Names.sentence(
				"%s %s %s".formatted(wording.name(by), Wording.done(it), wording.name(it.target())));
	}

	String suspensionEnds(Effect it, Instrument by) {
		return Names.sentence("%s no longer suspends %s".formatted(wording.name(by), wording.name(it.target())));
	}

	String deadline(Condition it) {
		return Names.sentence("deadline of " + wording.name(it));
	}

	/** That a condition is found met or breached: by whom, and since when. */
	String found(Condition it, Finding finding) {
		String by = finding.by() == null ? "" : " by " + wording.name(finding.by());
		return Names.sentence("%s is found %s%s%s".formatted(wording.name(it),
				finding.outcome() == Outcome.MET ? "met" : "breached", by, Wording.since(finding)));
	}

	/**
	 * That a condition starts.
	 *
	 * @param again whether it was in force before
	 */
	String starts(Condition it, Instrument by, boolean again) {
		return Names.sentence("%s, under %s, starts%s".formatted(wording.name(it), wording.name(by),
				again ? " again" : ""));
	}

	/** That a condition ends, and why. */
	String ends(Condition it, Instrument by, List<Step> grounds) {
		return Names.sentence("%s, under %s, ends: %s".formatted(wording.name(it), wording.name(by),
				grounds.stream().map(Step::statement).map(Names::clause).collect(Collectors.joining("; "))));
	}

	/** The same entry, which says of what is not certain that it is so. */
	static TimelineEntry hedged(TimelineEntry entry) {
		return entry.certain() ? entry : entry.withTitle("Not certain: " + Names.clause(entry.title()) + ".");
	}
}

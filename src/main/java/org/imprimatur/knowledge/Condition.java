package org.imprimatur.knowledge;

import java.util.List;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * One norm that an instrument imposes.
 *
 * @param title what it demands or allows, in a few words
 * @param text the norm, in our words
 * @param modality what kind of norm it is
 * @param action what is regulated
 * @param bearers who must, may not or may
 * @param scope what it covers
 * @param exceptionTo the norms that this permission carves out of
 * @param period when it holds, within its instrument's; as long as that if absent
 * @param endsAfter the end of its period, the first day that no longer belongs to it, where it is counted from another
 *     date
 * @param performance whether meeting the duty once ends it
 * @param deadline the last day to meet it
 * @param deadlineAfter the last day to meet it, where it is counted from another date
 * @param findings what was found of its being met or breached
 * @param penalty what a breach can cost, in words
 * @param onceMet the conditions that have to be met before this one is in force
 * @param unlessBreached the conditions whose breach ends this one
 */
public record Condition(String id, String title, String text, Modality modality, Action action,
		@Relationship("BORNE_BY") List<Ref<Party>> bearers,
		@Relationship("HAS_SCOPE") Scope scope,
		@Relationship("EXCEPTION_TO") List<Ref<Condition>> exceptionTo, @Nullable Period period,
		@Relationship("HAS_END") @Nullable RelativeDate endsAfter,
		@Nullable Performance performance, @Nullable EdtfDate deadline,
		@Relationship("HAS_DEADLINE") @Nullable RelativeDate deadlineAfter,
		@Relationship("HAS_FINDING") List<Finding> findings, @Nullable String penalty,
		@Relationship("ONCE_MET") List<Ref<Condition>> onceMet,
		@Relationship("UNLESS_BREACHED") List<Ref<Condition>> unlessBreached,
		@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements Entity {

	@Override
	public String name() {
		return title;
	}

	@Override
	public List<Finding> parts() {
		return findings;
	}

	/** The kind of a norm, after ODRL. */
	public enum Modality {
		/** It must not be done. */
		PROHIBITION,
		/** It must not be done without a licence. */
		LICENCE_REQUIRED,
		/** It must be done. */
		OBLIGATION,
		/** It may be done. */
		PERMISSION
	}

	/** What a norm regulates. */
	public enum Action {
		/** To offer the model to users. */
		PROVIDE,
		/** To export, reexport or transfer it. */
		EXPORT,
		/** To use it. */
		USE,
		/** To buy it, or from its maker. */
		PROCURE,
		/** To process personal data in it. */
		PROCESS_DATA,
		/** To collect data for it. */
		COLLECT,
		/** To delete it, or data that went into it. */
		DELETE,
		/** To train it. */
		TRAIN,
		/** To inform somebody. */
		INFORM,
		/** To make something about it public. */
		DISCLOSE,
		/** To give an authority access, reports or plans. */
		REPORT,
		/** To build in a safeguard. */
		SAFEGUARD,
		/** To cooperate with an authority. */
		COOPERATE,
		/** To pay. */
		PAY
	}

	/** How often a duty is to be met. */
	public enum Performance {
		/** Meeting it once ends it. */
		ONCE,
		/** It stays in force, met or not. */
		CONTINUING
	}

	/**
	 * That the norm was met or breached.
	 *
	 * @param outcome which of them
	 * @param day since when
	 * @param found when it was found; on that day, if absent
	 * @param by who found it
	 * @param act the act by which it was found
	 * @param evidence the passages that bear on this finding; where there are none, those on all findings do
	 */
	public record Finding(Outcome outcome, EdtfDate day, @Nullable EdtfDate found,
			@Relationship("FOUND_BY") @Nullable Ref<Party> by,
			@Relationship("FOUND_IN") @Nullable Ref<Instrument> act,
			@Relationship("HAS_EVIDENCE") List<Evidence> evidence) implements EvidencedPart {

		@Override
		public String field() {
			return "findings";
		}

		/** The day of the finding, from which it sets off what waited for it. */
		public EdtfDate dayFound() {
			return found == null ? day : found;
		}
	}

	/** What was found. */
	public enum Outcome {
		MET,
		BREACHED
	}
}

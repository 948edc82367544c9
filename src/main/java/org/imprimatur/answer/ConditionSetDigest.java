package org.imprimatur.answer;

import java.util.Objects;
import org.imprimatur.force.AppliedCondition;
import org.imprimatur.force.ConditionSet;
import org.imprimatur.force.Standing;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;

/** Tells whether two condition sets say the same, whatever their day and their revision. */
public final class ConditionSetDigest {

	private ConditionSetDigest() {
	}

	/** The digest of what a condition set says; none of no set. */
	public static @Nullable String of(@Nullable ConditionSet set) {
		if (set == null) {
			return null;
		}
		StringBuilder text = new StringBuilder(standing(set.standing()));
		set.conditions().forEach(it -> text.append(condition(it)));
		return Sha256.of(text.append(set.coverage()).toString());
	}

	private static String standing(Standing it) {
		return "%s %s %s %s%n".formatted(it.level(), it.territory(), it.because(), it.possible());
	}

	private static String condition(AppliedCondition it) {
		return "%s %s %s %s %s %s %s %s %s %s%n".formatted(it.condition(), it.instrument(), it.reach(), it.via(),
				it.territory(), it.state(), Objects.toString(it.reason()), it.possible(), it.compliance(),
				it.exceptions());
	}
}

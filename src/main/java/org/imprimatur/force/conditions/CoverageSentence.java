package org.imprimatur.force.conditions;

import org.imprimatur.knowledge.Names;
import org.imprimatur.time.EdtfDate;

/** Says how far an answer can be relied on. */
public final class CoverageSentence {

	private CoverageSentence() {
	}

	/** How far the sources go that a question was answered from, as the last sentence of a summary. */
	public static String of(Coverage coverage, Question question) {
		EdtfDate through = coverage.through(question.reportedBy());
		if (through == null) {
			return "No dossier covers it, so that what no source told is not known.";
		}
		String day = Names.day(through);
		if (!through.equals(coverage.through())) {
			return "This is told by what had been published by %s.".formatted(day);
		}
		String read = through.equals(coverage.furthest()) || coverage.furthest() == null
				? "Sources were read to " + day
				: "Sources were read to %s, but on some of the conditions to %s"
						.formatted(Names.day(coverage.furthest()), day);
		return read + (coverage.endsBefore(question) ? " only; what has changed since is not known." : ".");
	}
}

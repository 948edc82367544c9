package org.imprimatur.force.conditions;

import java.util.List;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Which sources were consulted, through when (design, "The rules of force", rule 7).
 *
 * @param dossiers the dossiers about the model, those who make or offer it, or a condition that reaches it
 * @param sources the sources that these consulted
 * @param through the day up to which all of them did; absent without a dossier
 * @param gaps what they know to be missing
 */
public record Coverage(List<Ref<Dossier>> dossiers, List<Ref<Source>> sources, @Nullable EdtfDate through,
		List<String> gaps) {
}

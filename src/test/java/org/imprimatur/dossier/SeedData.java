package org.imprimatur.dossier;

import java.util.List;
import org.imprimatur.knowledge.DossierContents;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The shipped dossiers, of which tests know that they have no mistakes. */
public final class SeedData {

	/** Read once for all tests: nothing of it can be changed. */
	private static final List<DossierContents> CONTENTS = ((Reading.Accepted) DossierReader.read(files())).dossiers();

	private SeedData() {
	}

	static List<DossierFile> files() {
		return DossierFile.shipped(new PathMatchingResourcePatternResolver());
	}

	/** What each of them holds. */
	public static List<DossierContents> contents() {
		return CONTENTS;
	}
}

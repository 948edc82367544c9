package org.imprimatur.dossier;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * A dossier as it was found.
 *
 * @param name what mistakes call the file: {@code us-anthropic.yaml}
 * @param bytes what stands in it, in whatever encoding
 */
@SuppressWarnings("ArrayRecordComponent")
public record DossierFile(String name, byte[] bytes) {

	/** The dossiers that come with this version of Imprimatur, by name. */
	public static List<DossierFile> shipped(ResourcePatternResolver resources) {
		try {
			List<DossierFile> files = new ArrayList<>();
			for (Resource resource : resources.getResources("classpath:seed-data/*.yaml")) {
				files.add(new DossierFile(String.valueOf(resource.getFilename()), resource.getContentAsByteArray()));
			}
			files.sort(Comparator.comparing(DossierFile::name));
			return files;
		} catch (IOException e) {
			throw new UncheckedIOException("cannot read the dossiers", e);
		}
	}
}

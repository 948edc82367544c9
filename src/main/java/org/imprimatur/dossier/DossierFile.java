package org.imprimatur.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dossier as it was found.
 *
 * @param name what mistakes call the file: {@code us-anthropic.yaml}
 * @param bytes what stands in it, in whatever encoding
 */
@SuppressWarnings("ArrayRecordComponent")
public record DossierFile(String name, byte[] bytes) {

	/**
	 * All files of a directory that end in {@code .yaml}, by name.
	 *
	 * @throws IOException if the directory or one of the files cannot be read
	 */
	public static List<DossierFile> in(Path directory) throws IOException {
		List<DossierFile> files = new ArrayList<>();
		try (Stream<Path> paths = Files.list(directory)) {
			for (Path path : paths.filter(it -> it.toString().endsWith(".yaml")).sorted().toList()) {
				files.add(new DossierFile(String.valueOf(path.getFileName()), Files.readAllBytes(path)));
			}
		}
		return files;
	}
}

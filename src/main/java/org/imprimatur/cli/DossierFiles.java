package org.imprimatur.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.knowledge.DossierContents;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The dossiers among files and directories. */
final class DossierFiles {

	private static final String ENDING = ".yaml";

	private DossierFiles() {
	}

	/**
	 * Each file that is named, and each of a directory's own files, by name: of both those that end in {@code .yaml},
	 * so that a directory and all that is in it are judged alike.
	 *
	 * @param err is told which of the files that are named do not
	 * @throws Failure if one cannot be read, or there is none
	 */
	static List<DossierFile> read(List<Path> places, PrintWriter err) {
		List<DossierFile> files = new ArrayList<>();
		for (Path place : places) {
			if (Files.isRegularFile(place) && !isDossier(place)) {
				err.printf("%s is passed over: a dossier ends in %s.%n", place, ENDING);
				continue;
			}
			for (Path path : Files.isDirectory(place) ? in(place) : List.of(place)) {
				files.add(new DossierFile(path.toString(), bytes(path)));
			}
		}
		if (files.isEmpty()) {
			throw new Failure(Commands.FAILED, "There is no file that ends in %s in %s.".formatted(ENDING,
					String.join(", ", places.stream().map(Path::toString).toList())));
		}
		return files;
	}

	/**
	 * What a file holds.
	 *
	 * @throws Failure if it cannot be read
	 */
	static byte[] bytes(Path file) {
		try {
			return Files.readAllBytes(file);
		} catch (NoSuchFileException e) {
			throw new Failure(Commands.FAILED, "There is no file or directory %s.".formatted(file));
		} catch (IOException e) {
			throw unreadable(file, e);
		}
	}

	private static Failure unreadable(Path place, IOException problem) {
		return new Failure(Commands.FAILED, "%s cannot be read: %s".formatted(place, problem.getMessage()));
	}

	private static boolean isDossier(Path file) {
		return file.toString().endsWith(ENDING);
	}

	/** The files of a directory that are dossiers by their names, in the order of these; hidden ones are none. */
	static List<Path> in(Path directory) {
		try (Stream<Path> paths = Files.list(directory)) {
			return paths.filter(DossierFiles::isDossier).filter(Files::isRegularFile)
					.filter(it -> !it.getFileName().toString().startsWith(".")).sorted().toList();
		} catch (IOException e) {
			throw unreadable(directory, e);
		}
	}

	/**
	 * What the dossiers say that came with this version of Imprimatur.
	 *
	 * @throws IllegalStateException if they have mistakes, with which no version is built
	 */
	static List<DossierContents> shipped() {
		return switch (DossierReader.read(DossierFile.shipped(new PathMatchingResourcePatternResolver()))) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> throw new IllegalStateException(refused.toString());
		};
	}
}

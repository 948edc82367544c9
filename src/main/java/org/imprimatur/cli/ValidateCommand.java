package org.imprimatur.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with dossiers. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

	@Spec
	private CommandSpec command = CommandSpec.create();

	@Parameters(paramLabel = "FILE|DIR", defaultValue = "seed-data", descriptionKey = "places")
	private List<Path> places = List.of();

	@Override
	public Integer call() {
		PrintWriter out = command.commandLine().getOut();
		List<DossierFile> files = DossierFiles.read(places, command.commandLine().getErr());
		return switch (DossierReader.read(files, DossierFiles.shipped())) {
			case Reading.Accepted accepted -> {
				out.printf("No mistakes in %s with %s.%n", Phrases.count(files.size(), "file"),
						Phrases.count(accepted.entities().size(), "fact"));
				yield 0;
			}
			case Reading.Refused refused -> {
				refused.mistakes().forEach(out::println);
				yield Commands.NO;
			}
		};
	}
}

package org.imprimatur.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.EvidenceCheck;
import org.imprimatur.knowledge.EvidenceCheck.Cited;
import org.imprimatur.knowledge.EvidenceCheck.Verdict;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Source;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds the recorded digests of passages against a document. */
@Command(name = "verify")
final class EvidenceVerifyCommand implements Callable<Integer> {

	@Spec
	private CommandSpec command = CommandSpec.create();

	@Option(names = "--source", paramLabel = "FILE", required = true)
	private Path document = Path.of("");

	@Option(names = "--text", paramLabel = "FILE")
	private @Nullable Path text;

	@Option(names = "--dossiers", paramLabel = "FILE|DIR", arity = "1..*")
	private List<Path> dossiers = List.of();

	@Parameters(paramLabel = "SOURCE-ID", arity = "0..1", descriptionKey = "id")
	private @Nullable String id;

	@Override
	public Integer call() {
		List<Entity> entities = contents().stream().flatMap(DossierContents::all).toList();
		byte[] bytes = DossierFiles.bytes(document);
		Source source = source(entities, Sha256.of(bytes));
		byte[] words = text == null ? bytes : DossierFiles.bytes(text);
		EvidenceCheck check = EvidenceCheck.of(source, bytes, new String(words, StandardCharsets.UTF_8), entities);
		return write(source, check);
	}

	private List<DossierContents> contents() {
		if (dossiers.isEmpty()) {
			return DossierFiles.shipped();
		}
		return switch (DossierReader.read(DossierFiles.read(dossiers, command.commandLine().getErr()),
				DossierFiles.shipped())) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> {
				refused.mistakes().forEach(command.commandLine().getOut()::println);
				throw new Failure(Commands.NO, "The dossiers have mistakes.");
			}
		};
	}

	private Source source(List<Entity> entities, String digest) {
		return entities.stream().filter(Source.class::isInstance).map(Source.class::cast)
				.filter(it -> id == null ? digest.equals(it.sha256()) : id.equals(it.id())).findFirst()
				.orElseThrow(() -> new Failure(Commands.FAILED, id == null
						? "No source has the digest of this document, %s: say which it is, SOURCE-ID.".formatted(digest)
						: "There is no %s.".formatted(id)));
	}

	private int write(Source source, EvidenceCheck check) {
		PrintWriter out = command.commandLine().getOut();
		out.printf("%s  %s%n", source.id(), source.title());
		out.println(switch (check.document()) {
			case CONFIRMED -> "The document is what was retrieved, byte for byte.";
			case NOT_FOUND -> "The document is not, byte for byte, what was retrieved.";
			case NOT_RECORDED -> "No digest of the document is recorded.";
		});
		Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
		for (Cited cited : check.passages()) {
			counts.merge(cited.verdict(), 1, Integer::sum);
			out.printf("%-12s %s, %s%n", Phrases.of(cited.verdict()), cited.entity(), cited.place());
		}
		out.printf("%d confirmed, %d not found, %d without a digest.%n", counts.getOrDefault(Verdict.CONFIRMED, 0),
				counts.getOrDefault(Verdict.NOT_FOUND, 0), counts.getOrDefault(Verdict.NOT_RECORDED, 0));
		return counts.containsKey(Verdict.NOT_FOUND) ? Commands.NO : 0;
	}
}

package org.imprimatur.ledger;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.Concern;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.time.EdtfDate;

/** A process that opens graphs and publishes revision after revision until it ends; it says what it does to which. */
public final class PublishingProcess {

	static final String OPENED = "OPENED ";
	static final String PUBLISHING = "PUBLISHING ";
	static final String PUBLISHED = "PUBLISHED ";
	static final String VERIFIED = "VERIFIED ";
	static final String FAILED = "FAILED ";

	/** So many that what happens to a process mostly happens in the midst of a publication. */
	private static final int ENTITIES = 60;

	private final Path directory;

	private PublishingProcess(Path directory) {
		this.directory = directory;
	}

	/**
	 * Publishes into the graph in a directory: without an end, or, if a second argument says how many, so many revisions,
	 * after which it says what verification says.
	 */
	public static void main(String[] arguments) {
		new PublishingProcess(Path.of(arguments[0]))
				.publish(arguments.length > 1 ? Integer.parseInt(arguments[1]) : Integer.MAX_VALUE);
	}

	private void publish(int most) {
		try (GraphOfItsOwn graph = new GraphOfItsOwn(directory)) {
			Ledger ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
			int head = ledger.head();
			say(OPENED + head + (isWhole(ledger, head) ? "" : ", and what is live is not what it says"));
			for (int number = head + 1; number - head <= most; number++) {
				say(PUBLISHING + number);
				publish(ledger, number);
				say(PUBLISHED + number);
			}
			say(VERIFIED + graph.verdict().sentence());
		}
	}

	private void publish(Ledger ledger, int number) {
		try {
			ledger.publish(publication(number, number - 1, ENTITIES));
		} catch (RuntimeException e) {
			say(FAILED + e);
			// Neo4j would wait for room on the disk before it closes.
			Runtime.getRuntime().halt(1);
		}
	}

	private static boolean isWhole(Ledger ledger, int head) {
		return ledger.revision(head)
				.map(it -> it.contentDigest().equals(Ledger.contentDigest(ledger.contents(head)))).orElse(head == 0);
	}

	/** Every entity changes with each number. */
	static Publication publication(int number, int base, int entities) {
		List<Entity> concerns = IntStream.range(0, entities)
				.<Entity>mapToObj(place -> new Concern("concern/c%d".formatted(place), "Concern %d".formatted(place),
						List.of(), "As revision %d has it".formatted(number), List.of()))
				.toList();
		Dossier dossier = new Dossier("dossier/many", "Many", List.of(), EdtfDate.parse("2026"), null, List.of(),
				List.of());
		return new Publication(List.of(new DossierContents(dossier, concerns, List.of())), base, "A test",
				"Number %d".formatted(number), Cause.WORLD_EVENT);
	}

	private void say(String line) {
		System.out.println(directory.getFileName() + " " + line);
	}
}

package org.imprimatur.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Action;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Scope;
import org.imprimatur.time.EdtfDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A graph of 40,000 entities, which a heap of 24 megabytes cannot hold, is written in one. */
@Tag("check")
class ConstantMemoryTest {

	private static final String HEAP = "-Xmx24m";
	private static final int OF_A_KIND = 20_000;
	private static final int PAGE = 500;

	@ParameterizedTest
	@EnumSource
	void aLargeGraphIsWrittenInASmallHeap(Format format) throws Exception {
		assertThat(ended("write", format.name())).isEqualTo("written");
	}

	@Test
	void theSameGraphDoesNotFitTheHeap() throws Exception {
		assertThat(ended("gather", "JSON_LD")).contains("OutOfMemoryError");
	}

	private static String ended(String... arguments) throws IOException, InterruptedException {
		Process process = new ProcessBuilder(Stream.concat(
				Stream.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP, "-XX:+UseSerialGC",
						"-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), Pour.class.getName()),
				Arrays.stream(arguments)).toList()).redirectErrorStream(true).start();
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return output.strip();
	}

	/** What the process does: writes the graph into nothing, or holds all of it at a time. */
	static final class Pour {

		public static void main(String[] arguments) throws IOException {
			Large graph = new Large();
			if (arguments[0].equals("gather")) {
				System.out.println(Arrays.stream(Kind.values()).flatMap(
						kind -> StreamSupport.stream(graph.pages(kind).spliterator(), false)).toList().size());
			} else {
				Format.valueOf(arguments[1]).write(graph, OutputStream.nullOutputStream());
				System.out.println("written");
			}
		}
	}

	/** A graph that is made as it is read: instruments that each impose a condition. */
	private static final class Large implements Snapshot {

		@Override
		public Revision revision() {
			return new Revision(1, Instant.EPOCH, "A test", "Large", Cause.WORLD_EVENT, "", "");
		}

		@Override
		public Iterable<List<Entity>> pages(Kind kind) {
			int entities = kind == Kind.RULE || kind == Kind.CONDITION ? OF_A_KIND : 0;
			return () -> IntStream.iterate(0, from -> from < entities, from -> from + PAGE)
					.mapToObj(from -> IntStream.range(from, from + PAGE)
							.mapToObj(number -> entity(kind.prefix() + "/" + number)).toList())
					.iterator();
		}

		@Override
		public List<Entity> find(Collection<String> ids) {
			return ids.stream().map(Large::entity).toList();
		}

		private static Entity entity(String id) {
			String number = id.substring(id.indexOf('/') + 1);
			List<Evidence> evidence = List.of(new Evidence(new Ref<>("source/" + number), "p. " + number,
					"What source %s says. ".formatted(number).repeat(10), null, List.of("name"), Stance.SUPPORTS, null,
					null, null));
			return Kind.ofId(id) == Kind.RULE
					? new Instrument(id, "Rule " + number, null, List.of(), number, true, List.of(), List.of(),
							List.of(),
							EdtfDate.parse("2026-06~"), null, null, null, List.of(), List.of(),
							List.of(new Ref<>("condition/" + number)), List.of(), List.of(), evidence)
					: new Condition(id, "Condition " + number, "It must be done. ".repeat(10), Modality.OBLIGATION,
							Action.REPORT, List.of(), Scope.WHOLE, List.of(), null, null, null, null, null, List.of(),
							null,
							List.of(), List.of(), evidence);
		}
	}
}

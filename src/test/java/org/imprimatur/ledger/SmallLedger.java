package org.imprimatur.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.dossier.DossierReader;
import org.imprimatur.dossier.Reading;
import org.imprimatur.graph.GraphRooms;
import org.imprimatur.graph.audit.LedgerReader;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Withdrawal;
import org.neo4j.driver.Driver;
import org.neo4j.driver.Record;
import org.neo4j.driver.Session;
import org.neo4j.driver.Transaction;
import org.neo4j.driver.Value;

/**
 * A ledger in a graph of its own, with something of every kind and a past: changes, a withdrawal, a return and a
 * merger.
 */
final class SmallLedger implements AutoCloseable {

	private final GraphOfItsOwn graph;
	private final Ledger ledger;
	private final List<DossierContents> dossiers;

	SmallLedger(Path directory) {
		this.graph = new GraphOfItsOwn(directory);
		this.ledger = GraphOfItsOwn.ledger(graph.records(), Clock.systemUTC());
		this.dossiers = dossiers("acme.yaml", "beta.yaml");
		DossierContents acme = dossiers.getFirst();
		publish(dossiers, "The beginning", Cause.SHIPPED);
		publish(withoutTheHearing(), "No hearing", Cause.OUR_CORRECTION);
		publish(List.of(acme), "The hearing after all", Cause.SOURCE_CORRECTION);
		publish(List.of(new DossierContents(acme.dossier(), without(acme, "model/anvil-mini").entities(),
				List.of(new Withdrawal("model/anvil-mini", "The same", new Ref<>("model/anvil"))))), "A merger",
				Cause.WORLD_EVENT);
	}

	List<DossierContents> withoutTheHearing() {
		return List.of(without(dossiers.getFirst(), "event/hearing-1"));
	}

	private static List<DossierContents> dossiers(String... files) {
		Reading reading = DossierReader.read(Stream.of(files).map(SmallLedger::file).toList());
		return switch (reading) {
			case Reading.Accepted accepted -> accepted.dossiers();
			case Reading.Refused refused -> throw new AssertionError(refused.mistakes());
		};
	}

	private static DossierFile file(String name) {
		try {
			return new DossierFile(name, Files.readAllBytes(Path.of("src/test/resources/dossiers", name)));
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	private static DossierContents without(DossierContents contents, String id) {
		List<Entity> entities = new ArrayList<>(contents.entities());
		entities.removeIf(it -> it.id().equals(id));
		return new DossierContents(contents.dossier(), entities, contents.withdrawn());
	}

	void publish(List<DossierContents> dossiers, String message, Cause cause) {
		var unused = ledger.publish(new Publication(dossiers, ledger.head(), "A test", message, cause)).orElseThrow();
	}

	Driver driver() {
		return graph.driver();
	}

	int head() {
		return ledger.head();
	}

	Verification verification() {
		return new Verification(new LedgerReader(GraphRooms.statements(graph.driver())));
	}

	/** What verification says. */
	Verdict verdict() {
		return graph.verdict();
	}

	/** Does something in a transaction that is undone afterwards. */
	<T> T undone(Function<Transaction, T> work) {
		try (Session session = graph.driver().session(); Transaction transaction = session.beginTransaction()) {
			return work.apply(transaction);
		}
	}

	/** What verification says inside of a transaction. */
	static Verdict verdict(Transaction transaction) {
		Session session = proxy(Session.class, (method, arguments) -> transaction.run((String) arguments[0]));
		return GraphOfItsOwn.verdict(proxy(Driver.class, (method, arguments) -> session));
	}

	/** Computes the chain's digests once more, as who knows how they are made can do. */
	static void chainAnew(Transaction transaction) {
		String previous = Chain.BEGINNING;
		for (Record row : transaction
				.run("""
					MATCH (it:Revision)
					RETURN it, COLLECT { MATCH (page:JournalPage {revision: it.number}) UNWIND page.entries AS line RETURN line } AS lines
					ORDER BY it.number""")
				.list()) {
			Value it = row.get("it");
			int number = it.get("number").asInt();
			previous = Chain.chain(previous, number, it.get("time").asZonedDateTime().toInstant(),
					it.get("author").asString(), it.get("message").asString(),
					Cause.valueOf(it.get("cause").asString()),
					it.get("contentDigest").asString(), row.get("lines").asList(Value::asString));
			transaction.run("MATCH (it:Revision {number: $number}) SET it.chainDigest = $digest",
					Map.of("number", number, "digest", previous));
		}
	}

	private interface Answering {
		Object answer(String method, Object[] arguments);
	}

	private static <T> T proxy(Class<T> type, Answering answering) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[]{type},
				(self, method, arguments) -> method.getName().equals("close")
						? null
						: answering.answer(method.getName(), arguments)));
	}

	@Override
	public void close() {
		graph.close();
	}
}

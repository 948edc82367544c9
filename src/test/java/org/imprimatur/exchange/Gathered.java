package org.imprimatur.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.imprimatur.dossier.SeedData;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.graph.record.Revision;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Kind;

/** A graph in memory, in small pages. */
record Gathered(Facts facts) implements Snapshot {

	private static final int PAGE = 3;

	/** The shipped dossiers. */
	static Gathered dossiers() {
		return new Gathered(new Facts(SeedData.contents().stream().flatMap(DossierContents::all).toList()));
	}

	static Gathered of(Entity... entities) {
		return new Gathered(new Facts(List.of(entities)));
	}

	byte[] as(Format format) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		format.write(this, out);
		return out.toByteArray();
	}

	/** The entities and all their parts. */
	List<Node> nodes() {
		return facts.all().flatMap(entity -> Node.of(entity).stream()).toList();
	}

	@Override
	public Revision revision() {
		return new Revision(7, Instant.parse("2026-09-18T10:00:00Z"), "A test", "A test's", Cause.WORLD_EVENT, "", "");
	}

	@Override
	public Iterable<List<Entity>> pages(Kind kind) {
		List<Entity> all = facts.all().filter(entity -> Kind.ofId(entity.id()) == kind).toList();
		List<List<Entity>> pages = new ArrayList<>();
		for (int from = 0; from < all.size(); from += PAGE) {
			pages.add(all.subList(from, Math.min(from + PAGE, all.size())));
		}
		return pages;
	}

	@Override
	public List<Entity> find(Collection<String> ids) {
		return facts.all().filter(entity -> ids.contains(entity.id())).toList();
	}
}

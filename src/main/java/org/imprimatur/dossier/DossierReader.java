package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.knowledge.Withdrawal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads dossiers: all of them or nothing. */
public final class DossierReader {

	// A flag that a dossier leaves out is false.
	private static final JsonMapper MAPPER = CanonicalForm.mapper().rebuild()
			.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

	/** More than anybody mends at once, and of a million there is no telling in a message. */
	static final int MOST_MISTAKES = 1_000;

	private DossierReader() {
	}

	/** What the files say, as if there were no other dossiers. */
	public static Reading read(List<DossierFile> files) {
		return read(files, List.of());
	}

	/**
	 * What the files say, or every mistake in them. References lead across files. A dossier's sources are those that
	 * its file cites. A file is UTF-8 and YAML 1.2 without aliases and tags, and has 32 million bytes and a million
	 * values at most. While one file cannot be read at all, nothing is said of what the others refer to and is not
	 * found. Of very many mistakes, the first thousand are told.
	 *
	 * @param others the dossiers that the graph holds: the files are read as if these lay beside them, but for those
	 *        that the files replace. A mistake that the files make in one of them is told as of the file that
	 *        {@link DossierWriter} writes of it
	 */
	public static Reading read(List<DossierFile> files, List<DossierContents> others) {
		FirstOf<Mistake> mistakes = new FirstOf<>(MOST_MISTAKES);
		List<Document> documents = files.stream().flatMap(file -> DocumentReader.read(file, mistakes).stream())
				.toList();
		// Those that stand come first, so that of two that clash the mistake is in a file.
		List<Document> all = Stream.concat(standing(others, documents), documents.stream()).toList();
		List<Draft> drafts = all.stream().flatMap(document -> Draft.of(document).stream()).toList();
		List<Link> links = drafts.stream().flatMap(
				// What stands was judged when it came; where more has been a mistake since, it is none of these files'.
				draft -> ValueCheck.links(draft, draft.document().isStanding() ? new ArrayList<>() : mistakes).stream())
				.toList();
		List<WithdrawalDraft> withdrawals = all.stream().flatMap(it -> WithdrawalDraft.of(it).stream()).toList();
		ReferenceCheck.check(drafts, withdrawals, links, documents.size() == files.size(), mistakes);
		CycleCheck.check(links, mistakes);
		addUnsaid(mistakes, documents.stream().flatMap(it -> DossierSchema.mistakes(it).stream()).toList());
		if (mistakes.isEmpty()) {
			Map<Document, List<Ref<Source>>> citations = citations(links);
			List<DossierContents> dossiers = documents.stream().flatMap(
					document -> contents(document, citations.getOrDefault(document, List.of()), mistakes)).toList();
			if (mistakes.isEmpty()) {
				return new Reading.Accepted(dossiers);
			}
		}
		return new Reading.Refused(Stream.concat(new TreeSet<>(mistakes).stream(), unsaid(mistakes)).toList());
	}

	private static Stream<Mistake> unsaid(FirstOf<Mistake> mistakes) {
		return mistakes.hasLetGo()
				? Stream.of(new Mistake(mistakes.getLast().file(), mistakes.getLast().line(), "",
						"there are more than these %,d mistakes; mend them first".formatted(MOST_MISTAKES)))
				: Stream.of();
	}

	private static Stream<Document> standing(List<DossierContents> others, List<Document> documents) {
		Set<String> replaced = documents.stream().map(Document::id).collect(Collectors.toSet());
		return others.stream().filter(it -> !replaced.contains(it.dossier().id())).map(Document::standing);
	}

	// Of one value the other checks say more than the schema can, such as which id is near.
	private static void addUnsaid(List<Mistake> mistakes, List<Mistake> ofSchema) {
		record Place(String file, String path) {
		}
		Set<Place> said = new HashSet<>();
		mistakes.forEach(mistake -> said.add(new Place(mistake.file(), mistake.path())));
		ofSchema.stream().filter(it -> !said.contains(new Place(it.file(), it.path()))).forEach(mistakes::add);
	}

	private static Map<Document, List<Ref<Source>>> citations(List<Link> links) {
		Map<Document, List<Ref<Source>>> citations = new IdentityHashMap<>();
		links.stream().filter(link -> link.field().equals("source")).sorted(Comparator.comparing(Link::id))
				.forEach(link -> {
					List<Ref<Source>> cited = citations.computeIfAbsent(link.from().document(),
							it -> new ArrayList<>());
					if (cited.isEmpty() || !cited.getLast().id().equals(link.id())) {
						cited.add(new Ref<>(link.id()));
					}
				});
		return citations;
	}

	private static Stream<DossierContents> contents(Document document, List<Ref<Source>> sources,
			List<Mistake> mistakes) {
		Map<Boolean, List<Entity>> entities = Draft.of(document).stream()
				.<Entity>flatMap(it -> decode(document, it.path(), it.node(), it.kind().type(), mistakes).stream())
				.collect(Collectors.partitioningBy(Dossier.class::isInstance));
		List<Withdrawal> withdrawn = WithdrawalDraft.of(document).stream()
				.flatMap(it -> decode(document, it.path(), it.node(), Withdrawal.class, mistakes).stream()).toList();
		return entities.getOrDefault(true, List.of()).stream().map(Dossier.class::cast).map(it -> new DossierContents(
				new Dossier(it.id(), it.title(), it.subjects(), it.through(), it.lastReviewed(), it.gaps(),
						sources),
				entities.getOrDefault(false, List.of()), withdrawn));
	}

	private static <T> List<T> decode(Document document, String path, ObjectNode node, Class<T> type,
			List<Mistake> mistakes) {
		try {
			return List.of(MAPPER.treeToValue(node, type));
		} catch (JacksonException e) {
			mistakes.add(document.mistake(path, "this is no %s: %s".formatted(type.getSimpleName(),
					Quote.shortened(e.getOriginalMessage()))));
			return List.of();
		}
	}
}

package org.imprimatur.knowledge;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What a document shows, to whoever holds it, of the source that it is and of the evidence that cites it.
 *
 * @param source the source's id
 * @param document whether the document is, byte for byte, what was read
 * @param passages a verdict on each passage that was cited from it, in the order of the entities
 */
public record EvidenceCheck(String source, Verdict document, List<Cited> passages) {

	/** What can be said of a digest. */
	public enum Verdict {
		/** The document has it. */
		CONFIRMED,
		/**
		 * The document does not have it: it is another version, its text was taken out otherwise, or the digest is
		 * wrong.
		 */
		NOT_FOUND,
		/** None is recorded. */
		NOT_RECORDED
	}

	/**
	 * One passage cited.
	 *
	 * @param source the source's id
	 * @param entity the id of the entity whose evidence it is
	 * @param place where the entity has it, as a dossier does: {@code evidence[0]}, {@code releases[1].evidence[0]}
	 * @param verdict whether a passage of the document has its digest
	 */
	public record Cited(String source, String entity, String place, Verdict verdict) {
	}

	/**
	 * Checks a source and whatever cites it.
	 *
	 * @param document the document as it was retrieved
	 * @param text the document's text; the same, decoded, where the document is plain text
	 * @param entities any entities; their evidence from other sources is passed over
	 */
	public static EvidenceCheck of(Source source, byte[] document, String text,
			Collection<? extends Entity> entities) {
		List<String> recorded = entities.stream().flatMap(it -> it.passages().stream())
				.filter(it -> it.source().id().equals(source.id())).map(Evidence::passageSha256)
				.filter(Objects::nonNull).toList();
		Set<String> found = Passage.found(text, recorded);
		List<Cited> cited = new ArrayList<>();
		for (Entity entity : entities) {
			cited.addAll(cited(source, entity, "", entity.evidence(), found));
			int place = 0;
			for (EvidencedPart part : entity.parts()) {
				cited.addAll(cited(source, entity, "%s[%d].".formatted(part.field(), place++), part.evidence(), found));
			}
		}
		return new EvidenceCheck(source.id(), verdict(source.sha256(), Set.of(Sha256.of(document))), cited);
	}

	private static List<Cited> cited(Source source, Entity entity, String part, List<Evidence> evidence,
			Set<String> found) {
		return IntStream.range(0, evidence.size()).filter(it -> evidence.get(it).source().id().equals(source.id()))
				.mapToObj(it -> new Cited(source.id(), entity.id(), "%sevidence[%d]".formatted(part, it),
						verdict(evidence.get(it).passageSha256(), found)))
				.toList();
	}

	private static Verdict verdict(@Nullable String digest, Set<String> found) {
		if (digest == null) {
			return Verdict.NOT_RECORDED;
		}
		return found.contains(digest) ? Verdict.CONFIRMED : Verdict.NOT_FOUND;
	}
}

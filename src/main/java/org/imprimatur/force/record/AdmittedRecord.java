package org.imprimatur.force.record;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.EvidencedPart;
import org.imprimatur.knowledge.Facts;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.imprimatur.time.Truth;
import org.jspecify.annotations.Nullable;

/**
 * The facts that had been reported by the day asked (design, "The rules of force", rule 8), and how far they can be
 * doubted (rule 4). It can be asked by several threads at once.
 */
public final class AdmittedRecord {

	private final PublicRecord publicRecord;
	private final Admission admission;
	private final Backlinks backlinks;
	private final Map<String, LocalDate> through = new HashMap<>();
	private final Map<String, Boolean> doubtful = new ConcurrentHashMap<>();
	private final Map<String, List<Dispute>> disputes = new ConcurrentHashMap<>();
	private final Map<String, List<Evidence>> passages = new ConcurrentHashMap<>();
	private final Map<String, List<EvidenceKey>> admitted = new ConcurrentHashMap<>();
	private final Map<String, Optional<LocalDate>> furthest = new ConcurrentHashMap<>();

	public AdmittedRecord(Facts facts, @Nullable LocalDate reportedBy) {
		this.publicRecord = new PublicRecord(facts, reportedBy);
		this.admission = new Admission(publicRecord);
		this.backlinks = new Backlinks(admission.facts());
		// Dossiers consult many sources that nothing here cites.
		Set<String> cited = facts.all().flatMap(it -> it.passages().stream()).map(it -> it.source().id())
				.collect(Collectors.toSet());
		facts.all(Dossier.class).forEach(it -> it.sources().stream().map(Ref::id).filter(cited::contains)
				.forEach(source -> through.merge(source, it.through().earliest(),
						(one, other) -> one.isAfter(other) ? one : other)));
	}

	public Facts facts() {
		return admission.facts();
	}

	/** All facts, whether they had been reported or not. */
	public Facts recorded() {
		return publicRecord.facts();
	}

	public Backlinks backlinks() {
		return backlinks;
	}

	/** Whether it is uncertain that anything of the entity had been reported. */
	public boolean unsettled(Entity entity) {
		return admission.unsettled().contains(entity.id());
	}

	/** Whether what the entity's field says is known: reported, and not by weak sources alone. */
	public Truth known(Entity entity, String field) {
		return admission.isOpen(entity, field) ? Truth.UNCERTAIN : Truth.TRUE;
	}

	/** Whether what the entity's field says had been reported, be it by weak sources alone. */
	public Truth reported(Entity entity, String field) {
		return admission.reported(entity, field);
	}

	/** The day by which an entity was there, since a source that is not weak, or its own publication, told of it. */
	public EdtfDate told(Entity entity) {
		Stream<EdtfDate> sources = admitted(entity)
				.filter(it -> it.stance() == Stance.SUPPORTS && !publicRecord.weak(it)).map(publicRecord::published);
		Stream<EdtfDate> own = entity instanceof Instrument act ? Stream.ofNullable(act.published()) : Stream.empty();
		return Stream.concat(sources, own).reduce(Days::earlier).orElse(Days.UNKNOWN);
	}

	/**
	 * The last day of which the sources on some entities can tell (design, "The rules of force", rule 7): the latest to
	 * which a dossier goes that consulted one of them, or {@code reportedBy} where that is earlier; none without a
	 * dossier.
	 */
	public Optional<LocalDate> through(Collection<? extends Entity> entities) {
		return entities.stream().flatMap(it -> furthest.computeIfAbsent(it.id(), this::furthest).stream())
				.max(Comparator.naturalOrder());
	}

	private Optional<LocalDate> furthest(String id) {
		return recorded(id).passages().stream().map(it -> through.get(it.source().id())).filter(Objects::nonNull)
				.max(Comparator.naturalOrder()).map(publicRecord::notAfter);
	}

	/** What is found by the entity's field, which is uncertain where the field is not known. */
	public Truth by(Entity entity, String field, Truth found) {
		return admission.isOpen(entity, field) ? Truth.UNCERTAIN : found;
	}

	/** Whether the entity is a fact; doubt never becomes yes. */
	public Truth exists(Entity entity) {
		return unsettled(entity) || doubtful(entity) ? Truth.UNCERTAIN : Truth.TRUE;
	}

	/**
	 * Whether the entity's existence is disputed, or all that supports it is weak; without any evidence it is neither.
	 */
	public boolean doubtful(Entity entity) {
		return doubtful.computeIfAbsent(entity.id(), it -> isDoubtful(entity));
	}

	private boolean isDoubtful(Entity entity) {
		List<Evidence> supporting = admitted(entity).filter(it -> it.stance() == Stance.SUPPORTS).toList();
		return disputed(entity) || !supporting.isEmpty() && supporting.stream().allMatch(publicRecord::weak);
	}

	/** Whether a passage disputes the entity's existence. */
	public boolean disputed(Entity entity) {
		return admitted(entity).anyMatch(it -> it.stance() == Stance.DISPUTES && it.fields().isEmpty());
	}

	/** What sources disagree about of the entity. */
	public List<Dispute> disputes(Entity entity) {
		return disputes.computeIfAbsent(entity.id(), it -> new Disputes(this).about(entity));
	}

	/** Whether a part of the entity's facts is one: reported, not disputed, and not told by weak sources alone. */
	public Truth known(Entity entity, EvidencedPart part) {
		return admission.isDoubted(entity, part) ? Truth.UNCERTAIN : Truth.TRUE;
	}

	/** Whether a passage disputes that there is a part of the entity's facts. */
	public boolean disputed(Entity entity, EvidencedPart part) {
		return passages(entity, part).stream().map(this::passage)
				.anyMatch(it -> it.stance() == Stance.DISPUTES && it.fields().isEmpty());
	}

	private Stream<Evidence> admitted(Entity entity) {
		return passages(entity).stream().map(this::passage);
	}

	/** The supporting passages on the entity as a whole or on one of the fields, the parts in these included. */
	public List<EvidenceKey> supporting(Entity entity, List<String> fields) {
		return bearing(entity, Stance.SUPPORTS, fields);
	}

	/** The supporting passages that name one of the fields, or on the entity as a whole where none does. */
	public List<EvidenceKey> telling(Entity entity, List<String> fields) {
		List<EvidenceKey> all = supporting(entity, fields);
		List<EvidenceKey> naming = all.stream().filter(it -> !passage(it).fields().isEmpty()).toList();
		return naming.isEmpty() ? all : naming;
	}

	/** The part of its entity's facts that a passage is on; nothing if it is on the entity itself. */
	public Optional<EvidencedPart> part(EvidenceKey key) {
		Entity entity = recorded(key.entity());
		int left = key.position() - entity.evidence().size();
		for (EvidencedPart part : left < 0 ? List.<EvidencedPart>of() : entity.parts()) {
			if (left < part.evidence().size()) {
				return Optional.of(part);
			}
			left -= part.evidence().size();
		}
		return Optional.empty();
	}

	/** The passages that dispute the entity as a whole or one of the fields, or a part in these. */
	public List<EvidenceKey> disputing(Entity entity, List<String> fields) {
		return bearing(entity, Stance.DISPUTES, fields);
	}

	/** The supporting passages on a part of the entity's facts, or on its field where the part has none. */
	public List<EvidenceKey> supporting(Entity entity, EvidencedPart part) {
		List<EvidenceKey> own = passages(entity, part).stream()
				.filter(it -> passage(it).stance() == Stance.SUPPORTS).toList();
		return own.isEmpty() ? ofItself(entity, Stance.SUPPORTS, List.of(part.field())).toList() : own;
	}

	/** The passages that dispute a part of the entity's facts, or its field, or the entity. */
	public List<EvidenceKey> disputing(Entity entity, EvidencedPart part) {
		return Stream.concat(ofItself(entity, Stance.DISPUTES, List.of(part.field())),
				passages(entity, part).stream().filter(it -> passage(it).stance() == Stance.DISPUTES)).toList();
	}

	/** Whether all that supports the fields is weak; without any evidence it is not. */
	public boolean weak(Entity entity, List<String> fields) {
		return weak(supporting(entity, fields));
	}

	/** Whether all of the passages are weak, and there is one. */
	boolean weak(List<EvidenceKey> passages) {
		return !passages.isEmpty() && passages.stream().allMatch(it -> publicRecord.weak(passage(it)));
	}

	private List<EvidenceKey> bearing(Entity entity, Stance stance, List<String> fields) {
		Stream<EvidenceKey> ofParts = entity.parts().stream().filter(it -> fields.contains(it.field()))
				.flatMap(it -> passages(entity, it).stream()).filter(it -> passage(it).stance() == stance);
		return Stream.concat(ofItself(entity, stance, fields), ofParts).toList();
	}

	private Stream<EvidenceKey> ofItself(Entity entity, Stance stance, List<String> fields) {
		return passages(entity).stream().filter(key -> {
			Evidence passage = passage(key);
			return passage.stance() == stance
					&& (passage.fields().isEmpty() || fields.stream().anyMatch(passage::names));
		});
	}

	/** The admitted passages on the entity itself. */
	List<EvidenceKey> passages(Entity entity) {
		return admitted.computeIfAbsent(entity.id(), it -> admitted(entity, 0, entity.evidence().size()));
	}

	/** The admitted passages on a part of the entity's facts. */
	List<EvidenceKey> passages(Entity entity, EvidencedPart part) {
		int first = entity.evidence().size();
		for (EvidencedPart one : recorded(entity.id()).parts()) {
			if (one.equals(part)) {
				break;
			}
			first += one.evidence().size();
		}
		return admitted(entity, first, part.evidence().size());
	}

	private List<EvidenceKey> admitted(Entity entity, int first, int count) {
		return IntStream.range(first, first + count).mapToObj(it -> new EvidenceKey(entity.id(), it))
				.filter(it -> admits(passage(it))).toList();
	}

	/** The passage of a key: places are those in the whole record, whatever of it was admitted. */
	Evidence passage(EvidenceKey key) {
		return passages.computeIfAbsent(key.entity(), it -> recorded(it).passages()).get(key.position());
	}

	private Entity recorded(String id) {
		return recorded().find(id, Entity.class).orElseThrow();
	}

	// A passage in favour has to have been reported; for one against it is enough that it may have been.
	private boolean admits(Evidence passage) {
		Truth reported = publicRecord.of(passage);
		return passage.stance() == Stance.SUPPORTS ? reported == Truth.TRUE : reported.possible();
	}
}

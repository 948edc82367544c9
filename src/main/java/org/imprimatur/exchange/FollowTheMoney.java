package org.imprimatur.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.graph.record.Snapshot;
import org.imprimatur.knowledge.Agency;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Event;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Identifier;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Model;
import org.imprimatur.knowledge.Person;
import org.imprimatur.knowledge.Person.Office;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.knowledge.Source;
import org.imprimatur.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * The graph as FollowTheMoney entities. That model is of parties, events, documents and links between them: an
 * instrument is an event, a condition a note, a model an asset, a passage of evidence a link to its document.
 * Categories, concerns and dossiers have no place in it and are left out. Nothing is a {@code Sanction}, which would
 * claim more than the record does.
 */
final class FollowTheMoney {

	private static final Set<Kind> LEFT_OUT = EnumSet.of(Kind.CATEGORY, Kind.CONCERN, Kind.EFFECT, Kind.DOSSIER);
	private static final Set<Kind> LEGAL_ENTITIES = EnumSet.of(Kind.COMPANY, Kind.AGENCY, Kind.PERSON);
	private static final Map<String, String> REGISTERS = Map.of("LEI", "leiCode", "CIK", "cikCode");

	private final OutputStream out;

	private FollowTheMoney(OutputStream out) {
		this.out = out;
	}

	static void write(Snapshot snapshot, OutputStream out) throws IOException {
		FollowTheMoney writer = new FollowTheMoney(out);
		for (Kind kind : Kind.values()) {
			if (!LEFT_OUT.contains(kind)) {
				for (List<Entity> page : snapshot.pages(kind)) {
					Map<String, Entity> acts = acts(snapshot, page);
					for (Entity entity : page) {
						writer.entity(entity, acts);
						writer.evidence(entity);
					}
				}
			}
		}
	}

	/** What the instruments of a page impose and do. */
	private static Map<String, Entity> acts(Snapshot snapshot, List<Entity> page) {
		List<String> ids = page.stream().filter(Instrument.class::isInstance).map(Instrument.class::cast)
				.flatMap(instrument -> Stream.concat(instrument.imposes().stream(), instrument.effects().stream()))
				.map(Ref::id).distinct().toList();
		return snapshot.find(ids).stream().collect(Collectors.toMap(Entity::id, entity -> entity));
	}

	private void entity(Entity entity, Map<String, Entity> acts) throws IOException {
		switch (entity) {
			case Company company -> company(company);
			case Agency agency -> put(thing("PublicBody", agency, agency.aliases())
					.with("jurisdiction", country(agency.jurisdiction())).with("parent", reference(agency.parent()))
					.with("classification", word(agency.kind())));
			case Person person -> person(person);
			case Model model -> model(model);
			case Instrument instrument -> instrument(instrument, acts);
			case Condition condition -> condition(condition);
			case Event event -> event(event);
			case Source source -> source(source);
			default -> throw new IllegalArgumentException("no place for " + entity.id());
		}
	}

	private void company(Company company) throws IOException {
		Draft draft = thing("Company", company, company.aliases())
				.with("jurisdiction", country(company.jurisdiction())).with("parent", reference(company.parent()));
		for (Identifier identifier : company.identifiers()) {
			draft.with(REGISTERS.getOrDefault(identifier.scheme(), "idNumber"), identifier.value());
		}
		put(draft);
	}

	private void person(Person person) throws IOException {
		put(thing("Person", person, person.aliases()));
		for (int place = 0; place < person.offices().size(); place++) {
			Office office = person.offices().get(place);
			put(during(new Draft("Employment", "office-%d.%s".formatted(place, id(person.id())))
					.with("employee", id(person.id())).with("employer", reference(office.at()))
					.with("role", office.title()), office.period()));
		}
	}

	private void model(Model model) throws IOException {
		put(thing("Asset", model, model.aliases()).with("keywords", word(model.kind())));
		links(model, "developed by", one(model.developer()));
		links(model, "deployed by", model.deployers());
		links(model, "variant of", one(model.variantOf()));
		links(model, "succeeds", one(model.succeeds()));
	}

	private void instrument(Instrument instrument, Map<String, Entity> acts) throws IOException {
		Draft draft = thing("Event", instrument, instrument.aliases())
				.with("keywords", Kind.ofId(instrument.id()).prefix())
				.with("keywords", instrument.binding() ? "binding" : "not binding")
				.with("recordId", instrument.number()).with("date", Days.certain(instrument.issued()))
				.all("notes", instrument.legalBasis()).all("organizer", legalEntities(instrument.issuedBy()))
				.all("involved", legalEntities(instrument.signedBy()))
				.all("involved", legalEntities(instrument.addressees()))
				.all("involved", legalEntities(instrument.targets()));
		put(during(draft, instrument.effective()));
		links(instrument, "about",
				instrument.targets().stream().filter(target -> !LEGAL_ENTITIES.contains(kind(target))).toList());
		links(instrument, "motivated by", instrument.motivatedBy());
		for (Ref<Condition> imposed : instrument.imposes()) {
			if (acts.get(imposed.id()) instanceof Condition condition) {
				put(during(link(instrument.id(), "imposes", imposed), condition.period()));
			}
		}
		for (Ref<Effect> done : instrument.effects()) {
			if (acts.get(done.id()) instanceof Effect effect && !LEFT_OUT.contains(kind(effect.target()))) {
				put(during(new Draft("UnknownLink", "link.%s".formatted(id(effect.id())))
						.with("subject", id(instrument.id())).with("object", reference(effect.target()))
						.with("role", word(effect.kind())).with("summary", effect.title()), effect.period()));
			}
		}
	}

	private void condition(Condition condition) throws IOException {
		put(thing("Note", condition, List.of()).with("description", condition.text())
				.with("keywords", word(condition.modality())).with("keywords", word(condition.action()))
				.with("notes", condition.penalty()).all("entity", things(condition.bearers()))
				.all("entity", things(condition.scope().models()))
				.all("entity", things(condition.scope().companies())));
	}

	private void event(Event event) throws IOException {
		put(thing("Event", event, List.of()).with("keywords", word(event.kind()))
				.with("date", Days.certain(event.date())).with("description", event.description())
				.all("involved", legalEntities(event.participants())));
		links(event, "about", event.about());
	}

	private void source(Source source) throws IOException {
		// A document may be known by what is no address on the web, such as a place in a repository.
		boolean onTheWeb = source.address() != null && source.address().startsWith("http");
		put(thing("Article", source, List.of()).with("title", source.title()).with("publisher", source.publisher())
				.with("author", source.author()).with(onTheWeb ? "sourceUrl" : "notes", source.address())
				.with("publishedAt", Days.certain(source.published()))
				.with("retrievedAt", Days.certain(source.retrieved())).with("keywords", word(source.reliability())));
	}

	private void evidence(Entity entity) throws IOException {
		List<Evidence> passages = entity.passages();
		for (int place = 0; place < passages.size(); place++) {
			Evidence passage = passages.get(place);
			put(new Draft("Documentation", "evidence-%d.%s".formatted(place, id(entity.id())))
					.with("document", reference(passage.source())).with("entity", id(entity.id()))
					.with("role", word(passage.stance())).with("summary", passage.paraphrase())
					.with("description", passage.quote()).with("recordId", passage.locator()));
		}
	}

	private void links(Entity subject, String role, Collection<? extends Ref<?>> objects) throws IOException {
		for (Ref<?> object : objects) {
			if (!LEFT_OUT.contains(kind(object))) {
				put(link(subject.id(), role, object));
			}
		}
	}

	private static Draft link(String subject, String role, Ref<?> object) {
		return new Draft("UnknownLink",
				"%s.%s.%s".formatted(role.replace(' ', '-'), id(subject), id(object.id())))
				.with("subject", id(subject)).with("object", id(object.id())).with("role", role);
	}

	private static Draft thing(String schema, Entity entity, List<String> aliases) {
		return new Draft(schema, id(entity.id())).with("name", entity.name()).all("alias", aliases);
	}

	private static Draft during(Draft draft, @Nullable Period period) {
		return period == null
				? draft
				: draft.with("startDate", Days.certain(period.start())).with("endDate", Days.certain(period.end()));
	}

	/** Ids of that model have no slash. */
	private static String id(String id) {
		return id.replace('/', '.');
	}

	private static @Nullable String reference(@Nullable Ref<?> ref) {
		return ref == null ? null : id(ref.id());
	}

	private static List<String> things(Collection<? extends Ref<?>> refs) {
		return refs.stream().filter(ref -> !LEFT_OUT.contains(kind(ref))).map(ref -> id(ref.id())).toList();
	}

	private static List<String> legalEntities(Collection<? extends Ref<?>> refs) {
		return refs.stream().filter(ref -> LEGAL_ENTITIES.contains(kind(ref))).map(ref -> id(ref.id())).toList();
	}

	private static List<? extends Ref<?>> one(@Nullable Ref<?> ref) {
		return ref == null ? List.of() : List.of(ref);
	}

	private static Kind kind(Ref<?> ref) {
		return Kind.ofId(ref.id());
	}

	private static String word(Enum<?> constant) {
		return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	// FollowTheMoney knows countries, and not what lies in them.
	private static @Nullable String country(@Nullable String code) {
		return code == null ? null : code.replaceFirst("-.*", "").toLowerCase(Locale.ROOT);
	}

	private void put(Draft draft) throws IOException {
		out.write(CanonicalForm.mapper().writeValueAsBytes(draft));
		out.write('\n');
	}

	/** An entity of that model in the making: its properties are sets of texts. */
	private record Draft(String id, String schema, Map<String, Set<String>> properties) {

		Draft(String schema, String id) {
			this(id, schema, new TreeMap<>());
		}

		Draft with(String property, @Nullable String value) {
			return value == null ? this : all(property, List.of(value));
		}

		Draft all(String property, Collection<String> values) {
			if (!values.isEmpty()) {
				properties.computeIfAbsent(property, name -> new LinkedHashSet<>()).addAll(values);
			}
			return this;
		}
	}
}

package org.imprimatur.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.JsonLdVersion;
import com.apicatalog.jsonld.document.JsonDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Evidence.Stance;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Source;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The JSON-LD as Titanium expands it and as Jena answers SPARQL of it. */
class JsonLdTest {

	private static Gathered dossiers = Gathered.of();
	private static Model rdf = ModelFactory.createDefaultModel();

	@BeforeAll
	static void read() throws IOException {
		dossiers = Gathered.dossiers();
		rdf = rdf(dossiers);
	}

	@Test
	void titaniumExpandsItWithoutAskingAnotherHost() throws Exception {
		JsonLdOptions options = new JsonLdOptions((address, loading) -> {
			throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "asked for " + address);
		});
		options.setProcessingMode(JsonLdVersion.V1_1);
		long nodes = dossiers.facts().all().count();
		assertThat(JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(dossiers.as(Format.JSON_LD))))
				.options(options).get()).hasSizeGreaterThan((int) nodes);
	}

	@Test
	void everyConditionIsOneRuleOfItsKind() {
		assertThat(count("?rule a odrl:Prohibition, v:Condition"))
				.isEqualTo(conditions(Modality.PROHIBITION) + conditions(Modality.LICENCE_REQUIRED));
		assertThat(count("?rule a odrl:Duty, v:Condition")).isEqualTo(conditions(Modality.OBLIGATION));
		assertThat(count("?rule a odrl:Permission, v:Condition")).isEqualTo(conditions(Modality.PERMISSION));
		assertThat(count("?rule a v:LicenceRequirement, odrl:Prohibition ; odrl:constraint v:withoutLicence"))
				.isEqualTo(conditions(Modality.LICENCE_REQUIRED)).isPositive();
	}

	@Test
	void aPolicyHasTheRulesOfItsInstrument() {
		assertThat(count("?policy a odrl:Set ; odrl:profile ?profile ; odrl:conflict odrl:perm")).isEqualTo(
				instruments().filter(instrument -> !instrument.imposes().isEmpty()).count()).isPositive();
		assertThat(count("?policy a odrl:Set ; odrl:prohibition|odrl:permission|odrl:obligation ?rule"))
				.isEqualTo(instruments().mapToLong(instrument -> instrument.imposes().size()).sum());
		assertThat(count("?policy odrl:prohibition ?rule . FILTER NOT EXISTS { ?rule a odrl:Prohibition }")).isZero();
		assertThat(count("?policy odrl:permission ?rule . FILTER NOT EXISTS { ?rule a odrl:Permission }")).isZero();
		assertThat(count("?policy odrl:obligation ?rule . FILTER NOT EXISTS { ?rule a odrl:Duty }")).isZero();
	}

	@Test
	void aRuleHasAnActionATargetAndWhoBearsIt() {
		long conditions = dossiers.facts().all(Condition.class).size();
		assertThat(count(
				"?rule a v:Condition ; odrl:action ?action ; odrl:target ?target . ?target a odrl:AssetCollection"))
				.isEqualTo(conditions);
		assertThat(count("?rule odrl:action ?action . FILTER NOT EXISTS { ?action a odrl:Action } "
				+ "FILTER (!STRSTARTS(STR(?action), STR(odrl:)))")).isZero();
		assertThat(count("?rule a v:Condition ; odrl:assignee ?party")).isEqualTo(
				dossiers.facts().all(Condition.class).stream().mapToLong(it -> it.bearers().size()).sum());
		assertThat(select("?found", "<urn:imprimatur:model/mythos-5> odrl:partOf ?scope . ?found odrl:target ?scope ; "
				+ "a v:LicenceRequirement ; odrl:action v:EXPORT"))
				.contains("urn:imprimatur:condition/us-commerce-2026-06-12-licence");
	}

	@Test
	void anExceptionNamesWhatItCarvesOutOf() {
		assertThat(select("?found", "<urn:imprimatur:condition/us-commerce-2026-06-26-listed-entities> "
				+ "a odrl:Permission ; v:exceptionTo ?found"))
				.containsExactly("urn:imprimatur:condition/us-commerce-2026-06-12-licence");
	}

	@Test
	void evidenceLeadsToItsSource() {
		assertThat(count("?fact prov:wasDerivedFrom ?passage . ?passage a v:Evidence ; prov:wasDerivedFrom ?source . "
				+ "?source a v:Source ; v:reliability ?reliability")).isEqualTo(passages(Stance.SUPPORTS));
		assertThat(count("?fact v:disputedBy ?passage . ?passage a v:Evidence ; prov:wasDerivedFrom ?source"))
				.isEqualTo(passages(Stance.DISPUTES)).isPositive();
		assertThat(count("?source a v:Source ; rdfs:label ?title"))
				.isEqualTo(dossiers.facts().all(Source.class).size());
	}

	@Test
	void theRevisionHasItsTimeAndLicence() {
		assertThat(select("?found", "<urn:imprimatur:revision/7> prov:generatedAtTime ?time ; dcterms:license ?found"))
				.containsExactly(Format.LICENCE);
	}

	@Test
	void datesKeepTheirTextAndOnlyCertainOnesAreConstraints() throws IOException {
		Model odd = rdf(Awkward.graph());
		assertThat(count(odd, "<urn:imprimatur:condition/odd> v:period ?period . ?period "
				+ "v:start \"[2026-03-03..2026-03-04]\"^^<http://id.loc.gov/datatypes/edtf/EDTF> ; "
				+ "v:start_from \"2026-03-03\"^^xsd:date ; v:start_to \"2026-03-04\"^^xsd:date")).isOne();
		assertThat(select(odd, "?found", "<urn:imprimatur:condition/odd> odrl:constraint ?constraint . "
				+ "?constraint odrl:leftOperand odrl:dateTime ; odrl:operator odrl:lt ; odrl:rightOperand ?found"))
				.containsExactly("2027-01-01");
		assertThat(count(odd, "?constraint odrl:leftOperand odrl:dateTime")).isOne();
		assertThat(count(odd, "?source v:published_from|dcterms:issued_from ?day")).isZero();
	}

	@Test
	void whatIsAwkwardIsReadAsItWas() throws IOException {
		Model odd = rdf(Awkward.graph());
		assertThat(select(odd, "?found", "<urn:imprimatur:source/odd> rdfs:label ?found"))
				.containsExactly(Awkward.QUOTES);
		assertThat(select(odd, "?found", "<urn:imprimatur:company/odd> rdfs:label ?found"))
				.containsExactly(Awkward.SCRIPTS);
		assertThat(select(odd, "?found", "<urn:imprimatur:company/odd> skos:altLabel ?found"))
				.containsExactlyInAnyOrderElementsOf(Awkward.FORMULAS);
		assertThat(select(rdf(Awkward.controls()), "?found", "?company rdfs:label ?found . ?company a v:Company"))
				.containsExactly(Awkward.CONTROLS);
	}

	private static long conditions(Modality modality) {
		return dossiers.facts().all(Condition.class).stream().filter(it -> it.modality() == modality).count();
	}

	private static Stream<Instrument> instruments() {
		return dossiers.facts().all(Instrument.class).stream();
	}

	private static long passages(Stance stance) {
		return dossiers.facts().all().flatMap(entity -> entity.passages().stream()).map(Evidence::stance)
				.filter(stance::equals).count();
	}

	/** Any warning of Jena's, of an IRI or a literal that is none, is an error here. */
	private static Model rdf(Gathered graph) throws IOException {
		return RDFParser.create().source(new ByteArrayInputStream(graph.as(Format.JSON_LD))).lang(Lang.JSONLD11)
				.checking(true).errorHandler(ErrorHandlerFactory.errorHandlerExceptions()).toModel();
	}

	private static long count(String pattern) {
		return count(rdf, pattern);
	}

	private static long count(Model model, String pattern) {
		return select(model, "(COUNT(*) AS ?found)", pattern).stream().mapToLong(Long::parseLong).sum();
	}

	private static List<String> select(String selected, String pattern) {
		return select(rdf, selected, pattern);
	}

	private static List<String> select(Model model, String selected, String pattern) {
		String query = """
			PREFIX odrl: <http://www.w3.org/ns/odrl/2/> PREFIX prov: <http://www.w3.org/ns/prov#>
			PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
			PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
			PREFIX v: <urn:imprimatur:vocabulary:> SELECT %s WHERE { %s }""".formatted(selected, pattern);
		List<String> found = new ArrayList<>();
		try (var execution = QueryExecutionFactory.create(query, model)) {
			for (var rows = execution.execSelect(); rows.hasNext();) {
				QuerySolution row = rows.next();
				found.add(row.get("found").isLiteral()
						? row.getLiteral("found").getLexicalForm()
						: row.getResource("found").getURI());
			}
		}
		return found;
	}
}

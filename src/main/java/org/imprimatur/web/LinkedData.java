package org.imprimatur.web;

import static org.imprimatur.web.Answer.fields;
import static org.imprimatur.web.Answer.list;
import static org.imprimatur.web.Answer.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.api.http.PublicAddress;
import org.imprimatur.knowledge.Kind;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.json.JsonMapper;

/** What has an id, in the words of schema.org, by which search engines know what a page is about. */
final class LinkedData {

	static final MediaType TYPE = new MediaType("application", "ld+json");

	private LinkedData() {
	}

	/** A document of JSON-LD 1.1. */
	static Map<String, Object> of(ServerRequest request, Map<String, Object> node) {
		String id = text(node, "id");
		String address = PublicAddress.absolute(request, "/" + id);
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("@context", "https://schema.org");
		told.put("@type", type(Kind.ofId(EntityPages.plain(id))));
		told.put("@id", address);
		told.put("name", text(node, "name"));
		told.put("identifier", id);
		told.put("mainEntityOfPage", address);
		if (!list(node.get("aliases")).isEmpty()) {
			told.put("alternateName", node.get("aliases"));
		}
		named(request, told, "creator", fields(node.get("developer")));
		list(node.get("issuedBy")).stream().findFirst()
				.ifPresent(it -> named(request, told, "legislationPassedBy", fields(it)));
		day(told, "legislationDate", fields(node.get("issued")));
		day(told, "startDate", fields(node.get("happened")));
		return told;
	}

	/** The same as the content of an element {@code script}, which no value can end. */
	static String script(ServerRequest request, Map<String, Object> node) {
		return JsonMapper.shared().writeValueAsString(of(request, node)).replace("<", "\\u003c");
	}

	private static String type(Kind kind) {
		return switch (kind) {
			case MODEL -> "SoftwareApplication";
			case COMPANY -> "Organization";
			case AGENCY -> "GovernmentOrganization";
			case PERSON -> "Person";
			case LETTER, DESIGNATION, ORDER, RULE, RULING, UNDERTAKING -> "Legislation";
			case EVENT -> "Event";
			case SOURCE -> "CreativeWork";
			case DOSSIER -> "Dataset";
			case CATEGORY, CONDITION, EFFECT, CONCERN -> "DefinedTerm";
		};
	}

	private static void named(ServerRequest request, Map<String, Object> told, String property,
			Map<String, Object> node) {
		if (!node.isEmpty()) {
			told.put(property, Map.of("@id", PublicAddress.absolute(request, "/" + text(node, "id")), "name",
					text(node, "name")));
		}
	}

	/** A day that is exactly known: schema.org has no words for what is vague. */
	private static void day(Map<String, Object> told, String property, Map<String, Object> date) {
		List<String> days = List.of(text(date, "earliest"), text(date, "latest"));
		if (!days.getFirst().isEmpty() && days.getFirst().equals(days.getLast())) {
			told.put(property, days.getFirst());
		}
	}
}

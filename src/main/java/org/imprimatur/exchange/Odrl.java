package org.imprimatur.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.imprimatur.knowledge.Condition;
import org.imprimatur.knowledge.Condition.Modality;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Ref;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * Norms in ODRL 2.2: an instrument that imposes conditions is a set (a policy) of rules, and a condition is one rule.
 */
final class Odrl {

	private Odrl() {
	}

	/** Makes an instrument that imposes conditions a policy. */
	static void policy(Map<String, Object> node, Instrument instrument, Map<String, Condition> conditions) {
		Map<String, List<Object>> rules = new HashMap<>();
		for (Ref<Condition> imposed : instrument.imposes()) {
			Condition condition = conditions.get(imposed.id());
			if (condition != null) {
				rules.computeIfAbsent(property(condition.modality()), property -> new ArrayList<>())
						.add(JsonLd.iri(imposed.id()));
			}
		}
		if (!rules.isEmpty()) {
			JsonLd.types(node).add("odrl:Set");
			node.put("odrl:profile", JsonLd.iri("vocabulary:profile"));
			// A permission carves out of a prohibition; without this, ODRL would hold the two for a conflict.
			node.put("odrl:conflict", Map.of("@id", "odrl:perm"));
			node.putAll(rules);
		}
	}

	/** Makes a condition a rule. */
	static void rule(Map<String, Object> node, Condition condition) {
		JsonLd.types(node).add(type(condition.modality()));
		List<Object> constraints = new ArrayList<>();
		if (condition.modality() == Modality.LICENCE_REQUIRED) {
			JsonLd.types(node).add("LicenceRequirement");
			constraints.add(JsonLd.iri("vocabulary:withoutLicence"));
		}
		anyOf("odrl:spatial", condition.scope().territory(), constraints);
		anyOf("odrl:recipient", condition.scope().recipients().stream().map(party -> JsonLd.iri(party.id())).toList(),
				constraints);
		if (condition.scope().purpose() != null) {
			constraints.add(constraint("odrl:purpose", "odrl:eq", condition.scope().purpose()));
		}
		if (condition.period() != null) {
			day("odrl:gteq", condition.period().start(), constraints);
			day("odrl:lt", condition.period().end(), constraints);
		}
		day("odrl:lteq", condition.deadline(), constraints);
		if (!constraints.isEmpty()) {
			node.put("odrl:constraint", constraints);
		}
	}

	private static String type(Modality modality) {
		return switch (modality) {
			case PROHIBITION, LICENCE_REQUIRED -> "odrl:Prohibition";
			case OBLIGATION -> "odrl:Duty";
			case PERMISSION -> "odrl:Permission";
		};
	}

	private static String property(Modality modality) {
		return switch (modality) {
			case PROHIBITION, LICENCE_REQUIRED -> "odrl:prohibition";
			case OBLIGATION -> "odrl:obligation";
			case PERMISSION -> "odrl:permission";
		};
	}

	private static void anyOf(String operand, Collection<?> values, List<Object> constraints) {
		if (!values.isEmpty()) {
			constraints.add(constraint(operand, "odrl:isAnyOf", values));
		}
	}

	/** ODRL compares with one day: a date that can mean several is left to the fields of our own. */
	private static void day(String operator, @Nullable EdtfDate date, List<Object> constraints) {
		if (date != null && date.exact()) {
			LocalDate day = date.earliest();
			constraints.add(constraint("odrl:dateTime", operator, JsonLd.day(day)));
		}
	}

	private static Map<String, Object> constraint(String operand, String operator, Object value) {
		return Map.of("@type", "odrl:Constraint", "odrl:leftOperand", Map.of("@id", operand), "odrl:operator",
				Map.of("@id", operator), "odrl:rightOperand", value);
	}
}

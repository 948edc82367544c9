package org.imprimatur.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mistake, planted into a good dossier, and the line that it is answered with. */
class MistakesTest {

	private record Planted(String piece, String wrong, String... mistakes) {
		@Override
		public String toString() {
			return wrong;
		}
	}

	static final List<Planted> REFERENCES = List.of(
			new Planted("[agency/us-forge]\n    effective", "[agency/us-froge]\n    effective",
					"a.yaml:83: letters[0].issuedBy[0]: there is no agency/us-froge; did you mean agency/us-forge?"),
			new Planted("developer: company/acme", "developer: company/zzz",
					"a.yaml:28: models[0].developer: there is no company/zzz"),
			new Planted("developer: company/acme", "developer: agency/us-forge",
					"a.yaml:28: models[0].developer: agency/us-forge is an agency; this has to be a company"),
			new Planted("signedBy: [person/jo-smith]", "signedBy: [order/us-forge-1]",
					"a.yaml:95: orders[0].signedBy[0]: order/us-forge-1 is an order; this has to be a person"),
			new Planted("at: agency/us-forge", "at: person/jo-smith",
					"a.yaml:64: persons[0].offices[0].at: person/jo-smith is a person; this has to be a company or an"
							+ " agency"),
			new Planted("developer: company/acme", "developer: Acme Corp",
					"a.yaml:28: models[0].developer: 'Acme Corp' is"
							+ " no id; write a kind, a slash, and a name of small letters, digits, dots and hyphens,"
							+ " like company/example"),
			new Planted("developer: company/acme", "developer: firm/acme",
					"a.yaml:28: models[0].developer: 'firm/acme' is"
							+ " no id; write a kind, a slash, and a name of small letters, digits, dots and hyphens,"
							+ " like company/example"),
			new Planted("- id: company/acme-europe", "- id: company/Acme_Europe", "a.yaml:18: companies[1].id:"
					+ " 'company/Acme_Europe' is no id; write a kind, a slash, and a name of small letters, digits,"
					+ " dots and hyphens, like company/example"),
			new Planted("- id: company/acme-europe", "- id: agency/acme-europe",
					"a.yaml:18: companies[1].id: agency/acme-europe is the id of an agency, and belongs under"
							+ " agencies"),
			new Planted("- id: company/acme-europe", "- id: company/acme",
					"a.yaml:18: companies[1].id: company/acme stands"
							+ " already at a.yaml:10; keep one of them, or give this another id",
					"a.yaml:20: companies[1].parent: this closes a circle: company/acme → company/acme"),
			new Planted("condition/report, condition/export-to-friends", "condition/report",
					"a.yaml:129: conditions[2].id: condition/export-to-friends is imposed by no instrument; list it"
							+ " under imposes of the one that it belongs to"),
			new Planted("[effect/letter-2-suspends, ", "[", "a.yaml:141: effects[0].id: effect/letter-2-suspends is an"
					+ " effect of no instrument; list it under effects of the one that it belongs to"),
			new Planted("    effects: [", "    imposes: [condition/report]\n    effects: [",
					"a.yaml:103: orders[0].imposes[1]: condition/report is already imposed by letter/us-forge-2"
							+ " (a.yaml:80); it belongs to one instrument"));

	static final List<Planted> WITHDRAWALS = List.of(
			new Planted("id: model/anvil-nano", "id: Anvil nano", "a.yaml:186: withdrawn[0].id: 'Anvil nano' is no id;"
					+ " write a kind, a slash, and a name of small letters, digits, dots and hyphens, like"
					+ " model/example"),
			new Planted("id: model/anvil-nano", "id: tool/anvil-nano", "a.yaml:186: withdrawn[0].id: 'tool/anvil-nano'"
					+ " is no id; write a kind, a slash, and a name of small letters, digits, dots and hyphens, like"
					+ " model/example"),
			new Planted("id: model/anvil-nano", "id: model/anvil",
					"a.yaml:186: withdrawn[0].id: model/anvil stands at a.yaml:25; leave it out there, or leave out its"
							+ " withdrawal"),
			new Planted("id: concern/dust", "id: model/anvil-nano",
					"a.yaml:189: withdrawn[1].id: model/anvil-nano was withdrawn already (a.yaml:186); keep one of"
							+ " them"),
			new Planted("successor: model/anvil-mini", "successor: model/anvil-minu",
					"a.yaml:188: withdrawn[0].successor: there is no model/anvil-minu; did you mean model/anvil-mini?"),
			new Planted("successor: model/anvil-mini", "successor: Anvil",
					"a.yaml:188: withdrawn[0].successor: 'Anvil' is no id; write a kind, a slash, and a name of small"
							+ " letters, digits, dots and hyphens, like model/example"),
			new Planted("successor: model/anvil-mini", "successor: company/acme",
					"a.yaml:188: withdrawn[0].successor: company/acme is a company; model/anvil-nano can only be merged"
							+ " into a model"),
			new Planted("successor: model/anvil-mini", "successor: model/anvil-nano",
					"a.yaml:188: withdrawn[0].successor: model/anvil-nano was withdrawn (a.yaml:186); leave it out, or"
							+ " name what stands in its place"),
			new Planted("    reason: Nothing shows that anybody feared it.\n", "",
					"a.yaml:189: withdrawn[1].reason: this is missing: why, in words"),
			new Planted("motivatedBy: [concern/noise]", "motivatedBy: [concern/dust]",
					"a.yaml:103: orders[0].motivatedBy[0]: concern/dust was withdrawn (a.yaml:189); leave it out, or"
							+ " name what stands in its place"),
			new Planted("targets: [model/anvil]", "targets: [model/anvil-nano]",
					"a.yaml:101: orders[0].targets[0]: model/anvil-nano was withdrawn (a.yaml:186); put"
							+ " model/anvil-mini, which it was merged into, in its place"));

	static final List<Planted> CIRCLES = List.of(
			new Planted("target: condition/no-export", "target: letter/us-forge-2",
					"a.yaml:144: effects[0].target: this closes a circle: letter/us-forge-2 → effect/letter-2-suspends"
							+ " → letter/us-forge-2"),
			new Planted("target: condition/no-export", "target: effect/letter-2-suspends",
					"a.yaml:144: effects[0].target: this closes a circle: effect/letter-2-suspends →"
							+ " effect/letter-2-suspends"),
			new Planted("    name: Acme\n", "    name: Acme\n    parent: company/acme-europe\n",
					"a.yaml:21: companies[1].parent: this closes a circle: company/acme → company/acme-europe →"
							+ " company/acme"),
			new Planted("variantOf: model/anvil", "variantOf: model/anvil-mini",
					"a.yaml:46: models[1].variantOf: this closes a circle: model/anvil-mini → model/anvil-mini"),
			new Planted("    developer: company/acme", "    succeeds: model/anvil-mini",
					"a.yaml:47: models[1].succeeds: this closes a circle: model/anvil → model/anvil-mini →"
							+ " model/anvil"),
			new Planted("    performance: ONCE", "    onceMet: [condition/export-to-friends]",
					"a.yaml:136: conditions[2].onceMet[0]: this closes a circle: condition/report →"
							+ " condition/export-to-friends → condition/report"),
			new Planted("    bearers: [company/acme]", "    unlessBreached: [condition/export-to-friends]",
					"a.yaml:135: conditions[2].exceptionTo[0]: this closes a circle: condition/no-export →"
							+ " condition/export-to-friends → condition/no-export"),
			new Planted("    test: {kind: MODEL", "    partOf: category/heavy-models\n    test: {kind: MODEL",
					"a.yaml:72: categories[0].partOf: this closes a circle: category/heavy-models →"
							+ " category/heavy-models"));

	static final List<Planted> VALUES = List.of(
			new Planted("deadline: 2026-06-30", "deadline: 2026-06-31",
					"a.yaml:123: conditions[1].deadline: '2026-06-31' is"
							+ " no date here: there is no day 31; that June has days 01 to 30"),
			new Planted("deadline: 2026-06-30", "deadline: [..2026-06-30]",
					"a.yaml:123: conditions[1].deadline: this has to be a single text; a set of dates stands in"
							+ " quotes"),
			new Planted("end: 2027-06-12", "end: 2026-06-11",
					"a.yaml:99: orders[0].effective.end: the period ends before it"
							+ " starts: 2026-06-11 lies before 2026-06-12; the end is the first day after it"),
			new Planted("modality: PERMISSION", "modality: PERMISION",
					"a.yaml:132: conditions[2].modality: 'PERMISION' is"
							+ " none of PROHIBITION, LICENCE_REQUIRED, OBLIGATION, PERMISSION; did you mean"
							+ " PERMISSION?"),
			new Planted("    modality: PERMISSION\n", "",
					"a.yaml:129: conditions[2].modality: this is missing: what kind of norm it is: PROHIBITION (it must"
							+ " not be done), LICENCE_REQUIRED (it must not be done without a licence), OBLIGATION (it"
							+ " must be done), PERMISSION (it may be done)"),
			new Planted("    performance: ONCE", "    performence: ONCE",
					"a.yaml:122: conditions[1].performence: there is no such key; did you mean performance?"),
			new Planted("title: The gazette", "tags: [a]\n    title: The gazette",
					"a.yaml:174: sources[0].tags: there is no"
							+ " such key; there are id, title, publisher, author, address, published, retrieved,"
							+ " sha256, reliability, authorship, textOf"),
			new Planted("fields: [day]", "fields: [dey]",
					"a.yaml:126: conditions[1].findings[0].evidence[0].fields[0]: a finding has no field 'dey'; did you"
							+ " mean day?"),
			new Planted("concerns:\n", "concern:\n", "a.yaml:103: orders[0].motivatedBy[0]: there is no concern/noise",
					"a.yaml:156: concern: there is no such key; did you mean concerns?"),
			new Planted("name: Jo Smith", "name: 7",
					"a.yaml:61: persons[0].name: this has to be a text; put '7' in quotes"),
			new Planted("name: Jo Smith", "name:",
					"a.yaml:61: persons[0].name: this is empty; give it a value, or leave it out"),
			new Planted("name: Jo Smith", "name: ''",
					"a.yaml:61: persons[0].name: this is empty; give it a value, or leave it out"),
			new Planted("binding: true", "binding: yes", "a.yaml:82: letters[0].binding: this has to be true or false"),
			new Planted("targets: [model/anvil]", "targets: model/anvil",
					"a.yaml:101: orders[0].targets: this has to be a list, with '- ' before each item"),
			new Planted("targets: [model/anvil]", "targets: [model/anvil, model/anvil]",
					"a.yaml:101: orders[0].targets: this list holds an item twice; leave one of them out"),
			new Planted("scope: {companies: [company/acme]}", "scope: company/acme",
					"a.yaml:124: conditions[1].scope: this has to be a mapping, with a 'key: value' on each line"),
			new Planted("    jurisdiction: US\n", "    jurisdiction: USA\n",
					"a.yaml:13: companies[0].jurisdiction: 'USA': write US"),
			new Planted("    jurisdiction: US\n", "    jurisdiction: UK\n",
					"a.yaml:13: companies[0].jurisdiction: 'UK' is no ISO 3166 code; the United Kingdom is GB"),
			new Planted("    jurisdiction: US\n", "    jurisdiction: ''\n",
					"a.yaml:13: companies[0].jurisdiction: '' is no ISO 3166 code; write IT, US-CA, EU or EEA"),
			new Planted("scope: {companies: [company/acme]}", "scope: {companies: [company/acme], territory: [IT, it]}",
					"a.yaml:124: conditions[1].scope.territory[1]: 'it': write IT"),
			new Planted("scope: {companies: [company/acme]}", "scope: {territory: [US], companies: []}",
					"a.yaml:124: conditions[1].scope: this reaches nothing; name a model, a company or a category, since"
							+ " all else only narrows a scope"),
			new Planted("    developer: company/acme\n", "    trainingCompute: {atLeast: 1e25, atMost: 9.9e24}\n",
					"a.yaml:28: models[0].trainingCompute.atMost: the most that it may be is less than the least; it is the"
							+ " other way round, or one of them is mistaken"),
			new Planted("{member: model/anvil", "{subsidiaries: true, member: model/anvil",
					"a.yaml:74: categories[0].members[0].subsidiaries: only a company has subsidiaries; leave it out"),
			new Planted("test: {kind: MODEL", "test: {trainingCompute: {}, kind: MODEL",
					"a.yaml:72: categories[0].test.trainingCompute: this bounds nothing; give it a number, or leave it out"),
			new Planted("    developer: company/acme\n", "    trainingCompute: {atLeast: 1E25 FLOP}\n",
					"a.yaml:28: models[0].trainingCompute.atLeast: '1E25 FLOP' will not do; this has to be the least that"
							+ " it may be, in FLOP, as a decimal number such as 2.5e25; open if absent"),
			new Planted("test: {kind: MODEL", "test: {places: {seats: [IT]}, kind: MODEL",
					"a.yaml:72: categories[0].test: this tests places of parties and models at once; make two categories"
							+ " of it"),
			new Planted("test: {kind: MODEL, released: {start: 2026-01-01}, territory: US}",
					"test: {places: {seats: [Italy]}}",
					"a.yaml:72: categories[0].test.places.seats[0]: 'Italy': write IT"),
			new Planted("scope: {companies: [company/acme]}", "scope: {}",
					"a.yaml:124: conditions[1].scope: this reaches nothing; name a model, a company or a category, since"
							+ " all else only narrows a scope"));

	static final List<Planted> TEXTS = List.of(
			new Planted("name: Jo Smith", "name: \"   \"",
					"a.yaml:61: persons[0].name: this says nothing that can be seen; give it a value, or leave it out"),
			new Planted("name: Jo Smith", "name: \"\\u200B\\u2060\\uFEFF\\u00AD\"",
					"a.yaml:61: persons[0].name: this says nothing that can be seen; give it a value, or leave it out"),
			new Planted("name: Jo Smith", "name: \"\\u3164\\u2800\\u0301\\u202E\\t\"",
					"a.yaml:61: persons[0].name: this says nothing that can be seen; give it a value, or leave it out"),
			new Planted("paraphrase: Signed.", "paraphrase: \"\\u00A0\"",
					"a.yaml:67: persons[0].evidence[0].paraphrase: this says nothing that can be seen; give it a value,"
							+ " or leave it out"),
			new Planted("aliases: [Acme Corporation]", "aliases: [Acme Corp, \"\\u3000\"]",
					"a.yaml:12: companies[0].aliases[1]: this says nothing that can be seen; give it a value, or leave it"
							+ " out"),
			new Planted("reason: Nothing shows that anybody feared it.", "reason: \"\\u2003\"",
					"a.yaml:190: withdrawn[1].reason: this says nothing that can be seen; give it a value, or leave it"
							+ " out"),
			new Planted("title: The gazette\n", "title: The gazette\n    address: \"javascript:alert(1)\"\n",
					"a.yaml:175: sources[0].address: 'javascript:alert(1)' is no address of a page; it has to begin with"
							+ " https:// or http://, and has no blanks"),
			new Planted("title: The gazette\n", "title: The gazette\n    address: https://a.example/b c\n",
					"a.yaml:175: sources[0].address: 'https://a.example/b c' is no address of a page; it has to begin"
							+ " with https:// or http://, and has no blanks"),
			new Planted("title: The gazette\n", "title: The gazette\n    address: https://\n",
					"a.yaml:175: sources[0].address: 'https://' is no address of a page; it has to begin with https://"
							+ " or http://, and has no blanks"));

	static final List<Planted> EVIDENCE = List.of(
			new Planted("    evidence:\n      - {source: source/gazette, paraphrase: Signed., stance: SUPPORTS}\n", "",
					"a.yaml:60: persons[0].evidence: this is missing: the passages that bear on its facts; at least"
							+ " one"),
			new Planted("        otherValue: \"2026-05\"\n", "",
					"a.yaml:38: models[0].evidence[1].otherValue: evidence that"
							+ " disputes a field has to give the other value; write what the source says instead"),
			new Planted("fields: [developer]", "fields: [develop]",
					"a.yaml:36: models[0].evidence[0].fields[0]: a model has no field 'develop'; did you mean"
							+ " developer?"),
			new Planted("fields: [developer]", "fields: [deployers.company/nobody]",
					"a.yaml:36: models[0].evidence[0].fields[0]: a model has no field 'deployers.company/nobody'"),
			new Planted("    value: \"2026-07-31\"\n", "",
					"a.yaml:147: effects[1].value: an effect that AMENDS has to give its value"),
			new Planted("kind: SUSPENDS", "kind: AMENDS",
					"a.yaml:141: effects[0].field: an effect that AMENDS has to give its field",
					"a.yaml:141: effects[0].value: an effect that AMENDS has to give its value"),
			new Planted("kind: SUSPENDS", "kind: SUSPENDS\n    field: text",
					"a.yaml:144: effects[0].field: only an effect that AMENDS has a field; leave it out"),
			new Planted("field: deadline", "field: dedline",
					"a.yaml:151: effects[1].field: 'dedline' of a condition cannot be amended, only period.start, period.end,"
							+ " period, deadline, penalty; did you mean deadline?"),
			new Planted("value: \"2026-07-31\"", "value: 2026-07-32",
					"a.yaml:152: effects[1].value: '2026-07-32' is no date"
							+ " here: there is no day 32; that July has days 01 to 31"),
			new Planted("    field: deadline\n    value: \"2026-07-31\"", "    field: period\n    value: 2026-07/never",
					"a.yaml:152: effects[1].value: 'never' is no date here: write 2026-06-26, 2026-06 or 2026, with X"
							+ " for an unknown digit, ? behind what is uncertain, ~ behind what is approximate, or a"
							+ " set like [..2026-06-30]"),
			new Planted("    field: deadline\n    value: \"2026-07-31\"", "    field: text\n    value: Other words.",
					"a.yaml:151: effects[1].field: 'text' of a condition cannot be amended, only period.start, period.end,"
							+ " period, deadline, penalty; write any other change as a condition of its own, with an effect"
							+ " that SUPERSEDES the old one"));

	static final List<Planted> RELATIVE_DATES = List.of(
			relative("{of: order/us-forge-1, field: effective.begin, delay: 30 days}",
					"a.yaml:123: conditions[1].deadlineAfter.field: 'effective.begin' is none of issued, published,"
							+ " effective.start, effective.end; did you mean effective.end?"),
			relative("{of: order/us-forge-1, field: issued, delay: a month}",
					"a.yaml:123: conditions[1].deadlineAfter.delay: 'a month': this is no delay here: write 5 years,"
							+ " 6 months, 2 weeks, 30 days or 10 business days"),
			relative("{of: model/anvil, field: released, delay: 30 days}",
					"a.yaml:123: conditions[1].deadlineAfter.of: a date is counted from that of an instrument or a"
							+ " condition, not of a model"),
			relative("{of: condition/report, field: deadline, delay: 30 days}",
					"a.yaml:123: conditions[1].deadlineAfter.of: this date is counted from itself"),
			new Planted("    deadline: 2026-06-30\n",
					"    deadline: 2026-06-30\n    deadlineAfter: {of: order/us-forge-1, field: issued, delay: 30 days}\n",
					"a.yaml:124: conditions[1].deadlineAfter: deadline is given already; leave out the one that the"
							+ " source does not say"),
			new Planted("    effective: {start: 2026-06-12, end: 2027-06-12}\n",
					"    effective: {start: 2026-06-12}\n"
							+ "    endsAfter: {of: order/us-forge-1, field: effective.end, delay: 30 days}\n",
					"a.yaml:100: orders[0].endsAfter.of: this date is counted from itself"),
			new Planted("    effective: {start: 2026-06-12, end: 2027-06-12}\n",
					"    endsAfter: {of: order/us-forge-1, field: issued, delay: 30 days}\n",
					"a.yaml:99: orders[0].endsAfter: what never has force has no end: give effective as well"),
			new Planted("    kind: SUSPENDS\n",
					"    kind: SUSPENDS\n    period: {end: 2026-08}\n"
							+ "    endsAfter: {of: letter/us-forge-2, field: issued, delay: 30 days}\n",
					"a.yaml:145: effects[0].endsAfter: period.end is given already; leave out the one that the source"
							+ " does not say"));

	private static Planted relative(String date, String mistake) {
		return new Planted("deadline: 2026-06-30", "deadlineAfter: " + date, mistake);
	}

	static final List<Planted> YAML = List.of(
			new Planted(Acme.TEXT, "", "a.yaml:1: the file is empty; a dossier begins with 'dossier:'"),
			new Planted(Acme.TEXT, "# nothing\n", "a.yaml:1: the file is empty; a dossier begins with 'dossier:'"),
			new Planted(Acme.TEXT, "a text", "a.yaml:1: this has to be a mapping, with a 'key: value' on each line"),
			new Planted(Acme.TEXT, "{}",
					"a.yaml:1: dossier: this is missing: A curated history, and what it claims to know:"
							+ " its coverage"),
			new Planted("    name: Anvil\n", "\tname: Anvil\n", "a.yaml:26: a tab cannot indent; write spaces"),
			new Planted("    name: Anvil\n", "    name: [Anvil\n",
					"a.yaml:27: this is not YAML: expected ',' or ']', but got :"),
			new Planted("    name: Anvil\n", "    name: Anvil: a model\n",
					"a.yaml:26: a text that holds a colon and a space has to stand in quotes"),
			new Planted("    name: Anvil\n", "    name: Anvil\n    name: Ambos\n",
					"a.yaml:27: models[0].name: this key stands here already, on line 26; keep one of them"),
			new Planted("    name: Anvil\n", "    name: &anvil Anvil\n    aliases: [*anvil]\n",
					"a.yaml:27: *anvil is an alias; write out what it stands for"),
			new Planted("    name: Anvil\n", "    name: !!str Anvil\n",
					"a.yaml:26: a tag (a word that begins with !) means nothing here; put text in quotes"),
			new Planted("    name: Anvil\n", "    name: \"\\ud83d\\ude00 and \\ud83d\"\n",
					"a.yaml:26: an escape in this text stands for half of a character; write the character itself"),
			new Planted("    name: Anvil\n", "    [name]: Anvil\n",
					"a.yaml:26: a key has to be a word, not a list, a mapping or an alias"),
			new Planted("    name: Anvil\n", "    name: Anvil\u0007\n",
					"a.yaml:26: the character U+0007 cannot stand in YAML; leave it out"),
			new Planted("    name: Anvil\n", "    name: " + "[".repeat(20_000) + "\n",
					"a.yaml:26: this is nested more than 16 deep; no dossier is"),
			new Planted("models:\n", "---\nmodels:\n",
					"a.yaml:24: a second document begins here; give it a file of its own"));

	@ParameterizedTest
	@FieldSource({"REFERENCES", "WITHDRAWALS", "CIRCLES", "VALUES", "TEXTS", "EVIDENCE", "RELATIVE_DATES", "YAML"})
	void isAnsweredWithItsPlaceAndARemedy(Planted planted) {
		assertThat(Acme.mistakes(Acme.read(Acme.with(planted.piece(), planted.wrong()))))
				.containsExactly(planted.mistakes());
	}

	/** Keys of 15 bytes made mistakes of 500. */
	@ParameterizedTest
	@ValueSource(strings = {"key %d: 1\n", "'the key': %d\n", "- {a: %d}\n"})
	void ofVeryManyTheFirstAreTold(String line) {
		String file = (line.startsWith("-") ? "letters:\n" : "") + IntStream.range(0, 5_000).mapToObj(line::formatted)
				.collect(Collectors.joining());
		assertThat(DossierReader.read(List.of(new DossierFile("a.yaml", file.getBytes(StandardCharsets.UTF_8)))))
				.isInstanceOfSatisfying(Reading.Refused.class,
						refused -> assertThat(refused.mistakes()).hasSize(DossierReader.MOST_MISTAKES + 1).last()
								.extracting(Mistake::message).asString().contains("more than these 1,000 mistakes"));
	}
}

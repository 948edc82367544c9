package org.imprimatur.dossier;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.imprimatur.graph.search.RandomText;
import org.imprimatur.knowledge.CanonicalForm;
import org.imprimatur.knowledge.Dossier;
import org.imprimatur.knowledge.DossierContents;
import org.imprimatur.knowledge.Effect;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.RelativeDate;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.knowledge.Withdrawal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Scribbles over the texts, dates, periods and flags of a dossier, and leaves what its facts refer to. */
final class Scribbler {

	private static final List<String> TEXTS = List.of("2026", "2026-06", "-12", "0x1F", "0o7", "1e9", ".5", ".inf",
			"true", "True", "false", "null", "Null", "~", "yes", "no", "<<", "=", "[..2026-03-09]", "{a: b}", "a: b",
			"a:", "a #b", "#", "- a", "-", "? a", "?", "---", "--- a", "...", "%YAML 1.2", "!tag", "&anchor", "*alias",
			"@a", "`a", "|", ">", ">-", "'", "''", "it's", "\"", "\"a\" b", "\\", "\\n", " ", "  a", "a  ", "a  b",
			"\n", "a\n", "\na", "a\nb", "a\n\n\nb\n", "  a\n b", "a \n b ", "\ta", "a\tb", "a\t", "\r", "a\r\nb",
			"a\u0085b", "a\u2028b", "\uFEFFa", "a\uFEFF", "\0", "\u0007", "\uFFFE", "😀", "👩‍⚖️",
			"e\u0301", "\u202Eabc", "漢字", "a, b", "a]", "}", "--- |\n  a", "# a\nb", "dossier:\n  id: a");
	private static final List<String> DATES = List.of("2026", "2026-06", "2026-06-26", "2026?", "202X", "XXXX-06-26",
			"[..2026-06-30]", "[2026-06~..]", "[2026-06-12..2026-06-15,2026-07]");
	private static final Set<String> KEPT = Set.of("id", "jurisdiction", "territory", "address", "sha256",
			"passageSha256", "fields", "trainingCompute");

	private final Random random;
	private int withdrawals;

	Scribbler(Random random) {
		this.random = random;
	}

	DossierContents scribbled(DossierContents contents) {
		List<Withdrawal> withdrawn = new ArrayList<>();
		for (int i = random.nextInt(3); i > 0; i--) {
			withdrawn.add(new Withdrawal("event/gone-" + withdrawals++, text(), null));
		}
		return new DossierContents((Dossier) scribbled(contents.dossier()),
				contents.entities().stream().map(this::scribbled).toList(), withdrawn);
	}

	private Entity scribbled(Entity entity) {
		JsonMapper json = CanonicalForm.mapper();
		ObjectNode node = json.valueToTree(entity);
		fields(Shape.of(entity.getClass()), node);
		return json.treeToValue(node, entity.getClass());
	}

	private void fields(Shape shape, ObjectNode node) {
		for (Shape.Field field : shape.fields()) {
			// What an amendment says has to fit its target, and a date that is counted what it is counted from.
			boolean kept = KEPT.contains(field.name()) || shape.type() == RelativeDate.class
					|| node.has("deadlineAfter") && field.name().equals("deadline")
					|| node.has("endsAfter") && Set.of("period", "effective").contains(field.name())
					|| shape.type() == Effect.class && Set.of("field", "value").contains(field.name());
			if (!kept && (field.required() || field.many() || random.nextInt(4) == 0)) {
				field(field, node);
			}
		}
	}

	private void field(Shape.Field field, ObjectNode node) {
		switch (field.content()) {
			case Content.Scalar scalar when scalar.type() == boolean.class ->
				node.put(field.name(), random.nextBoolean());
			case Content.Scalar scalar when scalar.type() == String.class && field.many() -> {
				Set<String> texts = new LinkedHashSet<>();
				for (int i = random.nextInt(4); i > 0; i--) {
					texts.add(text());
				}
				ArrayNode list = node.putArray(field.name());
				texts.forEach(list::add);
			}
			case Content.Scalar scalar when scalar.type() == String.class -> node.put(field.name(), text());
			case Content.Date date -> node.put(field.name(), date());
			case Content.Span span -> {
				ObjectNode period = node.putObject(field.name());
				switch (random.nextInt(4)) {
					case 0 -> period.put("start", date());
					case 1 -> period.put("end", date());
					case 2 -> period.put("start", "2020").put("end", date());
					default -> {
					}
				}
			}
			case Content.Part part -> {
				JsonNode value = node.path(field.name());
				for (JsonNode it : field.many() ? value : List.of(value)) {
					if (it instanceof ObjectNode object) {
						fields(part.shape(), object);
					}
				}
			}
			default -> {
			}
		}
	}

	private String date() {
		return DATES.get(random.nextInt(DATES.size()));
	}

	/** A text as it is kept, which says something. */
	private String text() {
		String text = CanonicalForm.text(switch (random.nextInt(8)) {
			case 0 -> "x" + typed(1 + random.nextInt(20));
			case 1 -> "long " + typed(2000);
			case 2 -> TEXTS.get(random.nextInt(TEXTS.size())) + TEXTS.get(random.nextInt(TEXTS.size()));
			default -> TEXTS.get(random.nextInt(TEXTS.size()));
		});
		return Blank.is(text) ? text + "x" + text : text;
	}

	/** All that can be typed, without halves of characters, which the reader refuses. */
	private String typed(int pieces) {
		return RandomText.of(random, pieces).codePoints().filter(it -> it < 0xD800 || it > 0xDFFF)
				.mapToObj(Character::toString).collect(Collectors.joining());
	}
}

package org.imprimatur.graph.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Evidence;
import org.imprimatur.knowledge.Kind;
import org.imprimatur.knowledge.Shape;
import org.imprimatur.knowledge.Shape.Content;
import org.imprimatur.time.EdtfDate;
import org.jspecify.annotations.Nullable;

/**
 * A text of an entity in which words are searched.
 *
 * @param field what it is
 * @param passage the place, from 0, of the passage that says it among those on the entity; null for the entity's own
 * @param text the text as it was recorded
 */
public record SearchedText(Field field, @Nullable Integer passage, String text) {

	private static final Pattern SURE = Pattern.compile("\\d{4}(-\\d\\d){0,2}");

	/** The fields of the data dictionary that are searched. */
	public enum Field {
		NAME("name"),
		TITLE("title"),
		ALIASES("aliases"),
		NUMBER("number"),
		IDENTIFIERS("identifiers"),
		ISSUED("issued"),
		DATE("date"),
		KIND("kind"),
		MODALITY("modality"),
		ACTION("action"),
		/** The name of something that it refers to. */
		REFERENCE(""),
		OFFICES("offices"),
		TEXT("text"),
		DESCRIPTION("description"),
		CRITERION("criterion"),
		LEGAL_BASIS("legalBasis"),
		PENALTY("penalty"),
		PUBLISHED("published"),
		PUBLISHER("publisher"),
		AUTHOR("author"),
		GAPS("gaps"),
		PARAPHRASE("paraphrase"),
		QUOTE("quote");

		private static final Map<String, Field> BY_NAME = Arrays.stream(values())
				.collect(Collectors.toUnmodifiableMap(field -> field.name, Function.identity()));

		private final String name;

		Field(String name) {
			this.name = name;
		}

		/** Whether it is what the entity is called, rather than what is said of it. */
		public boolean isName() {
			return compareTo(DATE) <= 0;
		}

		/** Whether it is one of the words by which things of its kind are told apart. */
		public boolean isKind() {
			return this == KIND || this == MODALITY || this == ACTION;
		}
	}

	/** The searched texts of an entity: its own first, then those of its evidence. */
	public static List<SearchedText> of(Entity entity) {
		List<SearchedText> texts = new ArrayList<>();
		texts.add(new SearchedText(Field.KIND, null, Kind.ofId(entity.id()).prefix()));
		collect(Shape.of(entity.getClass()), entity, null, texts);
		List<Evidence> passages = entity.passages();
		for (int passage = 0; passage < passages.size(); passage++) {
			collect(Shape.of(Evidence.class), passages.get(passage), passage, texts);
		}
		return texts;
	}

	private static void collect(Shape shape, Object holder, @Nullable Integer passage, List<SearchedText> texts) {
		for (Shape.Field field : shape.fields()) {
			Field searched = Field.BY_NAME.get(field.name());
			if (searched != null) {
				field.values(holder).stream().map(value -> text(field.content(), value)).filter(it -> !it.isEmpty())
						.forEach(text -> texts.add(new SearchedText(searched, passage, text)));
			}
		}
	}

	/** A value with parts is searched as the texts in it, an enum's constant as words, a date if it is sure. */
	private static String text(Content content, Object value) {
		return switch (value) {
			case EdtfDate date -> SURE.matcher(date.text()).matches() ? date.text() : "";
			case Enum<?> constant -> constant.name().replace('_', ' ').toLowerCase(Locale.ROOT);
			default -> content instanceof Content.Part part
					? part.shape().fields().stream().filter(it -> it.content() instanceof Content.Scalar)
							.flatMap(it -> it.values(value).stream()).map(Object::toString)
							.collect(Collectors.joining(" "))
					: value.toString();
		};
	}

	/** What is indexed of texts: their words, in their order. */
	static String indexed(Stream<SearchedText> texts) {
		return texts.flatMap(text -> Tokens.of(text.text()).stream()).flatMap(Tokens.Word::terms)
				.collect(Collectors.joining(" "));
	}
}

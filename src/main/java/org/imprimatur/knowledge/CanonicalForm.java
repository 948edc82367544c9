package org.imprimatur.knowledge;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.text.Normalizer;
import java.util.List;
import org.imprimatur.time.EdtfDate;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * One text for one state of an entity: JSON with sorted keys, in which null and empty are absent and every text is in
 * Unicode's normal form C (design, "Three clocks"). Equal entities have equal texts, on every machine.
 */
public final class CanonicalForm {

	private static final JsonMapper MAPPER = JsonMapper.builder()
			.enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
			// Else the components of a record, which create it, stay in the order in which they are declared.
			.disable(MapperFeature.SORT_CREATOR_PROPERTIES_FIRST)
			.changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_EMPTY))
			.withConfigOverride(List.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
			.addModule(new SimpleModule().addSerializer(new TextWriter()).addSerializer(new DateWriter())
					.addDeserializer(EdtfDate.class, new DateReader()))
			.build();

	private CanonicalForm() {
	}

	/** The mapper that reads and writes records of the domain as JSON. */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/** A text as it is kept, in Unicode's normal form C, so that what reads alike is alike. */
	public static String text(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC);
	}

	/** The canonical text of an entity. */
	public static String write(Entity entity) {
		return MAPPER.writeValueAsString(entity);
	}

	/** The SHA-256 digest of an entity's canonical text, in hexadecimal. */
	public static String digest(Entity entity) {
		return Sha256.of(write(entity));
	}

	/** The entity whose canonical text this is. */
	public static Entity read(String id, String text) {
		return MAPPER.readValue(text, Kind.ofId(id).type());
	}

	private static final class TextWriter extends StdSerializer<String> {
		TextWriter() {
			super(String.class);
		}

		@Override
		public void serialize(String text, JsonGenerator json, SerializationContext context) {
			json.writeString(text(text));
		}

		@Override
		public boolean isEmpty(SerializationContext context, String text) {
			return text.isEmpty();
		}
	}

	private static final class DateWriter extends StdSerializer<EdtfDate> {
		DateWriter() {
			super(EdtfDate.class);
		}

		@Override
		public void serialize(EdtfDate date, JsonGenerator json, SerializationContext context) {
			json.writeString(date.text());
		}
	}

	private static final class DateReader extends StdDeserializer<EdtfDate> {
		DateReader() {
			super(EdtfDate.class);
		}

		@Override
		public EdtfDate deserialize(JsonParser json, DeserializationContext context) {
			return EdtfDate.parse(json.getString());
		}
	}
}

package org.imprimatur;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for a text in a class file's constant pool, where also pieces of concatenated strings are found. */
public class HoldText extends ArchCondition<JavaClass> {

	private final Pattern text;

	/**
	 * A condition.
	 *
	 * @param what what classes do that hold such a text
	 */
	public HoldText(String what, Pattern text) {
		super(what);
		this.text = text;
	}

	@Override
	public void check(JavaClass type, ConditionEvents events) {
		for (var held : texts(type)) {
			if (text.matcher(held).find()) {
				events.add(SimpleConditionEvent.satisfied(type, type.getName() + " holds: " + held));
			}
		}
	}

	/** The layout is that of the Java Virtual Machine Specification, §4.4. */
	private static List<String> texts(JavaClass type) {
		var texts = new ArrayList<String>();
		try (var file = new DataInputStream(type.getSource().orElseThrow().getUri().toURL().openStream())) {
			file.skipNBytes(8);
			int end = file.readUnsignedShort();
			for (int entry = 1; entry < end; entry++) {
				int tag = file.readUnsignedByte();
				switch (tag) {
					case 1 -> texts.add(file.readUTF());
					case 7, 8, 16, 19, 20 -> file.skipNBytes(2);
					case 15 -> file.skipNBytes(3);
					case 3, 4, 9, 10, 11, 12, 17, 18 -> file.skipNBytes(4);
					case 5, 6 -> {
						file.skipNBytes(8);
						entry++;
					}
					default -> throw new IOException("Unknown constant " + tag + " in " + type.getName());
				}
			}
		} catch (IOException unreadable) {
			throw new UncheckedIOException(unreadable);
		}
		return texts;
	}
}

package org.imprimatur.dossier;

/** Tells texts that say nothing from those that say something. */
final class Blank {

	/** What to say of a text that says nothing. */
	static final String MISTAKE = "this says nothing that can be seen; give it a value, or leave it out";

	/** Letters and symbols that are drawn as nothing: fillers of Hangul, and a cell of Braille without a dot. */
	private static final String UNSEEN = "\u115F\u1160\u3164\uFFA0\u2800";

	private Blank() {
	}

	/** Whether nothing of a text can be seen: blanks, controls, marks without a letter, characters that only format. */
	static boolean is(String text) {
		return text.codePoints().noneMatch(Blank::isSeen);
	}

	private static boolean isSeen(int character) {
		return switch (Character.getType(character)) {
			case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL,
					Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
					Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
				false;
			default -> UNSEEN.indexOf(character) < 0;
		};
	}
}

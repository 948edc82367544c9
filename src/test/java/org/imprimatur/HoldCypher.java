package org.imprimatur;

import java.util.regex.Pattern;

/** Looks for Cypher. */
class HoldCypher extends HoldText {

	HoldCypher() {
		super("hold Cypher", Pattern.compile("\\b(MATCH|MERGE|UNWIND|CREATE)\\s"));
	}
}

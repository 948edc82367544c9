package org.imprimatur;

import java.util.regex.Pattern;

/** Looks for what is said to readers: two words, or one beside a name, but for what a caller is told who errs. */
class HoldWords extends HoldText {

	HoldWords() {
		super("hold words", Pattern
				.compile("^(?!.*(of these facts|lies after|no step says)).*(%s|\\u0001|[a-z]{2,}),? [a-z]{2,}"));
	}
}

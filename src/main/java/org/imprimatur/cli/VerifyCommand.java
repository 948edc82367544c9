package org.imprimatur.cli;

import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.imprimatur.ledger.Verdict;
import org.imprimatur.ledger.Verification;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Tells whether the record was tampered with. */
@Command(name = "verify")
final class VerifyCommand extends GraphCommand implements Callable<Integer> {

	private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

	@Option(names = "--head", paramLabel = "DIGEST")
	private @Nullable String head;

	@Override
	public Integer call() {
		if (head != null && !DIGEST.matcher(head).matches()) {
			throw new ParameterException(command().commandLine(),
					"'%s' is no digest, which has 64 hexadecimal digits".formatted(head));
		}
		return withGraph(Verification.class, this::verify);
	}

	private int verify(Verification verification) {
		Verdict found = verification.verify((revisions, states) -> err().printf("Checked %s, %s.%n",
				Phrases.count(revisions, "revision"), Phrases.count(states, "record")));
		Verdict verdict = head == null ? found : found.against(head);
		return switch (verdict) {
			case Verdict.Verified verified -> {
				out().printf("%s%nThe newest has the chainDigest %s.%n", verified.sentence(),
						verified.head().chainDigest());
				yield 0;
			}
			case Verdict.Tampered tampered -> {
				out().printf("TAMPERED WITH, first in revision %d%s: %s%n", tampered.revision(),
						tampered.id() == null ? "" : ", " + tampered.id(), tampered.sentence());
				yield Commands.NO;
			}
			case Verdict.Unpublished nothing -> {
				out().println(nothing.sentence());
				yield 0;
			}
		};
	}
}

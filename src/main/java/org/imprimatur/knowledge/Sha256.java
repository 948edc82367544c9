package org.imprimatur.knowledge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 digests, in hexadecimal. */
public final class Sha256 {

	private Sha256() {
	}

	/** The digest of {@code text} in UTF-8. */
	public static String of(String text) {
		return of(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The digest of {@code bytes}. */
	public static String of(byte[] bytes) {
		return HexFormat.of().formatHex(begun().digest(bytes));
	}

	/** The digest of lines in UTF-8, with a line feed between any two. */
	public static String ofLines(Iterable<String> lines) {
		MessageDigest digest = begun();
		String between = "";
		for (String line : lines) {
			digest.update(between.getBytes(StandardCharsets.UTF_8));
			digest.update(line.getBytes(StandardCharsets.UTF_8));
			between = "\n";
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** A digest of nothing yet. */
	static MessageDigest begun() {
		try {
			return MessageDigest.getInstance("SHA-256");
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException("every Java platform has SHA-256", e);
		}
	}

	/** The digest of all that it was given so far; it can be given more. */
	static byte[] asOfNow(MessageDigest digest) {
		try {
			return ((MessageDigest) digest.clone()).digest();
		} catch (CloneNotSupportedException e) {
			throw new IllegalStateException("the platform's SHA-256 cannot be continued", e);
		}
	}
}

package org.imprimatur.dossier;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A dossier without a mistake, which has something of every kind. */
final class Acme {

	static final String TEXT = text();

	private Acme() {
	}

	/** The dossier with one piece of it put otherwise. */
	static String with(String piece, String other) {
		int place = TEXT.indexOf(piece);
		if (place < 0) {
			throw new AssertionError("the dossier does not say: " + piece);
		}
		return TEXT.substring(0, place) + other + TEXT.substring(place + piece.length());
	}

	/** What comes of reading these files, which are called a.yaml, b.yaml and so on. */
	static Reading read(String... texts) {
		return DossierReader.read(IntStream.range(0, texts.length).mapToObj(
				i -> new DossierFile((char) ('a' + i) + ".yaml", texts[i].getBytes(StandardCharsets.UTF_8))).toList());
	}

	/** The printed mistakes of a reading; none if it was accepted. */
	static List<String> mistakes(Reading reading) {
		return switch (reading) {
			case Reading.Accepted accepted -> List.of();
			case Reading.Refused refused -> refused.mistakes().stream().map(Mistake::toString).toList();
		};
	}

	private static String text() {
		try (InputStream text = Objects.requireNonNull(Acme.class.getResourceAsStream("/dossiers/acme.yaml"))) {
			return new String(text.readAllBytes(), StandardCharsets.UTF_8);
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}
}

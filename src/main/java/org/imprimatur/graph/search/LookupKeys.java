package org.imprimatur.graph.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.imprimatur.knowledge.Company;
import org.imprimatur.knowledge.Entity;
import org.imprimatur.knowledge.Instrument;
import org.imprimatur.knowledge.Sha256;
import org.imprimatur.knowledge.Source;

/**
 * What an entity can be looked up by, exactly: a rank, the best of which wins, and a digest, which is one word for the
 * index whatever the identifier holds, and however long it is.
 */
public final class LookupKeys {

	/** The ranks: ids, official numbers and addresses, names, aliases. */
	static final List<Integer> RANKS = List.of(0, 1, 2, 3);

	private static final Pattern WHITE_SPACE = Pattern.compile("\\p{IsWhite_Space}+");
	private static final Pattern AROUND_ADDRESS = Pattern.compile("^(https?://)?(www\\.)?|/+$");

	private LookupKeys() {
	}

	/** The keys of an entity. */
	public static List<String> of(Entity entity) {
		List<String> keys = new ArrayList<>();
		add(keys, 0, entity.id());
		switch (entity) {
			case Instrument instrument when instrument.number() != null -> add(keys, 1, instrument.number());
			case Source source when source.address() != null -> add(keys, 1, source.address());
			case Company company -> company.identifiers().forEach(it -> {
				add(keys, 1, it.value());
				add(keys, 1, "%s:%s".formatted(it.scheme(), it.value()));
			});
			default -> {
			}
		}
		add(keys, 2, entity.name());
		SearchedText.of(entity).stream().filter(text -> text.field() == SearchedText.Field.ALIASES)
				.forEach(alias -> add(keys, 3, alias.text()));
		return keys.stream().distinct().toList();
	}

	/** The key of an identifier at a rank. */
	static String key(int rank, String identifier) {
		return rank + Sha256.of(folded(identifier));
	}

	/** Without case, surplus white space, and what may be left out of an address. */
	private static String folded(String identifier) {
		String spaced = WHITE_SPACE.matcher(Normalizer.normalize(identifier, Normalizer.Form.NFC)).replaceAll(" ");
		return AROUND_ADDRESS.matcher(spaced.strip().toLowerCase(Locale.ROOT)).replaceAll("");
	}

	private static void add(List<String> keys, int rank, String identifier) {
		keys.add(key(rank, identifier));
	}
}

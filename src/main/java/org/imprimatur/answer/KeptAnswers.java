package org.imprimatur.answer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;

/**
 * Whole answers as bytes, by a key that names their revision among all that they depend on: they never grow old
 * (design, "The API").
 */
public final class KeptAnswers {

	private static final long BYTES_KEPT = 64_000_000;
	/** What an entry takes beside its answer, or a flood of small ones would take far more than all may. */
	private static final int BYTES_AN_ENTRY = 300;

	private final Cache<String, byte[]> answers = Caffeine.newBuilder().maximumWeight(BYTES_KEPT)
			.weigher((String key, byte[] answer) -> answer.length + BYTES_AN_ENTRY).build();

	/** The answer with this key, if it is still kept. */
	public Optional<byte[]> find(String key) {
		return Optional.ofNullable(answers.getIfPresent(key));
	}

	/** Keeps an answer for whoever asks the same again. */
	public void keep(String key, byte[] answer) {
		answers.put(key, answer);
	}
}

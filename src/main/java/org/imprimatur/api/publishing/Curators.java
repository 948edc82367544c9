package org.imprimatur.api.publishing;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.knowledge.Sha256;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may publish over HTTP; nobody unless configured.
 *
 * @param curators them
 */
@ConfigurationProperties("imprimatur")
record Curators(@DefaultValue List<Curator> curators) {

	private static final Pattern BEARER = Pattern.compile("Bearer +([A-Za-z0-9._~+/-]+=*)", Pattern.CASE_INSENSITIVE);
	private static final Pattern DIGEST = Pattern.compile("[0-9a-fA-F]{64}");

	/**
	 * Somebody who may publish.
	 *
	 * @param name whom revisions name as their author
	 * @param tokenSha256 the SHA-256 of the token's UTF-8, in hexadecimal; the token itself is nowhere kept
	 * @param expires the first day (UTC) on which the token is good no more; never if absent
	 */
	record Curator(@DefaultValue("") String name, @DefaultValue("") String tokenSha256, @Nullable LocalDate expires) {

		private boolean hasToken(String token) {
			return MessageDigest.isEqual(HexFormat.of().parseHex(tokenSha256),
					HexFormat.of().parseHex(Sha256.of(token)));
		}

		private boolean isExpired(LocalDate today) {
			return expires != null && !today.isBefore(expires);
		}
	}

	/**
	 * Looks whether the configuration can be used.
	 *
	 * @throws UnusableCurators if it cannot; no value is told, since somebody may have put a token there
	 */
	void check() {
		for (int place = 0; place < curators.size(); place++) {
			Curator curator = curators.get(place);
			if (curator.name().isBlank()) {
				throw new UnusableCurators("imprimatur.curators[%d].name is missing.".formatted(place));
			}
			if (!DIGEST.matcher(curator.tokenSha256()).matches()) {
				throw new UnusableCurators(
						"""
							imprimatur.curators[%d].token-sha256 is no SHA-256: it has to be 64 hexadecimal digits, \
							the digest of the token and not the token."""
								.formatted(place));
			}
		}
	}

	/**
	 * Who asks.
	 *
	 * @param authorization the header {@code Authorization}, if there was one
	 * @throws Refusal if nobody is allowed to publish, or not with this token (RFC 6750)
	 */
	Curator curator(@Nullable String authorization, LocalDate today) {
		if (curators.isEmpty()) {
			throw new Refusal(Code.PUBLISHING_OFF,
					"publishing over HTTP is not allowed here: docs/publishing.md tells how to allow it");
		}
		if (authorization == null || authorization.length() > PublicationRoutes.LONGEST_HEADER) {
			throw tokenMissing();
		}
		var bearer = BEARER.matcher(authorization.strip());
		if (!bearer.matches()) {
			throw tokenMissing();
		}
		Curator curator = withToken(bearer.group(1))
				.orElseThrow(() -> new Refusal(Code.TOKEN_WRONG, "this token is no curator's"));
		if (curator.isExpired(today)) {
			throw new Refusal(Code.TOKEN_EXPIRED,
					"this token was good before %s: ask for a new one".formatted(curator.expires()));
		}
		return curator;
	}

	private static Refusal tokenMissing() {
		return new Refusal(Code.TOKEN_MISSING, "give a curator's token: Authorization: Bearer TOKEN");
	}

	/** Looks at all of them, so that the time does not tell which one came near. */
	private Optional<Curator> withToken(String token) {
		Optional<Curator> found = Optional.empty();
		for (Curator curator : curators) {
			if (curator.hasToken(token)) {
				found = Optional.of(curator);
			}
		}
		return found;
	}

	@Override
	public String toString() {
		return "Curators" + curators.stream().map(Curator::name).toList();
	}
}

package org.imprimatur.api.publishing;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.tomcat.util.http.fileupload.impl.FileCountLimitExceededException;
import org.apache.tomcat.util.http.fileupload.impl.SizeException;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.dossier.DossierFile;
import org.imprimatur.graph.record.Cause;
import org.imprimatur.time.Iso8601;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * What a curator sends: a form of the type {@code multipart/form-data}.
 *
 * @param files its parts {@code dossier}
 * @param base the revision that they were made from
 * @param message what changes, in words
 * @param cause why
 * @param dryRun whether to tell what would change, and publish nothing
 * @param asOf the day whose condition sets are compared; today if absent
 */
record PublicationForm(List<DossierFile> files, int base, String message, Cause cause, boolean dryRun,
		@Nullable LocalDate asOf) {

	private static final String DOSSIER = "dossier";
	/** That of application.yaml. */
	private static final int MOST_PARTS = 200;
	private static final int LONGEST_MESSAGE = 2_000;
	private static final Set<String> FIELDS = Set.of("base", "message", "cause", "dryRun", "asOf");

	/**
	 * Reads the form.
	 *
	 * @throws Refusal if it is none, or is too large
	 */
	static PublicationForm of(HttpServletRequest request) throws IOException {
		String type = request.getContentType();
		if (type == null || !type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)) {
			throw badForm(
					"""
						send multipart/form-data with the fields base, message, cause and one part 'dossier' for each \
						file""");
		}
		List<DossierFile> files = new ArrayList<>();
		Map<String, String> fields = new HashMap<>();
		for (Part part : parts(request)) {
			byte[] content;
			try (InputStream bytes = part.getInputStream()) {
				content = bytes.readAllBytes();
			}
			if (part.getName().equals(DOSSIER)) {
				files.add(new DossierFile(name(part, files.size()), content));
			} else if (FIELDS.contains(part.getName())) {
				fields.put(part.getName(), new String(content, StandardCharsets.UTF_8).strip());
			} else {
				throw badForm("there is no such field: the fields are dossier, %s"
						.formatted(String.join(", ", new TreeSet<>(FIELDS))));
			}
		}
		if (files.isEmpty()) {
			throw badForm("give the files, each as a part 'dossier'");
		}
		return new PublicationForm(files, revision(fields.getOrDefault("base", "")), message(fields), cause(fields),
				dryRun(fields), asOf(fields));
	}

	private static Refusal badForm(String sentence) {
		return new Refusal(Code.BAD_FORM, sentence);
	}

	private static Iterable<Part> parts(HttpServletRequest request) {
		try {
			return request.getParts();
		} catch (IOException | ServletException e) {
			throw badForm("this is no well-formed multipart/form-data");
		} catch (IllegalStateException e) {
			throw switch (e.getCause()) {
				case FileCountLimitExceededException ignored -> new Refusal(Code.TOO_LARGE,
						"a form may have %d parts: send fewer files at once".formatted(MOST_PARTS));
				case SizeException ignored -> new Refusal(Code.TOO_LARGE,
						"a file may have two million bytes, and all of them together eight million");
				case null, default -> badForm("this is no well-formed multipart/form-data");
			};
		}
	}

	private static String name(Part part, int place) {
		String name = part.getSubmittedFileName();
		String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
		return last.isBlank() ? "dossier %d".formatted(place + 1) : last;
	}

	/**
	 * The revision that somebody names.
	 *
	 * @throws Refusal if it is no number
	 */
	static int revision(String number) {
		try {
			return Integer.parseInt(number);
		} catch (NumberFormatException e) {
			throw badForm("a revision is named by its number: base=17, revision=17");
		}
	}

	private static String message(Map<String, String> fields) {
		String message = fields.getOrDefault("message", "").replace("\r\n", "\n");
		if (message.isEmpty() || message.length() > LONGEST_MESSAGE) {
			throw badForm("message has to say what changes, in at most %d characters".formatted(LONGEST_MESSAGE));
		}
		// A terminal that shows it would obey them.
		if (message.chars().anyMatch(it -> it != '\n' && Character.isISOControl(it))) {
			throw badForm("message holds control characters: leave them out");
		}
		return message;
	}

	private static Cause cause(Map<String, String> fields) {
		List<Cause> causes = Arrays.stream(Cause.values()).filter(it -> it != Cause.SHIPPED).toList();
		return causes.stream().filter(it -> it.name().equals(fields.get("cause"))).findFirst()
				.orElseThrow(() -> badForm("cause has to be one of %s".formatted(causes)));
	}

	private static boolean dryRun(Map<String, String> fields) {
		return switch (fields.getOrDefault("dryRun", "false")) {
			case "true" -> true;
			case "false" -> false;
			default -> throw badForm("dryRun has to be true or false");
		};
	}

	private static @Nullable LocalDate asOf(Map<String, String> fields) {
		try {
			return fields.containsKey("asOf") ? Iso8601.day(fields.get("asOf")) : null;
		} catch (DateTimeParseException e) {
			throw badForm("asOf: %s".formatted(e.getMessage()));
		}
	}
}

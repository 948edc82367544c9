package org.imprimatur.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.imprimatur.api.http.PublicAddress;
import org.springframework.web.servlet.function.ServerRequest;
import tools.jackson.databind.json.JsonMapper;

/**
 * How a page is cited: by an address that leads to the same words whatever is published later.
 *
 * @param title what the page tells
 * @param address the permanent address, which names the revision
 * @param revision the revision of our record
 * @param read the day on which it was read
 */
record Citation(String title, String address, int revision, LocalDate read) {

	static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
	private static final DateTimeFormatter MONTH_FIRST = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

	/** What a page shows under its permanent path and with its citation. */
	static Map<String, Object> shown(ServerRequest request, String title, String permanent, int revision,
			LocalDate read) {
		return Map.of("permanent", PublicAddress.path(request, permanent), "citation",
				new Citation(title, PublicAddress.absolute(request, permanent), revision, read));
	}

	/** After the manual of the American Psychological Association, for what changes and was retrieved. */
	public String apa() {
		return "Imprimatur. (n.d.). %s (revision %d) [Data set]. Retrieved %s, from %s".formatted(title, revision,
				DAY.format(read), address);
	}

	/** After the Chicago Manual of Style, as a note. */
	public String chicago() {
		return "Imprimatur, “%s,” revision %d, accessed %s, %s.".formatted(title, revision, MONTH_FIRST.format(read),
				address);
	}

	/** An entry of BibTeX. */
	public String bibTex() {
		return """
			@misc{imprimatur-%d-%s,
			  author = {{Imprimatur}},
			  title = {%s},
			  note = {Revision %d},
			  url = {%s},
			  urldate = {%s}
			}""".formatted(revision, read, title.replaceAll("([&%#_{}$])", "\\\\$1"), revision, address, read);
	}

	/** An item of the Citation Style Language. */
	public String cslJson() {
		return JsonMapper.shared().writerWithDefaultPrettyPrinter()
				.writeValueAsString(List.of(Map.of("id", address, "type", "dataset", "title", title, "version",
						String.valueOf(revision), "publisher", "Imprimatur", "URL", address, "accessed",
						Map.of("date-parts",
								List.of(List.of(read.getYear(), read.getMonthValue(), read.getDayOfMonth()))))));
	}
}

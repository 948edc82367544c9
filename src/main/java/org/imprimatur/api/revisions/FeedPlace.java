package org.imprimatur.api.revisions;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.imprimatur.api.revisions.ChangeFeedField.NodeChange;
import org.imprimatur.graph.walk.ChangeReader.Changes;
import org.jspecify.annotations.Nullable;

/**
 * A place in the feed of changes, which a client holds as an opaque cursor.
 *
 * @param since the revision that what follows is compared with
 * @param through the revision up to which the page began to be read; {@code null} where a new one begins
 * @param node the revision of the last node that was told; {@code null} if all were, or none
 * @param id the id of the last node or model that was told
 */
record FeedPlace(int since, @Nullable Integer through, @Nullable Integer node, @Nullable String id) {

	private static final Pattern TEXT = Pattern.compile("(\\d{1,9})(?: (\\d{1,9}) (\\d{1,9}|-) (\\S+))?");

	/** Whether the place is before that of a changed node. */
	boolean precedes(int revision, String other) {
		return id == null || node != null && (node < revision || node == revision && id.compareTo(other) < 0);
	}

	/** Whether the place is before that of a model. */
	boolean precedes(String model) {
		return id == null || node != null || id.compareTo(model) < 0;
	}

	/** The place after a page: where nothing is left, the beginning of what comes after it. */
	FeedPlace after(Changes changes, List<NodeChange> nodes, List<String> models) {
		FeedPlace last = !models.isEmpty()
				? new FeedPlace(since, changes.through(), null, models.getLast())
				: nodes.isEmpty()
						? this
						: new FeedPlace(since, changes.through(), nodes.getLast().revision(), nodes.getLast().nodeId());
		boolean more = changes.nodes().stream().anyMatch(it -> last.precedes(it.revision(), it.id()))
				|| changes.models().stream().anyMatch(last::precedes);
		return more ? last : new FeedPlace(changes.through(), null, null, null);
	}

	String encode() {
		String text = through == null
				? "" + since
				: "%d %d %s %s".formatted(since, through, node == null ? "-" : node, id);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * Reads what {@link #encode} made.
	 *
	 * @throws Refusal if it did not
	 */
	static FeedPlace decode(String cursor) {
		try {
			Matcher text = TEXT.matcher(new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8));
			if (text.matches()) {
				return new FeedPlace(Integer.parseInt(text.group(1)), number(text.group(2)), number(text.group(3)),
						text.group(4));
			}
		} catch (IllegalArgumentException e) {
			// It is none.
		}
		throw new Refusal(Code.BAD_ARGUMENT,
				"after is no cursor of this feed: give the cursor of the page before");
	}

	private static @Nullable Integer number(@Nullable String digits) {
		return digits == null || digits.equals("-") ? null : Integer.valueOf(digits);
	}
}

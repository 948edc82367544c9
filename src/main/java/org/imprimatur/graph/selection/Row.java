package org.imprimatur.graph.selection;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A node as a selection asked for it.
 *
 * @param type the type of an entity; null for a part
 * @param id the id of an entity; null for a part
 * @param properties values by the names of properties
 * @param followed what was followed, by key: a row, a list of rows, a {@link Page}, or null
 */
public record Row(@Nullable String type, @Nullable String id, Map<String, @Nullable Object> properties,
		Map<String, @Nullable Object> followed) {
}

package org.imprimatur.api.page;

import org.imprimatur.graph.selection.Page;
import org.imprimatur.graph.selection.Row;

/**
 * An entry of a page, as selected under one response key.
 *
 * @param page the page
 * @param key the response key of the edges
 * @param place the entry's place on the page, from 0
 */
public record Edge(Page page, String key, int place) {

	/** The key of the listing that holds the nodes of edges: both have a response key of their own. */
	public static String listing(String edges, String node) {
		return edges + "/" + node;
	}

	public String cursor() {
		return page.cursors().get(place).encode();
	}

	public Row node(String responseKey) {
		return page.listing(listing(key, responseKey)).get(place);
	}
}

package org.imprimatur.graph.connection;

import java.util.Map;

/** A statement: its text, the same for the same shape of selection, and its parameters. */
public record Statement(String text, Map<String, Object> parameters) {
}

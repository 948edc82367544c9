package org.imprimatur.graph;

import java.util.Map;

/** A statement: its text, the same for the same shape of selection, and its parameters. */
record Statement(String text, Map<String, Object> parameters) {
}

/** The commands: what a curator does with dossiers and the graph from a terminal. */
@NullMarked
package org.imprimatur.cli;

import org.jspecify.annotations.NullMarked;

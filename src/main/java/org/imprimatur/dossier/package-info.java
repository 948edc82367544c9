/** Curated YAML to entities of the domain, with every mistake located by file, line and path. */
@NullMarked
package org.imprimatur.dossier;

import org.jspecify.annotations.NullMarked;

/** The workbench: pages for people who would rather look than write queries, made of answers of the API. */
@NullMarked
package org.imprimatur.web;

import org.jspecify.annotations.NullMarked;

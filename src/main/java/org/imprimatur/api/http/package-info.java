/**
 * GraphQL over HTTP: requests and answers by the rules of the protocol, the query library by name and hash, answers
 * kept, and the page to ask by hand.
 */
@NullMarked
package org.imprimatur.api.http;

import org.jspecify.annotations.NullMarked;

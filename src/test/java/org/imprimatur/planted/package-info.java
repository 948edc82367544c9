/** A violation of each guard of the architecture; nothing here is used, or should be copied. */
package org.imprimatur.planted;

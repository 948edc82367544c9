/** A violation of each of {@code ArchitectureTest}'s guards; nothing here is used, or should be copied. */
package org.imprimatur.planted;

package org.imprimatur.api.computed;

/** An answer that is true when it is given: another time, the same question at the same revision may have another. */
public interface VolatileAnswer {
}

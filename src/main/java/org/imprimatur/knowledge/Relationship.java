package org.imprimatur.knowledge;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the relationship of the graph that a component of a record is: to another entity, or to a part of its own. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
@interface Relationship {

	/** The relationship's type, read from the record that holds it: {@code ISSUED_BY}. */
	String value();
}

package org.imprimatur.knowledge;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A reference to an entity by its permanent id. The type argument says which kinds it may lead to.
 *
 * @param id a permanent id: {@code model/mythos-5}
 */
public record Ref<T extends Entity>(@JsonValue String id) {

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public Ref {
	}

	@Override
	public String toString() {
		return id;
	}
}

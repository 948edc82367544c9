package org.imprimatur.api.page;

import org.springframework.context.annotation.Primary;
import org.springframework.graphql.data.pagination.CursorStrategy;
import org.springframework.stereotype.Component;

/**
 * Keeps Spring's pages away from ours. Where Spring Data is on the class path, Boot wraps whatever answers a field
 * whose type is called {@code …Connection}, and refuses what is no page of Spring Data's, unless the strategy for
 * cursors that it is given takes no scroll positions.
 */
@Component
@Primary
class OwnCursors implements CursorStrategy<Object> {

	@Override
	public boolean supports(Class<?> position) {
		return false;
	}

	@Override
	public String toCursor(Object position) {
		throw new UnsupportedOperationException("no position is supported");
	}

	@Override
	public Object fromCursor(String cursor) {
		throw new UnsupportedOperationException("no position is supported");
	}
}

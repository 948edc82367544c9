package org.imprimatur.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Bounds the bodies of requests before anything reads them, each by itself and all that are in memory together
 * (docs/limits.md). Publications have bounds of their own, which are greater, and for curators alone.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

	/** Bodies of so many bytes may be in memory at once; what is made of them takes several times as much. */
	static final int BYTES_AT_ONCE = 32_000_000;

	private static final String PUBLICATIONS = "/publications";

	private final Semaphore free = new Semaphore(BYTES_AT_ONCE);

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return request.getMethod().equals("POST") && request.getRequestURI().equals(PUBLICATIONS);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		BoundedRequest bounded = new BoundedRequest(request, free);
		try {
			chain.doFilter(bounded, response);
		} finally {
			free.release(bounded.taken());
		}
	}
}

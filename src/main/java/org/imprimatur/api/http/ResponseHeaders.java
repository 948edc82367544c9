package org.imprimatur.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** What every response says: browsers are to take it for nothing but what it is, and to run nothing in it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ResponseHeaders extends OncePerRequestFilter {

	private final Traffic traffic;

	ResponseHeaders(Traffic traffic) {
		this.traffic = traffic;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		boolean last = traffic.asked();
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("Content-Security-Policy", GraphiQlPage.contentSecurityPolicy(request.getRequestURI()));
		if (last) {
			response.setHeader(HttpHeaders.CONNECTION, "close");
		}
		try {
			chain.doFilter(request, response);
		} finally {
			traffic.answered();
		}
	}
}

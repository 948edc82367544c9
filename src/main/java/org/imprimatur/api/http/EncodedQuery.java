package org.imprimatur.api.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Encodes what people leave as it is when they type the query of an address, and the server takes
 * ({@code relaxed-query-chars}): RFC 3986 has none of it in a URI, and whoever reads the address as one would fail; as
 * would Spring at an equals sign within a value.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class EncodedQuery extends OncePerRequestFilter {

	private static final Pattern TYPED = Pattern.compile("[={}\\[\\]|\"<>\\\\^`]");

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String query = request.getQueryString();
		if (query == null) {
			chain.doFilter(request, response);
			return;
		}
		String encoded = Arrays.stream(query.split("&", -1)).map(EncodedQuery::parameter)
				.collect(Collectors.joining("&"));
		chain.doFilter(new HttpServletRequestWrapper(request) {

			@Override
			public String getQueryString() {
				return encoded;
			}
		}, response);
	}

	private static String parameter(String typed) {
		return Arrays.stream(typed.split("=", 2)).map(EncodedQuery::encoded).collect(Collectors.joining("="));
	}

	private static String encoded(String typed) {
		return TYPED.matcher(typed).replaceAll(it -> "%%%02X".formatted((int) it.group().charAt(0)));
	}
}

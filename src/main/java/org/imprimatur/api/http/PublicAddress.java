package org.imprimatur.api.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Objects;
import java.util.regex.Pattern;
import org.springframework.web.servlet.function.ServerRequest;

/**
 * Where clients find what lies at a path of ours. A proxy that serves us below a path of its own says so in {@code
 * X-Forwarded-Prefix}; it is believed if it is one of the proxies that are trusted with what they say of clients.
 */
public final class PublicAddress {

	private static final String PREFIX = "X-Forwarded-Prefix";
	/** Set by Tomcat's RemoteIpValve on what came through a trusted proxy. */
	private static final String TRUSTED = "org.apache.tomcat.request.forwarded";
	private static final Pattern PATH = Pattern.compile("(?:/[\\w.~-]+)+");

	private PublicAddress() {
	}

	/** The path that the client of this request has to ask for one of ours. */
	public static String path(ServerRequest request, String path) {
		return path(request.servletRequest(), path);
	}

	/** The same for a request that no function of ours handles. */
	public static String path(HttpServletRequest request, String path) {
		String said = Boolean.TRUE.equals(request.getAttribute(TRUSTED)) ? request.getHeader(PREFIX) : null;
		String prefix = Objects.requireNonNullElse(said, "");
		String bare = prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix;
		return PATH.matcher(bare).matches() ? bare + path : path;
	}

	/** The same with scheme and host. */
	public static String absolute(ServerRequest request, String path) {
		URI asked = request.uri();
		return "%s://%s%s".formatted(asked.getScheme(), asked.getRawAuthority(), path(request, path));
	}
}

package org.imprimatur.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import org.imprimatur.api.http.PublicAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorViewResolver;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The pages of what nothing of ours answers, which find their style and lead on below a proxy's path, too. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErrorPages implements ErrorViewResolver {

	@Override
	public @Nullable ModelAndView resolveErrorView(HttpServletRequest request, HttpStatus status,
			Map<String, Object> told) {
		Map<String, Object> shown = new HashMap<>(told);
		shown.put("base", PublicAddress.path(request, ""));
		String template = status == HttpStatus.NOT_FOUND
				? "error/404"
				: status.is4xxClientError() ? "error/4xx" : "error";
		return new ModelAndView(template, shown, status);
	}
}

package org.imprimatur.api.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Tells what the server refuses before any of our doors is reached, as it is told there, and not on a page. */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new AsJson()));
	}

	private static final class AsJson extends ErrorReportValve {

		@Override
		protected void report(Request request, Response response, @Nullable Throwable thrown) {
			if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			Refusal refusal = Refusal.malformed("the server cannot read this request: percent-encode what is neither "
					+ "letter nor digit in an address, and POST a question that is longer than 8,000 bytes");
			try {
				response.setContentType(MediaType.APPLICATION_JSON_VALUE);
				response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
				response.setHeader("X-Content-Type-Options", "nosniff");
				response.getOutputStream().write(JsonMapper.shared().writeValueAsString(GraphQlError.answer(refusal))
						.getBytes(StandardCharsets.UTF_8));
				response.finishResponse();
			} catch (IOException e) {
				// The client is gone.
			}
		}
	}
}

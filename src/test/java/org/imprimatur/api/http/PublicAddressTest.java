package org.imprimatur.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.function.ServerRequest;

class PublicAddressTest {

	@ParameterizedTest
	@CsvSource({"/imp,/imp/export", "/imp/,/imp/export", "/a/b-c,/a/b-c/export", "imp,/export",
			"//elsewhere.example,/export", "/a\"><script>,/export", "'',/export"})
	void whatATrustedProxySaysIsBelievedIfItIsAPath(String prefix, String address) {
		assertThat(PublicAddress.path(request(prefix, true), "/export")).isEqualTo(address);
	}

	@Test
	void whatAnybodyElseSaysCountsForNothing() {
		assertThat(PublicAddress.path(request("/imp", false), "/export")).isEqualTo("/export");
	}

	private static ServerRequest request(String prefix, boolean trusted) {
		var request = new MockHttpServletRequest("GET", "/export");
		request.addHeader("X-Forwarded-Prefix", prefix);
		if (trusted) {
			request.setAttribute("org.apache.tomcat.request.forwarded", true);
		}
		return ServerRequest.create(request, List.of());
	}
}

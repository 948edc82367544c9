package org.imprimatur.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever has a network of IPv6 is one client, from whatever address in it. */
class ClientTest {

	@ParameterizedTest
	@CsvSource({"192.0.2.1, 192.0.2.1, true", "192.0.2.1, 192.0.2.2, false", "2001:db8::1, 2001:db8::ffff:1, true",
			"2001:db8::1, 2001:db8:0:1::1, false"})
	void isToldByItsAddress(String one, String other, boolean same) {
		assertThat(client(one).equals(client(other))).isEqualTo(same);
	}

	private static String client(String address) {
		return Client.at(new InetSocketAddress(address, 443));
	}
}

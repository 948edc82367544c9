package org.imprimatur.api.limit;

import java.net.Inet6Address;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who asks, as far as an address tells: a network of IPv6 is given to one, who may use any address in it. */
public final class Client {

	/** The part of an address of IPv6 that names the network (RFC 4291, 2.5.4). */
	private static final int NETWORK_BYTES = 8;

	private Client() {
	}

	/** The client at an address. */
	public static String at(@Nullable InetSocketAddress address) {
		if (address == null) {
			return "";
		}
		return address.getAddress() instanceof Inet6Address six
				? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
				: address.getHostString();
	}
}

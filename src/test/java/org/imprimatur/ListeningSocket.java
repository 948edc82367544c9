package org.imprimatur;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A TCP socket on which a process takes connections, as proc(5) tells of it. */
record ListeningSocket(InetAddress address, int port) {

	private static final String LISTENING = "0A";

	static List<ListeningSocket> of(long process) throws IOException {
		Set<String> open;
		try (Stream<Path> files = Files.list(Path.of("/proc/%d/fd".formatted(process)))) {
			open = files.map(ListeningSocket::target).collect(Collectors.toSet());
		}
		return Stream.of("tcp", "tcp6").flatMap(table -> rows(Path.of("/proc/%d/net".formatted(process), table)))
				.filter(row -> row[3].equals(LISTENING) && open.contains("socket:[%s]".formatted(row[9])))
				.map(row -> read(row[1])).toList();
	}

	private static Stream<String[]> rows(Path table) {
		try {
			return Files.readAllLines(table).stream().skip(1).map(line -> line.trim().split("\\s+"));
		} catch (IOException e) {
			return Stream.of();
		}
	}

	private static String target(Path file) {
		try {
			return Files.readSymbolicLink(file).toString();
		} catch (IOException e) {
			return "closed since";
		}
	}

	/** The kernel prints an address as 32-bit words in the machine's own byte order. */
	private static ListeningSocket read(String local) {
		byte[] printed = HexFormat.of().parseHex(local.substring(0, local.indexOf(':')));
		ByteBuffer address = ByteBuffer.allocate(printed.length);
		ByteBuffer words = ByteBuffer.wrap(printed).order(ByteOrder.nativeOrder());
		while (words.hasRemaining()) {
			address.putInt(words.getInt());
		}
		try {
			return new ListeningSocket(InetAddress.getByAddress(address.array()),
					Integer.parseInt(local.substring(local.indexOf(':') + 1), 16));
		} catch (UnknownHostException e) {
			throw new IllegalStateException(local, e);
		}
	}
}

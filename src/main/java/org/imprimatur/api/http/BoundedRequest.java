package org.imprimatur.api.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.imprimatur.api.error.Refusal;
import org.imprimatur.api.error.Refusal.Code;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body is refused if it is too long, or if too many others are being read. Its parameters are those of
 * the address alone: to look for them in the body would read it otherwise.
 */
final class BoundedRequest extends HttpServletRequestWrapper {

	static final int LONGEST_BODY = 200_000;

	private static final Duration DEADLINE = Duration.ofSeconds(30);
	private static final int BYTES_AT_A_TIME = 8_192;

	private final Semaphore free;
	private int taken;
	private @Nullable ServletInputStream body;

	/**
	 * A request.
	 *
	 * @param free a permit for each byte that may still be held in memory
	 */
	BoundedRequest(HttpServletRequest request, Semaphore free) {
		super(request);
		this.free = free;
	}

	/** How many permits it holds. */
	int taken() {
		return taken;
	}

	/**
	 * The body, all of which was read.
	 *
	 * @throws Refusal if it is too long, or too much is being read
	 */
	@Override
	public ServletInputStream getInputStream() throws IOException {
		if (body == null) {
			body = new Bytes(bytes());
		}
		return body;
	}

	private byte[] bytes() throws IOException {
		ByteArrayOutputStream read = new ByteArrayOutputStream();
		if (getContentLengthLong() > LONGEST_BODY) {
			throw tooLong();
		}
		InputStream stream = super.getInputStream();
		long begun = System.nanoTime();
		for (byte[] next = next(stream); next.length > 0; next = next(stream)) {
			if (System.nanoTime() - begun > DEADLINE.toNanos()) {
				throw brokenOff();
			}
			take(next.length);
			if (taken > LONGEST_BODY) {
				throw tooLong();
			}
			read.writeBytes(next);
		}
		return read.toByteArray();
	}

	/** What has come of it, however little. Whatever breaks it off is the client's doing, or that of the way to it. */
	private static byte[] next(InputStream stream) {
		byte[] next = new byte[BYTES_AT_A_TIME];
		try {
			return Arrays.copyOf(next, Math.max(0, stream.read(next)));
		} catch (IOException e) {
			throw brokenOff();
		}
	}

	private static Refusal brokenOff() {
		return Refusal.malformed("the body broke off before its end, or did not come in time: send it again");
	}

	private void take(int bytes) {
		if (!free.tryAcquire(bytes)) {
			throw new Refusal(Code.OVERLOADED, "too much is being read at once: try again in a moment");
		}
		taken += bytes;
	}

	private static Refusal tooLong() {
		return new Refusal(Code.LIMIT_EXCEEDED,
				"the body is longer than %d bytes, which is the limit: ask for less in one request"
						.formatted(LONGEST_BODY));
	}

	@Override
	public BufferedReader getReader() throws IOException {
		return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
	}

	@Override
	public @Nullable String getParameter(String name) {
		return ofAddress().getParameter(name);
	}

	@Override
	public Map<String, String[]> getParameterMap() {
		return ofAddress().getParameterMap();
	}

	@Override
	public Enumeration<String> getParameterNames() {
		return ofAddress().getParameterNames();
	}

	@Override
	public String @Nullable [] getParameterValues(String name) {
		return ofAddress().getParameterValues(name);
	}

	@Override
	public Collection<Part> getParts() {
		throw noForm();
	}

	@Override
	public Part getPart(String name) {
		throw noForm();
	}

	private static Refusal noForm() {
		return new Refusal(Code.UNSUPPORTED_MEDIA_TYPE, "forms are not taken here");
	}

	/** Who has the body as a stream has no parameters of it (Jakarta Servlet 6.1, 3.1.1). */
	private HttpServletRequest ofAddress() {
		HttpServletRequest request = (HttpServletRequest) getRequest();
		try {
			request.getInputStream();
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
		return request;
	}

	private static final class Bytes extends ServletInputStream {

		private final ByteArrayInputStream bytes;

		private Bytes(byte[] bytes) {
			this.bytes = new ByteArrayInputStream(bytes);
		}

		@Override
		public int read() {
			return bytes.read();
		}

		@Override
		public int read(byte[] into, int offset, int length) {
			return bytes.read(into, offset, length);
		}

		@Override
		public boolean isFinished() {
			return bytes.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			throw new IllegalStateException("the body was read already");
		}
	}
}

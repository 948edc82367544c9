package org.imprimatur;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that listens to subscriptions, over server-sent events or over WebSocket. */
public sealed interface Listener extends AutoCloseable {

	Duration PATIENCE = Duration.ofSeconds(60);
	JsonMapper JSON = JsonMapper.shared();

	/** Subscribes. */
	void subscribe(String id, String document);

	/** The next result, for which it waits. */
	JsonNode next();

	@Override
	void close();

	/** One stream of events for each subscription, whose id is not sent. */
	final class Events implements Listener {

		private final URI address;
		private final HttpClient client = HttpClient.newHttpClient();
		private final BlockingQueue<JsonNode> results = new LinkedBlockingQueue<>();

		public Events(String origin) {
			this.address = URI.create(origin + "/graphql");
		}

		@Override
		public void subscribe(String id, String document) {
			HttpRequest request = HttpRequest.newBuilder(address).header("Content-Type", "application/json")
					.header("Accept", "text/event-stream")
					.POST(BodyPublishers.ofString(JSON.writeValueAsString(Map.of("query", document)))).build();
			client.sendAsync(request, BodyHandlers.ofLines()).thenAcceptAsync(response -> read(response.body()),
					task -> Thread.ofVirtual().start(task));
		}

		private void read(Stream<String> lines) {
			lines.filter(line -> line.startsWith("data:")).map(line -> line.substring("data:".length()))
					.filter(data -> !data.isBlank()).map(JSON::readTree).forEach(results::add);
		}

		@Override
		public JsonNode next() {
			return take(results);
		}

		@Override
		public void close() {
			client.shutdownNow();
		}
	}

	/** The protocol graphql-transport-ws. */
	final class Socket implements Listener {

		private final HttpClient client = HttpClient.newHttpClient();
		private final BlockingQueue<JsonNode> results = new LinkedBlockingQueue<>();
		private final WebSocket socket;

		public Socket(String origin) {
			socket = client.newWebSocketBuilder().subprotocols("graphql-transport-ws")
					.buildAsync(URI.create(origin.replace("http:", "ws:") + "/graphql"), new Reader()).join();
			send(Map.of("type", "connection_init"));
			if (!take(results).path("type").asString().equals("connection_ack")) {
				throw new AssertionError("the connection is not acknowledged");
			}
		}

		@Override
		public void subscribe(String id, String document) {
			send(Map.of("type", "subscribe", "id", id, "payload", Map.of("query", document)));
		}

		/** Ends a subscription. */
		public void complete(String id) {
			send(Map.of("type", "complete", "id", id));
		}

		@Override
		public JsonNode next() {
			JsonNode message = take(results);
			while (message.path("type").asString().matches("ping|pong|complete")) {
				message = take(results);
			}
			return message.path("type").asString().equals("error")
					? JSON.createObjectNode().set("errors", message.path("payload"))
					: message.path("payload");
		}

		private void send(Map<String, ?> message) {
			send(JSON.writeValueAsString(message));
		}

		/** Sends a text, whatever it is. */
		public void send(String text) {
			socket.sendText(text, true).join();
		}

		/** The next message as it came, or how the connection was closed. */
		public JsonNode message() {
			return take(results);
		}

		@Override
		public void close() {
			// The server may have closed it, and that is as well.
			socket.sendClose(WebSocket.NORMAL_CLOSURE, "").exceptionally(closed -> socket).join();
			client.shutdownNow();
		}

		private final class Reader implements WebSocket.Listener {

			private final StringBuilder text = new StringBuilder();

			@Override
			public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
				text.append(data);
				if (last) {
					results.add(JSON.readTree(text.toString()));
					text.setLength(0);
				}
				webSocket.request(1);
				return null;
			}

			@Override
			public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
				results.add(JSON.createObjectNode().put("closed", code).put("reason", reason));
				return null;
			}
		}
	}

	private static JsonNode take(BlockingQueue<JsonNode> results) {
		try {
			JsonNode next = results.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
			if (next == null) {
				throw new AssertionError("nothing was told for %s".formatted(PATIENCE));
			}
			return next;
		} catch (InterruptedException e) {
			throw new AssertionError(e);
		}
	}
}

package org.imprimatur.api.http;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.imprimatur.api.error.GraphQlError;
import org.imprimatur.api.error.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.graphql.autoconfigure.GraphQlProperties;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlWebSocketHandler;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.socket.CloseStatus;
import org.springframework.web.socket.TextMessage;
import org.springframework.web.socket.WebSocketMessage;
import org.springframework.web.socket.WebSocketSession;
import org.springframework.web.socket.handler.WebSocketSessionDecorator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GraphQL over WebSocket, by the protocol graphql-transport-ws. What is no message of it closes the connection with
 * 4400 and the reason, as it says; what is asked in a message is read as it is at the other doors.
 */
@Component
class WebSockets extends GraphQlWebSocketHandler {

	private static final Set<String> MESSAGES = Set.of("connection_init", "ping", "pong", "subscribe", "complete");
	private static final int UNREADABLE = 4400;
	private static final String SAFE = "imprimatur.safe";
	private static final String BEGUN = "imprimatur.begun";

	private final GraphQlRequestBody requests;
	private final JsonMapper json;
	private final Semaphore free = new Semaphore(BodyLimit.BYTES_AT_ONCE);

	WebSockets(WebGraphQlHandler graphQl, GraphQlProperties properties, GraphQlRequestBody requests, JsonMapper json) {
		super(graphQl, new JacksonJsonHttpMessageConverter(json),
				properties.getWebsocket().getConnectionInitTimeout(), properties.getWebsocket().getKeepAlive());
		this.requests = requests;
		this.json = json;
	}

	/** A connection over which several threads may send. */
	private static final class Safe extends WebSocketSessionDecorator {

		private Safe(WebSocketSession session) {
			super(session);
		}

		@Override
		public synchronized void sendMessage(WebSocketMessage<?> message) throws IOException {
			super.sendMessage(message);
		}
	}

	/** Long messages come in parts, since a buffer for the longest would be held by each connection. */
	@Override
	public boolean supportsPartialMessages() {
		return true;
	}

	@Override
	public void afterConnectionEstablished(WebSocketSession session) {
		super.afterConnectionEstablished(safe(session));
	}

	private static WebSocketSession safe(WebSocketSession session) {
		return (WebSocketSession) session.getAttributes().computeIfAbsent(SAFE, key -> new Safe(session));
	}

	@Override
	protected void handleTextMessage(WebSocketSession session, TextMessage part) throws Exception {
		StringBuilder begun = (StringBuilder) session.getAttributes().computeIfAbsent(BEGUN,
				key -> new StringBuilder());
		if (begun.length() + part.getPayloadLength() > BoundedRequest.LONGEST_BODY) {
			session.close(CloseStatus.TOO_BIG_TO_PROCESS.withReason(
					"a message is longer than %d bytes, which is the limit".formatted(BoundedRequest.LONGEST_BODY)));
		} else if (!part.isLast() && !free.tryAcquire(part.getPayload().length())) {
			session.close(CloseStatus.SERVICE_OVERLOAD.withReason("too much is being read at once: try again"));
		} else if (!part.isLast()) {
			begun.append(part.getPayload());
		} else {
			String whole = begun + part.getPayload();
			forget(session);
			read(safe(session), whole);
		}
	}

	private void forget(WebSocketSession session) {
		if (session.getAttributes().remove(BEGUN) instanceof StringBuilder begun) {
			free.release(begun.length());
		}
	}

	@Override
	public void afterConnectionClosed(WebSocketSession session, CloseStatus status) {
		forget(session);
		super.afterConnectionClosed(session, status);
	}

	private void read(WebSocketSession session, String text) throws Exception {
		try {
			JsonNode message = GraphQlRequestBody.json(text, "the message");
			check(message);
			Refusal refusal = message.path("payload") instanceof ObjectNode payload
					&& message.path("type").asString().equals("subscribe") ? completed(payload) : null;
			if (refusal == null) {
				super.handleTextMessage(session, new TextMessage(json.writeValueAsString(message)));
			} else {
				session.sendMessage(new TextMessage(json.writeValueAsString(Map.of("type", "error", "id",
						message.path("id").asString(), "payload",
						Objects.requireNonNull(GraphQlError.answer(refusal).get("errors"))))));
			}
		} catch (Refusal refusal) {
			session.close(new CloseStatus(UNREADABLE, refusal.sentence()));
		}
	}

	/** Gives what is asked its document, or tells why there is none. */
	private @Nullable Refusal completed(ObjectNode payload) {
		try {
			payload.put("query", requests.read(payload).getDocument());
			return null;
		} catch (Refusal refusal) {
			return refusal;
		}
	}

	private static void check(JsonNode message) {
		String type = message.path("type").asString("");
		JsonNode payload = message.path("payload");
		boolean empty = payload.isMissingNode() || payload.isNull();
		if (!MESSAGES.contains(type)) {
			throw Refusal.malformed("this is no message of graphql-transport-ws: type is %s"
					.formatted(String.join(", ", MESSAGES.stream().sorted().toList())));
		}
		if (!empty && !payload.isObject()) {
			throw Refusal.malformed("payload is no JSON object");
		}
		if (List.of("subscribe", "complete").contains(type) && message.path("id").asString("").isEmpty()) {
			throw Refusal.malformed("a message of this type has an id, which is a text");
		}
		if (type.equals("subscribe") && !payload.has("query") && !payload.has("documentId")
				&& !payload.has("extensions")) {
			throw Refusal.malformed("the payload of subscribe has a query, or a documentId");
		}
	}
}

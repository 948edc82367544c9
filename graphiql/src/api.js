import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { createClient } from "graphql-sse";

/** Relative to the page, which may stand below any path. */
const url = new URL("../graphql", location.href).href;

/** Asks what the page asks; subscriptions as event streams. */
export const fetcher = createGraphiQLFetcher({ url, wsClient: createClient({ url, retryAttempts: 0 }) });

/** Asks for the answer in a media type. */
export const ask = (query, variables, type) =>
	fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: type },
		body: JSON.stringify({ query, variables }),
	});

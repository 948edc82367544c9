import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { getOperationAST, parse } from "graphql";
import { createClient } from "graphql-sse";

/** Relative to the page, which may stand below any path. */
const url = new URL("../graphql", location.href).href;

const fetching = createGraphiQLFetcher({ url, wsClient: createClient({ url, retryAttempts: 0 }) });

/**
 * Asks what the page asks; subscriptions as event streams. What GraphiQL knows of a text is of a moment ago: in a tab that
 * was just opened, the name and the kind of an operation are still those of the tab before.
 */
export const fetcher = (asked, options) => {
	let documentAST = options?.documentAST;
	try {
		documentAST = parse(asked.query);
	} catch {
		// The server says what is wrong with it.
	}
	const operation = documentAST && (getOperationAST(documentAST, asked.operationName) ?? getOperationAST(documentAST));
	return fetching({ ...asked, operationName: operation?.name?.value }, { ...options, documentAST });
};

/** Asks for the answer in a media type. */
export const ask = (query, variables, type) =>
	fetch(url, {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: type },
		body: JSON.stringify({ query, variables }),
	});

import type { TypedDocumentString } from "./generated/graphql.js";

/** The documents of the query library, each with the types of its variables and of its answer. */
export * from "./generated/graphql.js";

interface Answer<Data> {
	data?: Data | null;
	errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Asks Imprimatur one of the documents of its query library. The types of the variables and of the answer are the document's.
 *
 * @param origin where it listens, such as http://localhost:8080
 * @param document one of the library: ConditionSetDocument and others
 * @param variables what it asks about
 * @throws Error if the server refuses or cannot answer: its message is what the server says, its `cause` the errors with
 * their codes
 */
export async function ask<Data, Variables>(
	origin: string,
	document: TypedDocumentString<Data, Variables>,
	variables: Variables,
): Promise<Data> {
	const response = await fetch(new URL("/graphql", origin), {
		method: "POST",
		headers: { "Content-Type": "application/json", Accept: "application/graphql-response+json" },
		body: JSON.stringify({ query: document.toString(), variables }),
	});
	const answer: Answer<Data> = await response.json();
	if (answer.errors || !answer.data) {
		const message = answer.errors?.map((error) => error.message).join("; ") ?? `HTTP ${response.status}`;
		throw new Error(message, { cause: answer.errors });
	}
	return answer.data;
}

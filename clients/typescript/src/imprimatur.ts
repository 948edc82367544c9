import type { TypedDocumentString } from "./generated/graphql.js";

interface Answer<Data> {
	data?: Data | null;
	errors?: { message: string; extensions?: { code?: string } }[];
}

/**
 * Asks Imprimatur one of the documents of its query library. The types of the variables and of the answer are the document's.
 *
 * @param origin where it listens, such as http://localhost:8080
 * @throws Error with what the server says, if it refuses or cannot answer
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
		throw new Error(answer.errors?.map((error) => error.message).join("; ") ?? `HTTP ${response.status}`);
	}
	return answer.data;
}

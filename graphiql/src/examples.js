const documents = import.meta.glob("../../src/main/resources/graphql-documents/*.graphql", {
	query: "?raw",
	import: "default",
	eager: true,
});
const variables = import.meta.glob("../../src/main/resources/graphql-documents/*.variables.json", {
	query: "?raw",
	import: "default",
	eager: true,
});

/** What a visitor sees first. */
const first = "/condition-set.graphql";

/** The documents that ship with the application, as tabs: the first, then in the order of their file names. */
export const examples = Object.keys(documents)
	.sort((one, other) => other.endsWith(first) - one.endsWith(first) || (one < other ? -1 : 1))
	.map((path) => ({
		query: documents[path],
		variables: variables[path.replace(/\.graphql$/, ".variables.json")],
	}));

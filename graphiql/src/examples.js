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

/** The documents that ship with the application, as tabs in the order of their file names. */
export const examples = Object.keys(documents)
	.sort()
	.map((path) => ({
		query: documents[path],
		variables: variables[path.replace(/\.graphql$/, ".variables.json")],
	}));

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

/** What a visitor sees first, in this order; the rest follows by name. */
const first = ["condition-set", "why"];

const rank = ({ name }) => (first.includes(name) ? first.indexOf(name) : first.length);

/** The documents of the query library, with what each asks in its own words. */
export const examples = Object.entries(documents)
	.map(([path, query]) => ({
		name: path.match(/([^/]+)\.graphql$/)[1],
		asks: query.match(/^(# .*\n)+/)[0].replace(/^# /gm, "").trim(),
		query,
		variables: variables[path.replace(/\.graphql$/, ".variables.json")] ?? "",
	}))
	.sort((one, other) => rank(one) - rank(other) || (one.name < other.name ? -1 : 1));

/** The examples that stand open on a first visit. */
export const opened = examples.slice(0, first.length);

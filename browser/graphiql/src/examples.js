import watch from "./watch.graphql?raw";

const documents = import.meta.glob("../../../src/main/resources/graphql-documents/*.graphql", {
	query: "?raw",
	import: "default",
	eager: true,
});
const variables = import.meta.glob("../../../src/main/resources/graphql-documents/*.variables.json", {
	query: "?raw",
	import: "default",
	eager: true,
});

const example = (name, query, variables) => ({
	name,
	title: name.replaceAll("-", " "),
	asks: query.match(/^# (.*)\n/)[1],
	query,
	variables,
});

/** The documents of the query library, and the subscription that no document is, by name. */
const byName = new Map(
	Object.entries(documents).map(([path, query]) => {
		const name = path.match(/([^/]+)\.graphql$/)[1];
		return [name, example(name, query, variables[path.replace(/\.graphql$/, ".variables.json")] ?? "")];
	}),
);
byName.set("watch", example("watch", watch, '{\n  "models": ["model/mythos-5"],\n  "since": 0\n}\n'));

/** By what a visitor wants to know. */
const wanted = {
	"What applies to a model, and why?": ["condition-set", "why", "what-if"],
	"May somebody do something with it?": ["assess", "exceptions", "deadlines"],
	"How do models and companies compare?": ["compare", "models", "company", "restrictions"],
	"What has changed, and what will?": ["changes", "watch", "changed-since"],
	"What happened, and who did it?": ["timeline", "events", "rulings", "instrument", "regulator", "signatory"],
	"Where is it, and how does it hang together?": ["search", "resolve", "resolve-all", "path", "surroundings"],
	"How far can it be trusted?": ["disputes", "weak-sources", "coverage", "statistics", "concerns"],
	"How did our record stand, and is it whole?": ["as-our-record-stood", "revisions", "history", "replay", "verification"],
};

const grouped = new Set(Object.values(wanted).flat());

/** The examples in groups, each with its title; those that are in no group come last. */
export const groups = Object.entries({ ...wanted, More: [...byName.keys()].filter((name) => !grouped.has(name)) })
	.map(([title, names]) => ({ title, examples: names.map((name) => byName.get(name)) }))
	.filter(({ examples }) => examples.length > 0);

/** The examples that stand open on a first visit. */
export const opened = ["condition-set", "why"].map((name) => byName.get(name));

const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);

/** The groups with the examples that have all the words: in what they are called, ask, or are written with. */
export const found = (text) =>
	groups
		.map(({ title, examples }) => ({
			title,
			examples: examples.filter(({ title: name, query, variables }) => {
				const all = `${title} ${name} ${query} ${variables}`.toLowerCase();
				return words(text).every((word) => all.includes(word));
			}),
		}))
		.filter(({ examples }) => examples.length > 0);

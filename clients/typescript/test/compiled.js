import { readFileSync, writeFileSync } from "node:fs";

/** A module with Relay's documents as its compiler has made them: what babel-plugin-relay does for an application. */
export async function compiled(module) {
	const file = new URL(module, import.meta.url);
	const source = readFileSync(file, "utf8").replace(
		/graphql`\s*\w+ (\w+)[^`]*`/g,
		(_, name) => `(await import("./__generated__/${name}.graphql.js")).default`,
	);
	const made = new URL(file.href.replace(/\.js$/, ".compiled.js"));
	writeFileSync(made, source);
	return import(made.href);
}

import { readFileSync, readdirSync } from "node:fs";
import MarkdownIt from "markdown-it";

const root = new URL("../../", import.meta.url);
const read = (path) => readFileSync(new URL(path, root), "utf8");

/** The pages, each by the name of its file: what there is in docs/, and what a reader needs of the root. */
const pages = new Map([
	...["README.md", "CHANGELOG.md", "SECURITY.md"].map((name) => [name, read(name)]),
	...readdirSync(new URL("docs/", root))
		.filter((name) => name.endsWith(".md"))
		.map((name) => [name, read(`docs/${name}`)]),
]);

const page = (name) => name.replace(/\.md$/, ".html");

/** Where a link leads among the pages; nowhere if it is of the repository alone. */
const target = (href) => {
	if (/^(https?:|#)/.test(href)) {
		return href;
	}
	const [path, anchor] = href.split("#");
	const name = path.split("/").pop();
	return pages.has(name) ? page(name) + (anchor ? `#${anchor}` : "") : undefined;
};

const markdown = new MarkdownIt({ html: true });
const anchor = (text) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\s_-]/gu, "")
		.replaceAll(" ", "-");

markdown.renderer.rules.heading_open = (tokens, index) =>
	`<${tokens[index].tag} id="${anchor(tokens[index + 1].content)}">`;
markdown.renderer.rules.link_open = (tokens, index) => {
	const href = target(tokens[index].attrGet("href"));
	return href ? `<a href="${markdown.utils.escapeHtml(href)}">` : "<a>";
};
markdown.renderer.rules.image = () => "";
markdown.renderer.rules.table_open = () => '<div class="table"><table>';
markdown.renderer.rules.table_close = () => "</table></div>";

const html = (name, text) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${markdown.utils.escapeHtml(text.match(/^# (.*)/m)[1])} – Imprimatur</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="docs.css">
<nav><a href="../">GraphiQL</a> <a href="README.html">Overview</a> <a href="rules-of-force.html">Rules</a> <a href="graphql-over-http.html">HTTP</a> <a href="../../reference/">Schema</a> <a href="exports.html">Downloads</a></nav>
<main>
${markdown.render(text)}</main>
`;

/** The documentation as pages beside GraphiQL, so that it can be read where the product runs, and as of its version. */
export const docs = () => ({
	name: "docs",
	generateBundle() {
		const emit = (fileName, source) => this.emitFile({ type: "asset", fileName: `docs/${fileName}`, source });
		pages.forEach((text, name) => emit(page(name), html(name, text)));
		emit("docs.css", readFileSync(new URL("src/docs.css", import.meta.url), "utf8"));
		emit("LICENSE.txt", read("LICENSE"));
	},
});

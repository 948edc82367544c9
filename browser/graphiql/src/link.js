/** A link holds a question behind the #, where no server sees it and no server can find it too long. */
const read = () => new URLSearchParams(location.hash.slice(1) || location.search);

const asked = read();

/** The question that the page was opened with, if it was. */
export const linked = asked.has("query")
	? { query: asked.get("query"), variables: asked.get("variables") ?? "" }
	: undefined;

if (linked) {
	// It stands in a tab now, and another reload would open it once more.
	history.replaceState(null, "", location.pathname);
}

addEventListener("hashchange", () => read().has("query") && location.reload());

/** The address of this page with a question, ready to run. */
export const linkTo = (query, variables) =>
	`${location.origin}${location.pathname}#${new URLSearchParams({ query, variables })}`;

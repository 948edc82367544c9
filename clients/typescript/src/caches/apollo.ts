import type { FieldPolicy, TypePolicies } from "@apollo/client";
import { pages, withoutId } from "./schema.js";

/** For `new InMemoryCache({ possibleTypes, typePolicies })`: the types of each interface. */
export { possibleTypes } from "./schema.js";

interface Page {
	edges?: unknown[];
	nodes?: unknown[];
	pageInfo?: { endCursor?: string | null };
}

/**
 * For `new InMemoryCache({ possibleTypes, typePolicies })`: what has an id is filed under it, what has none is a part of
 * what holds it, and `fetchMore` with the page's `endCursor` as `after` appends to the list.
 */
export const typePolicies: TypePolicies = Object.fromEntries(
	[...new Set([...withoutId, ...Object.keys(pages)])].map((type) => [
		type,
		{
			...(withoutId.includes(type) ? { keyFields: false, merge: true } : {}),
			fields: Object.fromEntries(Object.entries(pages[type] ?? {}).map(([field, keyArgs]) => [field, paged(keyArgs)])),
		},
	]),
);

/** Lists of one length alone are one list: somebody else who asks for five does not cut what one has of twenty. */
function paged(keyArgs: string[]): FieldPolicy<Page> {
	return {
		keyArgs: (args) => JSON.stringify(["first", ...keyArgs].map((name) => args?.[name] ?? null)),
		merge(existing, incoming, { args }) {
			if (!existing || !args?.["after"]) {
				return { ...existing, ...incoming };
			}
			if (existing.pageInfo?.endCursor !== args["after"]) {
				return existing;
			}
			return {
				...existing,
				...incoming,
				...joined("edges", existing, incoming),
				...joined("nodes", existing, incoming),
			};
		},
	};
}

function joined(list: "edges" | "nodes", existing: Page, incoming: Page): Page {
	return incoming[list] ? { [list]: [...(existing[list] ?? []), ...incoming[list]] } : {};
}

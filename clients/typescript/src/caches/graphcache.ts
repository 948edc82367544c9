import type { KeyingConfig, ResolverConfig } from "@urql/exchange-graphcache";
import { relayPagination } from "@urql/exchange-graphcache/extras";
import { pages, withoutId } from "./schema.js";

/** For `cacheExchange({ schema, keys, resolvers })`: the schema, as introspection tells it. */
export { introspection as schema } from "../generated/introspection.js";

/** For `cacheExchange({ schema, keys, resolvers })`: what has no id is a part of what holds it. */
export const keys: KeyingConfig = Object.fromEntries(withoutId.map((type) => [type, () => null]));

/** The pages that were asked of a list, as one. */
export const resolvers: ResolverConfig = Object.fromEntries(
	Object.entries(pages).map(([type, fields]) => [
		type,
		Object.fromEntries(Object.keys(fields).map((field) => [field, relayPagination()])),
	]),
);

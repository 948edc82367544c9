// Makes of the schema what normalised caches have to be told of it: src/caches/schema.ts, which is in the repository,
// and src/generated/introspection.ts, which is not, since it is long.
import { readFileSync, writeFileSync } from "node:fs";
import { buildSchema, introspectionFromSchema, isInterfaceType, isObjectType, getNamedType } from "graphql";
import { minifyIntrospectionQuery } from "@urql/introspection";

const ROOTS = ["Query", "Subscription"];
const PAGE = ["after", "first"];

const schema = buildSchema(readFileSync("../schema.graphql", "utf8"));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__"));
const objects = types.filter(isObjectType);

const possibleTypes = Object.fromEntries(
	types.filter(isInterfaceType).map((type) => [type.name, schema.getPossibleTypes(type).map((it) => it.name).sort()]),
);
const withoutId = objects.filter((type) => !type.getFields().id && !ROOTS.includes(type.name)).map((type) => type.name);
const pages = Object.fromEntries(
	objects.map((type) => [type.name, pagesOf(type)]).filter(([, fields]) => Object.keys(fields).length > 0),
);

function pagesOf(type) {
	const paged = Object.values(type.getFields()).filter(
		(field) => isObjectType(getNamedType(field.type)) && "pageInfo" in getNamedType(field.type).getFields(),
	);
	return Object.fromEntries(
		paged.map((field) => [field.name, field.args.map((it) => it.name).filter((name) => !PAGE.includes(name))]),
	);
}

writeFileSync(
	"src/caches/schema.ts",
	`// Made of the schema by caches.js.

/** The types of each interface. */
export const possibleTypes: Record<string, string[]> = ${lines(possibleTypes)};

/** The types whose objects have no identity: they are a part of what holds them. */
export const withoutId: string[] = ${lines(withoutId)};

/** The fields that answer with a page, by type, and which of their arguments tell one list from another. */
export const pages: Record<string, Record<string, string[]>> = ${lines(pages)};
`,
);
writeFileSync(
	"src/generated/introspection.ts",
	`import type { CacheExchangeOpts } from "@urql/exchange-graphcache";

export const introspection: NonNullable<CacheExchangeOpts["schema"]> = ${JSON.stringify(minifyIntrospectionQuery(introspectionFromSchema(schema)))};
`,
);

function lines(value) {
	return JSON.stringify(value, null, "\t").replace(/\[\s+([^[\]]*?)\s+\]/g, (_, list) => `[${list.replace(/\s+/g, " ")}]`);
}

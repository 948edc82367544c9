import { readFileSync, writeFileSync } from "node:fs";
import { codegen } from "@graphql-codegen/core";
import * as operations from "@graphql-codegen/typescript-operations";
import { buildSchema, parse } from "graphql";

// The types of the answers to the documents of the library that the workbench asks.
const ASKED = ["path", "search", "surroundings"];

const sdl = readFileSync(new URL("../clients/schema.graphql", import.meta.url), "utf8");
const library = new URL("../src/main/resources/graphql-documents/", import.meta.url);

const types = await codegen({
	filename: "answers.ts",
	schema: parse(sdl),
	schemaAst: buildSchema(sdl),
	documents: ASKED.map((name) => ({ document: parse(readFileSync(new URL(`${name}.graphql`, library), "utf8")) })),
	config: { mergeFragmentTypes: true, scalars: { ID: "string" } },
	plugins: [{ operations: {} }],
	pluginMap: { operations },
});
writeFileSync(new URL("workbench/src/answers.ts", import.meta.url), types);

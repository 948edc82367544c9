// Writes the schema as a page, for people: reference.js SCHEMA FOLDER. Anchors are schema coordinates, as #Model or
// #Query.models(first:), so that each type, field, argument and value can be cited.
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import {
	astFromValue,
	buildSchema,
	getNamedType,
	isAbstractType,
	isEnumType,
	isInputObjectType,
	isIntrospectionType,
	isObjectType,
	isScalarType,
	print,
} from "graphql";
import MarkdownIt from "markdown-it";

const [sdl, folder] = process.argv.slice(2);
const schema = buildSchema(readFileSync(sdl, "utf8"));
const types = Object.values(schema.getTypeMap())
	.filter((type) => !isIntrospectionType(type))
	.sort((one, other) => one.name.localeCompare(other.name, "en"));

const markdown = new MarkdownIt();
const escaped = markdown.utils.escapeHtml;
const join = (list, html, separator = "") => list.map(html).join(separator);
const link = (coordinate, text = coordinate) => `<a href="#${coordinate}">${text}</a>`;
/** A type as SDL writes it, with the name in it a link. */
const linked = (type) => String(type).replace(/\w+/, (name) => link(name));

const isRoot = (type) => [schema.getQueryType(), schema.getSubscriptionType()].includes(type);
const isPaging = (type) => /(Connection|Edge|PageInfo)$/.test(type.name);
const groups = [
	{ title: "Where questions begin", keyword: "type", has: isRoot },
	{ title: "Interfaces", keyword: "interface", has: isAbstractType },
	{ title: "Objects", keyword: "type", has: (type) => isObjectType(type) && !isRoot(type) && !isPaging(type) },
	{ title: "Inputs", keyword: "input", has: isInputObjectType },
	{ title: "Enums", keyword: "enum", has: isEnumType },
	{ title: "Scalars", keyword: "scalar", has: isScalarType },
	{ title: "Pages of lists", keyword: "type", has: (type) => isObjectType(type) && isPaging(type) },
].map((group) => ({ ...group, types: types.filter(group.has) }));

/** Where each type is met: the coordinates of the fields and arguments that are of it. */
const met = new Map(types.map((type) => [type, []]));
for (const type of types) {
	for (const field of Object.values(type.getFields?.() ?? {})) {
		met.get(getNamedType(field.type)).push(`${type.name}.${field.name}`);
		for (const argument of field.args ?? []) {
			met.get(getNamedType(argument.type)).push(`${type.name}.${field.name}(${argument.name}:)`);
		}
	}
}

const told = ({ description, deprecationReason }) =>
	markdown.render(description ?? "") +
	(deprecationReason ? `<div class="notice">${markdown.render(`Deprecated: ${deprecationReason}`)}</div>` : "");

/** A field, an argument or a value, with its arguments if it has any. */
function member(coordinate, { name, type, defaultValue, args = [], ...it }) {
	const value = defaultValue === undefined ? "" : ` = ${escaped(print(astFromValue(defaultValue, type)))}`;
	return `<dt id="${coordinate}"><code>${link(coordinate, name)}${type ? `: ${linked(type)}` : ""}${value}</code></dt>
<dd>${told(it)}${args.length ? members(args, (argument) => `${coordinate}(${argument.name}:)`) : ""}</dd>
`;
}

const members = (list, coordinate) => `<dl>
${join(list, (it) => member(coordinate(it), it))}</dl>
`;

const others = (words, list, html) => (list.length ? `<p class="by">${words} ${join(list, html, ", ")}.</p>\n` : "");

const section = (keyword) => (type) => {
	const interfaces = type.getInterfaces?.() ?? [];
	const parts = type.getValues?.() ?? Object.values(type.getFields?.() ?? {});
	return `<section>
<h3 id="${type.name}">${keyword} ${link(type.name)}${interfaces.length ? ` implements ${join(interfaces, linked, " &amp; ")}` : ""}</h3>
${told(type)}${type.specifiedByURL ? `<p class="by">As <a href="${escaped(type.specifiedByURL)}">it is specified</a>.</p>\n` : ""}\
${others("It is one of", isAbstractType(type) ? schema.getPossibleTypes(type) : [], linked)}\
${parts.length ? members(parts, (it) => `${type.name}.${it.name}`) : ""}\
${others("Met at", isScalarType(type) ? [] : met.get(type), (it) => link(it))}</section>
`;
};

mkdirSync(folder, { recursive: true });
copyFileSync(new URL("reference.css", import.meta.url), `${folder}/reference.css`);
writeFileSync(
	`${folder}/index.html`,
	`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Every type, field, argument and value of Imprimatur's GraphQL schema.">
<title>Reference – Imprimatur</title>
<link rel="icon" type="image/svg+xml" href="../workbench.svg">
<link rel="stylesheet" href="../workbench.css">
<link rel="stylesheet" href="reference.css">
</head>
<body>
<a class="skip" href="#main">To the content</a>
<header class="site">
<a class="mark" href="../">Imprimatur</a>
<nav aria-label="Main"><a href="../graphiql/">GraphiQL</a> <a href="../graphiql/docs/README.html">Documentation</a> <a href="../graphql/schema.graphql">The schema as a text</a></nav>
</header>
<div class="reference">
<nav aria-label="Types">
${join(groups, ({ title, types }) => `<h2>${title}</h2>\n<ul>${join(types, ({ name }) => `<li>${link(name)}</li>`)}</ul>\n`)}</nav>
<main id="main">
<h1>Reference of the schema</h1>
${told(schema)}${join(groups, ({ title, keyword, types }) => `<h2>${title}</h2>\n${join(types, section(keyword))}`)}</main>
</div>
</body>
</html>
`,
);

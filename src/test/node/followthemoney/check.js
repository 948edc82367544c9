// Reads FollowTheMoney entities, one a line, with the model's own package, and tells what does not fit the model.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Model, defaultModel } = require("@alephdata/followthemoney");

const ID = /^[0-9a-zA-Z]([0-9a-zA-Z.\-]*[0-9a-zA-Z])?$/;
const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/;

const model = new Model(defaultModel);
const problems = [];
const lines = readFileSync(process.argv[2], "utf8").trimEnd().split("\n").map((line) => JSON.parse(line));
const entities = new Map();
const census = {};

for (const line of lines) {
  try {
    const entity = model.getEntity(line);
    if (entities.has(line.id)) problems.push(`${line.id}: occurs twice`);
    entities.set(line.id, entity);
    census[line.schema] = (census[line.schema] ?? 0) + 1;
  } catch (e) {
    problems.push(`${line.id}: ${e.message}`);
  }
}

for (const [id, entity] of entities) {
  if (!ID.test(id)) problems.push(`${id}: is no id`);
  if (entity.schema.abstract) problems.push(`${id}: ${entity.schema.name} is abstract`);
  for (const required of new Set([...entity.schema.schemata].flatMap((it) => requiredBy(entity.schema, it)))) {
    if (entity.getProperty(required).length === 0) problems.push(`${id}: ${required} is required`);
  }
  for (const property of entity.getProperties()) {
    for (const value of entity.getProperty(property)) hold(id, property, value);
  }
}

// An article is a document without a file.
function requiredBy(schema, ancestor) {
  const required = defaultModel.schemata[ancestor].required ?? [];
  return schema.name === "Article" ? required.filter((it) => it !== "fileName") : required;
}

function hold(id, property, value) {
  const type = defaultModel.types[property.type.name];
  const where = `${id}: ${property.name}`;
  if (property.stub) problems.push(`${where} is only the reverse of another`);
  if (value.length > (type.maxLength ?? Infinity)) problems.push(`${where} is longer than ${type.maxLength}`);
  switch (property.type.name) {
    case "entity": {
      const target = entities.get(value);
      if (!target) problems.push(`${where} leads to ${value}, which is not there`);
      else if (!target.schema.isA(property.range)) problems.push(`${where} leads to ${value}, no ${property.range}`);
      break;
    }
    case "country":
      if (!(value in type.values)) problems.push(`${where} is ${value}, no country`);
      break;
    case "date":
      if (!DATE.test(value)) problems.push(`${where} is ${value}, no date`);
      break;
    case "url":
      if (!URL.canParse(value)) problems.push(`${where} is ${value}, no URL`);
      break;
  }
}

console.log(JSON.stringify(census));
problems.forEach((problem) => console.log(problem));
process.exitCode = problems.length === 0 ? 0 : 1;

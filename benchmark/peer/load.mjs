// load.mjs FACTS: the facts as plain nodes and relationships, with an index on what is looked up and ordered by.
import fs from 'node:fs';
import neo4j from 'neo4j-driver';

const KINDS = { agencies: 'Agency', companies: 'Company', models: 'Model', letters: 'Letter', conditions: 'Condition', sources: 'Source' };
const facts = JSON.parse(fs.readFileSync(process.argv[2]));
const driver = neo4j.driver(process.env.BOLT);
const session = driver.session({ database: 'neo4j' });

async function run(statement, rows) {
	for (let from = 0; from < rows.length; from += 5000) {
		await session.run(statement, { rows: rows.slice(from, from + 5000) });
	}
}

function link(from, type, to, rows) {
	return run(`UNWIND $rows AS row MATCH (a:${from} {id: row[0]}) MATCH (b:${to} {id: row[1]}) CREATE (a)-[:${type}]->(b)`, rows);
}

const known = await session.run('MATCH (node) RETURN count(node) AS nodes');
if (known.records[0].get('nodes').toNumber() === 0) {
	for (const kind of Object.values(KINDS)) {
		await session.run(`CREATE CONSTRAINT FOR (node:${kind}) REQUIRE node.id IS UNIQUE`);
	}
	await session.run('CREATE INDEX FOR (node:Model) ON (node.name)');
	await session.run('CALL db.awaitIndexes()');
	for (const [plural, kind] of Object.entries(KINDS)) {
		const scalars = facts[plural].map((fact) => Object.fromEntries(Object.entries(fact).filter(([, it]) => typeof it !== 'object')));
		await run(`UNWIND $rows AS row CREATE (node:${kind}) SET node = row`, scalars);
	}
	await link('Model', 'DEVELOPED_BY', 'Company', facts.models.map((it) => [it.id, it.developer]));
	await link('Letter', 'ISSUED_BY', 'Agency', facts.letters.map((it) => [it.id, it.issuedBy[0]]));
	await link('Letter', 'IMPOSES', 'Condition', facts.letters.flatMap((it) => it.imposes.map((imposed) => [it.id, imposed])));
	await link('Condition', 'COVERS_MODEL', 'Model', facts.conditions.map((it) => [it.id, it.scope.models[0]]));
	for (const [plural, kind] of Object.entries(KINDS)) {
		await run(
			`UNWIND $rows AS row MATCH (a:${kind} {id: row[0]}) MATCH (b:Source {id: row[1]})
			CREATE (a)-[:HAS_EVIDENCE]->(:Evidence {paraphrase: row[2]})-[:CITES]->(b)`,
			facts[plural].flatMap((it) => (it.evidence ?? []).map((passage) => [it.id, passage.source, passage.paraphrase])),
		);
	}
	await session.run('CALL db.resampleOutdatedIndexes()');
}
await driver.close();

// Asks a server with the clients that there are, set up as docs/clients.md has it. Its argument is where that listens.
import assert from "node:assert/strict";
import { connect as tcp, createServer } from "node:net";
import { gql } from "@apollo/client";
import { createClient as sseClient } from "graphql-sse";
import { createClient as wsClient } from "graphql-ws";
import { createOperationDescriptor, fetchQuery, getRequest, requestSubscription } from "relay-runtime";
import { WebSocket } from "ws";
import * as apollo from "../examples/apollo.js";
import * as urql from "../examples/urql.js";
import { compiled } from "./compiled.js";

const PATIENCE_MILLISECONDS = 60_000;
setTimeout(() => assert.fail("what should be told is not"), PATIENCE_MILLISECONDS);
globalThis.WebSocket ??= WebSocket;
/** Caches warn of what they lose, and of objects that are two things. */
const warnings = [];
console.warn = console.error = (...words) => warnings.push(words.join(" "));
const [origin] = process.argv.slice(2);
const relay = await compiled("../examples/relay.js");
const { TODAY, AT_REVISION, LONG_AGO, CHANGES } = await compiled("./documents.js");
const model = "model/mythos-5";
/** Relay knows edges alone. */
const NODES = `query Nodes($first: Int!, $after: String) {
	models(first: $first, after: $after) { nodes { id name } totalCount pageInfo { endCursor } }
}`;
/** Its conditions have changed since. */
const LONG_SINCE = "2026-06-13";
const text = (document) => document.params.text;

/** One promise of each kind of client: to ask the server, to read the cache alone, and to be told once. */
function apolloClient() {
	const client = apollo.connect(origin);
	return {
		...apollo,
		client,
		ask: async (document, variables) =>
			(await client.query({ query: gql(text(document)), variables, fetchPolicy: "network-only" })).data,
		cached: async (document, variables) => client.cache.readQuery({ query: gql(text(document)), variables }),
		told: (variables) =>
			new Promise((next, error) => client.subscribe({ query: gql(text(CHANGES)), variables }).subscribe({ next, error })),
		async more(query, variables, after) {
			await client.query({ query: gql(query), variables });
			const pages = client.watchQuery({ query: gql(query), variables });
			const shown = pages.subscribe(() => {});
			await pages.fetchMore({ variables: { after } });
			shown.unsubscribe();
			return client.cache.readQuery({ query: gql(query), variables });
		},
		close: () => client.stop(),
	};
}

function urqlClient() {
	const client = urql.connect(origin);
	const query = async (document, variables, requestPolicy) => {
		const { data, error } = await client.query(gql(document), variables, { requestPolicy }).toPromise();
		assert.equal(error, undefined);
		return data;
	};
	return {
		...urql,
		client,
		ask: (document, variables) => query(text(document), variables, "network-only"),
		cached: (document, variables) => query(text(document), variables, "cache-only"),
		told: (variables) =>
			new Promise((next) => {
				const { unsubscribe } = client.subscription(gql(text(CHANGES)), variables).subscribe((result) => {
					next(result);
					setImmediate(() => unsubscribe());
				});
			}),
		async more(document, variables, after) {
			await query(document, variables, "cache-first");
			await query(document, { ...variables, after }, "cache-first");
			return query(document, variables, "cache-only");
		},
		close() {},
	};
}

function relayClient() {
	const client = relay.connect(origin);
	const cached = (document, variables) => {
		const read = client.lookup(createOperationDescriptor(getRequest(document), variables).fragment);
		assert.equal(read.isMissingData, false);
		return structuredClone(read.data);
	};
	return {
		...relay,
		client,
		ask: async (document, variables) => structuredClone(await fetchQuery(client, document, variables).toPromise()),
		cached,
		told: (variables) =>
			new Promise((onNext, onError) => {
				const { dispose } = requestSubscription(client, {
					subscription: CHANGES,
					variables,
					onError,
					onNext: (data) => {
						onNext({ data });
						setImmediate(() => dispose());
					},
				});
			}),
		async more(_, variables, after) {
			await fetchQuery(client, TODAY, { ...variables, after }).toPromise();
			return cached(TODAY, variables);
		},
		close() {},
	};
}

const clients = Object.entries({ "Apollo Client": apolloClient(), urql: urqlClient(), Relay: relayClient() });
const revision = (await ask("{ revision }")).revision;

for (const [name, it] of clients) {
	const variables = { model, first: 2 };
	const today = plain(await it.ask(TODAY, variables));
	const stands = async (after) =>
		assert.deepEqual(plain(await it.cached(TODAY, variables)), today, `${name}: today's answer after ${after}`);
	await stands("it was asked");
	assert.equal((await it.ask(LONG_AGO, variables)).at.models.totalCount, 0);
	await stands("what our record held long ago");
	assert.equal((await it.ask(AT_REVISION, { model, revision })).at.model.id, `${model}@${revision}`);
	await stands("what it holds at its newest revision");
	assert.equal((await it.told({ model, since: 0 })).data.conditionSetChanged.model.id, model);
	await stands("a push");
	const { endCursor } = today.models.pageInfo;
	const { edges } = plain(await it.more(text(TODAY), variables, endCursor)).models;
	assert.deepEqual(edges.slice(0, 2), today.models.edges, name);
	assert.equal(new Set(edges.map((edge) => edge.node.id)).size, 4, `${name}: two pages`);
	if (name !== "Relay") {
		const { nodes, totalCount } = (await it.more(NODES, variables, endCursor)).models;
		assert.deepEqual(plain(nodes), edges.map((edge) => edge.node), `${name}: two pages of nodes`);
		assert.ok(totalCount > nodes.length);
	}
	console.log(`${name}: the cache stays true`);
}

await reconnects("graphql-ws", (url) => {
	const client = wsClient({ url: `${url.replace("http", "ws")}/graphql`, retryWait: async () => {} });
	return { subscribe: client.subscribe, close: client.dispose };
});
await reconnects("graphql-sse", (url) => {
	const client = sseClient({ url: `${url}/graphql`, retry: async () => {} });
	return { subscribe: client.subscribe, close: client.dispose };
});

for (const [name, it] of clients) {
	const summaries = [];
	const receipt = await it.showToday(it.client, model, (summary) => summaries.push(summary));
	await new Promise((told) =>
		it.follow(it.client, model, { ...receipt, asOf: LONG_SINCE }, (summary) => told(summaries.push(summary))),
	);
	assert.equal(summaries[1], summaries[0], name);
	assert.match(summaries[0], /Claude Mythos 5/, name);
	console.log(`${name}: shows the summary, and again when it is told`);
	it.close();
}
assert.deepEqual(warnings, []);
process.exit();

/** What a client knows is told to the server anew where its connection is cut, if it is kept in its variables. */
async function reconnects(name, connect) {
	const cut = await proxy();
	const client = connect(cut.url);
	const variables = { model, since: 0 };
	const told = [];
	await new Promise((done, error) => {
		client.subscribe(
			{ query: text(CHANGES), variables },
			{
				next({ data }) {
					told.push(data.conditionSetChanged);
					if (told.length === 2) {
						done();
					} else {
						Object.assign(variables, { since: revision, sinceDay: LONG_SINCE });
						cut.off();
					}
				},
				error,
				complete: () => error(new Error(`${name}: complete`)),
			},
		);
	});
	assert.deepEqual(told.map((change) => change.previousRevision), [0, revision], name);
	client.close();
	cut.close();
	console.log(`${name}: comes back, and is told what it missed`);
}

/** A way to the server that can be cut. */
function proxy() {
	const sockets = new Set();
	const server = createServer((socket) => {
		const { hostname, port } = new URL(origin);
		const onward = tcp(Number(port), hostname);
		for (const each of [socket, onward]) {
			sockets.add(each);
			each.on("error", () => {});
		}
		socket.pipe(onward).pipe(socket);
	});
	const off = () => sockets.forEach((socket) => socket.destroy());
	return new Promise((ready) =>
		server.listen(0, "127.0.0.1", () =>
			ready({ url: `http://127.0.0.1:${server.address().port}`, off, close: () => server.close(off()) }),
		),
	);
}

async function ask(query) {
	const response = await fetch(`${origin}/graphql`, {
		method: "POST",
		headers: { "Content-Type": "application/json" },
		body: JSON.stringify({ query }),
	});
	return (await response.json()).data;
}

/** Without what clients add for themselves. */
function plain(data) {
	return JSON.parse(JSON.stringify(data, (key, value) => (key.startsWith("__") ? undefined : value)));
}

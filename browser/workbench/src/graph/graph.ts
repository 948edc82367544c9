import { render } from "lit-html";
import type { PathQuery } from "../answers";
import { ask } from "../ask";
import { Drawing } from "./drawing";
import { type Edge, Exploration, readingFrom } from "./exploration";
import { type Deeds, type State, type Step, view } from "./view";

const MOST = 100;

/** On the list of what is linked to a node grows the drawing, from which one goes on to all else. */
export const grow = async (place: HTMLElement): Promise<void> => {
	const { from: start = "", to: end } = place.dataset;
	const exploration = new Exploration();
	const state: State = { start, chosen: start, omitted: undefined, end: "", chains: [], told: "" };
	/** Of what was asked about: the last neighbour that was told, and how many come after it. */
	const asked = new Map<string, { last: string; omitted: number }>();
	let drawing: Drawing | undefined;

	const tell = (told: string) => {
		state.told = told;
		state.omitted = asked.get(state.chosen)?.omitted;
		render(view(exploration, state, deeds), place);
	};
	const draw = (ids: string[], told = (added: number) => `${added} added.`) => {
		tell(told(exploration.draw(ids)));
		drawing?.show(exploration.nodes, exploration.edges);
		drawing?.choose(state.chosen);
	};
	const attempt = (step: () => Promise<void>) =>
		step().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));

	const askOn = async (id: string) => {
		const after = asked.get(id)?.last ?? "";
		const { graph } = await ask("surroundings", { around: id, first: MOST, after });
		exploration.learn(graph.nodes, graph.edges.map(edge));
		asked.set(id, { last: graph.nodes.at(-1)?.id ?? after, omitted: graph.omitted });
	};
	const learn = async (id: string) => {
		if (!asked.has(id)) {
			await askOn(id);
		}
	};
	const choose = (id: string) => attempt(async () => {
		state.chosen = id;
		draw([id], () => "");
		await learn(id);
		if (state.chosen === id) {
			draw([id], () => `${exploration.node(id).name} is chosen.`);
		}
	});
	const further = (id: string) => attempt(async () => {
		await askOn(id);
		tell("More of what it is linked to is listed.");
	});
	const join = (id: string) => attempt(async () => {
		const { path } = await ask("path", { from: start, to: id });
		const chains = path?.chains ?? [];
		const edges = chains.flatMap(({ steps }) => steps.flatMap(({ edges }) => edges.map(edge)));
		exploration.learn(chains.flatMap(({ nodes }) => nodes), edges);
		state.chosen = state.end = id;
		state.chains = chains.map(({ steps, nodes }) => told(steps, nodes));
		draw(chains.flatMap(({ nodes }) => nodes.map(({ id }) => id)));
		drawing?.mark(edges);
		history.replaceState(null, "", `?${new URLSearchParams({ from: start, to: id })}`);
		await learn(id);
		draw([id], () => "");
	});

	const deeds: Deeds = {
		choose: async (id) => {
			await choose(id);
			place.querySelector<HTMLElement>("#chosen a")?.focus();
		},
		join,
		add: (nodes) => draw(nodes.map(({ id }) => id)),
		takeOut: (id) => {
			exploration.erase(id);
			draw([], () => `${exploration.node(id).name} is taken out of the drawing.`);
		},
		further,
		zoom: (inward) => drawing?.zoom(inward),
		fit: () => drawing?.fit(),
	};

	await learn(start);
	place.replaceChildren();
	draw([start, ...exploration.groups(start).flatMap(({ nodes }) => nodes.map(({ id }) => id))], () => "");
	drawing = new Drawing(place.querySelector<HTMLElement>(".canvas") ?? place, start, {
		node: choose,
		edge: ({ from, reads, to }) => tell(`${exploration.node(from).name} ${reads} ${exploration.node(to).name}.`),
	});
	draw([start], () => "");
	if (end) {
		await join(end);
	}
};

type Told = { from: { id: string }; reads: string; readsBack: string; to: { id: string } };

const edge = ({ from, to, ...told }: Told): Edge => ({ ...told, from: from.id, to: to.id });

type Chain = NonNullable<PathQuery["path"]>["chains"][number];

/** The steps of a chain, each with the first of the relationships between its ends. */
const told = (steps: Chain["steps"], nodes: Chain["nodes"]): Step[] =>
	steps.flatMap(({ edges: [first] }, place) => {
		const [from, to] = [nodes[place], nodes[place + 1]];
		return first && from && to ? [{ from, reads: readingFrom(from.id, edge(first)), to }] : [];
	});

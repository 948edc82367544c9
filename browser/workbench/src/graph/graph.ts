import { render } from "lit-html";
import type { PathQuery } from "../answers";
import { ask } from "../ask";
import { Drawing } from "./drawing";
import { type Edge, Exploration } from "./exploration";
import { type Deeds, type State, type Step, view } from "./view";

const MOST = 100;

/** On the list of what is linked to a node grows the drawing, from which one goes on to all else. */
export const grow = async (place: HTMLElement): Promise<void> => {
	const { from: start = "", to: end, readings = "{}" } = place.dataset;
	const exploration = new Exploration(JSON.parse(readings));
	const state: State = { start, chosen: start, omitted: undefined, end: "", chains: [], told: "" };
	const omitted = new Map<string, number>();
	let drawing: Drawing | undefined;

	const tell = (told: string) => {
		state.told = told;
		state.omitted = omitted.get(state.chosen);
		render(view(exploration, state, deeds), place);
	};
	const draw = (ids: string[], told = (added: number) => `${added} added.`) => {
		tell(told(exploration.draw(ids)));
		drawing?.show(exploration.nodes, exploration.edges);
		drawing?.choose(state.chosen);
	};
	const attempt = (step: () => Promise<void>) =>
		step().catch((error: unknown) => tell(error instanceof Error ? error.message : String(error)));

	const learn = async (id: string) => {
		if (!omitted.has(id)) {
			const { graph } = await ask("surroundings", { around: id, first: MOST });
			exploration.learn(graph.nodes, graph.edges.map(edge));
			omitted.set(id, graph.omitted);
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
	const join = (id: string) => attempt(async () => {
		const { path } = await ask("path", { from: start, to: id });
		const chains = path?.chains ?? [];
		const edges = chains.flatMap(({ steps }) => steps.flatMap(({ edges }) => edges.map(edge)));
		exploration.learn(chains.flatMap(({ nodes }) => nodes), edges);
		state.chosen = state.end = id;
		state.chains = chains.map(({ steps, nodes }) => told(exploration, steps, nodes));
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

type Told = { from: { id: string }; reads: string; to: { id: string } };

const edge = ({ from, reads, to }: Told): Edge => ({ from: from.id, reads, to: to.id });

type Chain = NonNullable<PathQuery["path"]>["chains"][number];

/** The steps of a chain, each with the first of the relationships between its ends. */
const told = (exploration: Exploration, steps: Chain["steps"], nodes: Chain["nodes"]): Step[] =>
	steps.flatMap(({ edges: [first] }, place) => {
		const [from, to] = [nodes[place], nodes[place + 1]];
		return first && from && to ? [{ from, reads: exploration.reads(edge(first), from.id), to }] : [];
	});

import { html, nothing, type TemplateResult } from "lit-html";
import { base } from "../base";
import { type Exploration, type Group, kind, type Node } from "./exploration";
import { shapeOf } from "./shapes";

/** What a reader can do. */
export type Deeds = {
	choose(id: string): void;
	add(nodes: Node[]): void;
	takeOut(id: string): void;
	/** Asks for more of what is linked to a node. */
	further(id: string): void;
	join(id: string): void;
	zoom(inward: boolean): void;
	fit(): void;
};

export type Step = { from: Node; reads: string; to: Node };

export type State = {
	start: string;
	chosen: string;
	/** How many neighbours of what is chosen are not known yet; undefined while they are asked for. */
	omitted: number | undefined;
	/** Where the chains end that are drawn, and their steps. */
	end: string;
	chains: Step[][];
	told: string;
};

const count = (number: number, one: string, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

const extent = ({ nodes, edges }: Exploration) => `${count(nodes.length, "node")} and ${count(edges.length, "link")}`;

const page = (id: string) => new URL(id, base).href;

const from = (id: string) => new URL(`graph?from=${id}`, base).href;

const choice = ({ id, name }: Node, { chosen }: State, deeds: Deeds) =>
	html`<a href=${from(id)} aria-current=${id === chosen}
		@click=${(event: MouseEvent) => here(event) && deeds.choose(id)}>${name}</a>`;

/** Whether a click is meant for this page, and not for another window. */
const here = (event: MouseEvent): boolean => {
	const meant = !(event.ctrlKey || event.metaKey || event.shiftKey);
	if (meant) {
		event.preventDefault();
	}
	return meant;
};

/** The drawing, what is chosen in it, and as a list all that it holds. */
export const view = (exploration: Exploration, state: State, deeds: Deeds): TemplateResult => html`
	<div class="exploration">
		<figure>
			<div class="canvas" tabindex="0" role="application" aria-describedby="keys"
				aria-label=${`A drawing of ${extent(exploration)}. The list below it holds the same.`}></div>
			<div class="zoom">
				<button aria-label="Zoom in" @click=${() => deeds.zoom(true)}>+</button>
				<button aria-label="Zoom out" @click=${() => deeds.zoom(false)}>−</button>
				<button @click=${deeds.fit}>All</button>
			</div>
			<figcaption>${legend(exploration)}
				<span id="keys">Arrows move the drawing, + and − zoom, 0 shows all; so does a wheel with Ctrl.</span></figcaption>
		</figure>
		<section class="chosen" aria-labelledby="chosen">${panel(exploration, state, deeds)}</section>
	</div>
	<p class="help" role="status">${state.told}</p>
	<section class="held" aria-labelledby="held">
		<h2 id="held">What the drawing holds</h2>
		<p class="help">${extent(exploration)}.
			Choose one to see what it is linked to; sources and dossiers are on its page.</p>
		${kinds(exploration).map(([name, nodes]) => html`
			<h3>${glyph(name)} <span class="word">${name}</span> <span class="count">${nodes.length}</span></h3>
			<ul class="columns">${nodes.map((node) => html`<li>${choice(node, state, deeds)}</li>`)}</ul>`)}
	</section>`;

const legend = (exploration: Exploration) =>
	kinds(exploration).map(([name]) => html`<span class="key">${glyph(name)} ${name}</span> `);

const glyph = (kind: string) => html`<span aria-hidden="true">${shapeOf(kind).glyph}</span>`;

const kinds = ({ nodes }: Exploration): [string, Node[]][] => {
	const kinds = new Map<string, Node[]>();
	nodes.forEach((node) => kinds.set(kind(node.id), [...(kinds.get(kind(node.id)) ?? []), node]));
	return [...kinds].sort();
};

const panel = (exploration: Exploration, state: State, deeds: Deeds) => {
	const { chosen, start, omitted } = state;
	const groups = exploration.groups(chosen);
	const missing = groups.flatMap(({ nodes }) => nodes).filter(({ id }) => !exploration.holds(id));
	const held = exploration.holds(chosen);
	return html`
		<p class="kind">${kind(chosen)}</p>
		<h2 id="chosen"><a href=${page(chosen)}>${exploration.node(chosen).name}</a></h2>
		<p class="deeds">
			${chosen === start ? nothing : html`
				<button @click=${() => deeds.join(chosen)}>Path from ${exploration.node(start).name}</button>
				<a href=${from(chosen)}>Start here</a>
				<button @click=${() => (held ? deeds.takeOut(chosen) : deeds.add([exploration.node(chosen)]))}>
					${held ? "Take out" : "Put back"}</button>`}
			${missing.length === 0 ? nothing : html`
				<button @click=${() => deeds.add(missing)}>Add all ${missing.length}</button>`}
		</p>
		${chosen === state.end ? chains(exploration, state, deeds) : nothing}
		${omitted === undefined ? html`<p class="help">Asking what it is linked to …</p>` : nothing}
		${groups.map((group) => related(group, exploration, state, deeds))}
		${omitted ? html`<p class="deeds">${omitted} more are linked to it.
			<button @click=${() => deeds.further(chosen)}>Ask for more</button></p>` : nothing}`;
};

const related = ({ reads, nodes }: Group, exploration: Exploration, state: State, deeds: Deeds) => {
	const missing = nodes.filter(({ id }) => !exploration.holds(id));
	return html`
		<h3>${reads} <span class="count">${nodes.length}</span>
			${missing.length === 0 ? nothing : html`<button aria-label=${`Add ${missing.length}: ${reads}`}
				@click=${() => deeds.add(missing)}>Add ${missing.length}</button>`}</h3>
		<ul>${nodes.map((node) =>
			html`<li class=${exploration.holds(node.id) ? "" : "missing"}>${choice(node, state, deeds)}</li>`)}</ul>`;
};

const chains = (exploration: Exploration, state: State, deeds: Deeds) => html`
	<h3>The way from ${exploration.node(state.start).name}</h3>
	${state.chains.length === 0 ? html`<p>No chain of at most six links leads here.</p>` : nothing}
	${state.chains.map((steps) => html`<ol>${steps.map(({ from, reads, to }) =>
		html`<li>${choice(from, state, deeds)} ${reads} ${choice(to, state, deeds)}.</li>`)}</ol>`)}`;

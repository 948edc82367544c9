import cytoscape, { type Core, type NodeSingular } from "cytoscape";
import { type Edge, key, kind, type Node } from "./exploration";
import { type Box, readable } from "./labels";
import { places } from "./layout";
import { shapeOf } from "./shapes";
import { FONT, LINE, style, WIDEST } from "./style";

const STEP = 1.4;
const PAN = 60;
const SETTLED = 80;

/** The part of the graph that is explored, drawn on a canvas. */
export class Drawing {
	private readonly cy: Core;
	private settled: ReturnType<typeof setTimeout> | undefined;
	private readonly pen = document.createElement("canvas").getContext("2d");

	constructor(
		private readonly place: HTMLElement,
		private readonly start: string,
		chosen: { node(id: string): void; edge(edge: Edge): void },
	) {
		adoptStyleSheet();
		this.cy = cytoscape({
			container: place,
			style: style(place),
			minZoom: 0.05,
			maxZoom: 3,
			boxSelectionEnabled: false,
			selectionType: "single",
			autounselectify: true,
			hideEdgesOnViewport: true,
			textureOnViewport: true,
		});
		this.cy.on("tap", "node", ({ target }) => chosen.node(target.id()));
		this.cy.on("tap", "edge", ({ target }) => {
			this.cy.edges().removeClass("chosen");
			target.addClass("chosen");
			chosen.edge(target.data("edge"));
		});
		this.cy.on("viewport resize", () => this.settle());
		// A wheel scrolls the page, unless it is meant to zoom.
		const scrolls = (event: WheelEvent) => event.ctrlKey || event.metaKey || event.stopPropagation();
		place.parentElement?.addEventListener("wheel", scrolls, { capture: true });
		place.addEventListener("keydown", (event) => this.key(event));
		matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.cy.style(style(place)));
	}

	/** Draws what is not drawn yet, beside what is, and takes out what is no more. */
	show(nodes: Node[], edges: Edge[]): void {
		const taken = new Map(this.cy.nodes().map((node) => [node.id(), { ...node.position() }]));
		const fresh = nodes.filter(({ id }) => !taken.has(id));
		const placed = fresh.length > 0 ? places(nodes.map(({ id }) => id), edges, taken) : taken;
		const kept = new Set(nodes.map(({ id }) => id));
		this.cy.batch(() => {
			this.cy.nodes().filter((node) => !kept.has(node.id())).remove();
			for (const { id, name } of fresh) {
				this.cy.add({
					data: { id, name, ...shapeOf(kind(id)) },
					position: placed.get(id),
					classes: id === this.start ? "start" : "",
				});
			}
			for (const edge of edges.filter((edge) => this.cy.$id(key(edge)).empty())) {
				this.cy.add({ data: { id: key(edge), source: edge.from, target: edge.to, reads: edge.reads, edge } });
			}
		});
		if (fresh.length > 0) {
			this.fit();
		}
	}

	choose(id: string): void {
		const node = this.cy.$id(id);
		this.cy.batch(() => {
			this.cy.elements().removeClass("chosen near");
			node.addClass("chosen").connectedEdges().addClass("near");
		});
		if (node.nonempty() && !this.inView(node)) {
			this.cy.center(node);
		}
		this.settle();
	}

	private inView(node: NodeSingular): boolean {
		const { x, y } = node.renderedPosition();
		return x >= 0 && y >= 0 && x <= this.cy.width() && y <= this.cy.height();
	}

	mark(path: Edge[]): void {
		this.cy.edges().removeClass("path");
		path.forEach((edge) => this.cy.$id(key(edge)).addClass("path"));
		this.settle();
	}

	zoom(inward: boolean): void {
		this.cy.zoom({
			level: this.cy.zoom() * (inward ? STEP : 1 / STEP),
			renderedPosition: { x: this.cy.width() / 2, y: this.cy.height() / 2 },
		});
	}

	fit(): void {
		this.cy.fit(undefined, 40);
		if (this.cy.zoom() > 1.2) {
			this.cy.zoom(1.2);
			this.cy.center();
		}
	}

	private key(event: KeyboardEvent): void {
		const moves: Record<string, () => void> = {
			"+": () => this.zoom(true),
			"=": () => this.zoom(true),
			"-": () => this.zoom(false),
			"0": () => this.fit(),
			ArrowLeft: () => this.cy.panBy({ x: PAN, y: 0 }),
			ArrowRight: () => this.cy.panBy({ x: -PAN, y: 0 }),
			ArrowUp: () => this.cy.panBy({ x: 0, y: PAN }),
			ArrowDown: () => this.cy.panBy({ x: 0, y: -PAN }),
		};
		const move = event.ctrlKey || event.metaKey || event.altKey ? undefined : moves[event.key];
		if (move) {
			event.preventDefault();
			move();
		}
	}

	/** Writes the labels once the drawing is at rest. */
	private settle(): void {
		clearTimeout(this.settled);
		this.settled = setTimeout(() => this.label(), SETTLED);
	}

	/** Labels what can be read at this zoom, in letters of one size on the screen. */
	private label(): void {
		const { x1, y1, x2, y2 } = this.cy.extent();
		const seen = this.cy.nodes().toArray().filter((node) => {
			const { x, y } = node.position();
			return x > x1 && x < x2 && y > y1 && y < y2;
		});
		const rank = (node: NodeSingular): number =>
			node.hasClass("chosen") ? 1e6
				: node.hasClass("start") ? 1e5
				: node.connectedEdges(".path").nonempty() ? 1e4
				: node.connectedEdges(".near").nonempty() ? 1e3
				: node.degree(false);
		const ranked = seen.map((node) => ({ node, rank: rank(node) })).sort((one, other) => other.rank - one.rank);
		const boxes = ranked.map(({ node }) => this.box(node));
		const shown = readable(boxes.filter(({ left, width }) => left > 0 && left + width < this.cy.width()));
		this.cy.batch(() => {
			this.cy.nodes(".labelled").removeClass("labelled");
			ranked.filter(({ node }) => shown.has(node.id())).forEach(({ node }) => node.addClass("labelled"));
		});
		this.cy.style().update();
	}

	/** The place of a label on the screen. */
	private box(node: NodeSingular): Box {
		const { x, y } = node.renderedPosition();
		if (this.pen) {
			this.pen.font = `${FONT}px sans-serif`;
		}
		const length = this.pen?.measureText(node.data("name")).width ?? 0;
		const width = Math.min(length, WIDEST);
		const height = node.renderedHeight() + Math.ceil(length / (WIDEST * 0.85)) * LINE;
		return { id: node.id(), left: x - width / 2, top: y - node.renderedHeight() / 2, width, height };
	}
}

/** The library would add a style element, which the pages' policy forbids, were there nothing with its id. */
const adoptStyleSheet = (): void => {
	const sheet = document.querySelector("link[rel=stylesheet]");
	if (sheet) {
		sheet.id = "__________cytoscape_stylesheet";
	}
};

import type { NodeSingular, StylesheetJson } from "cytoscape";
import { DOWN_POINTS } from "./shapes";

/** The size of letters on the screen, whatever the zoom, and of the lines that they stand in. */
export const FONT = 13;
export const LINE = 16;
export const WIDEST = 150;

const SIZE = 15;
const SMALLEST = 5;

const onScreen = (pixels: number) => (element: { cy(): { zoom(): number } }) => pixels / element.cy().zoom();

const size = (extent: "wide" | "high") => (node: NodeSingular) =>
	Math.max(SIZE, SMALLEST / node.cy().zoom()) * node.data(extent) * (node.is(".start, .chosen") ? 1.5 : 1);

/** How the drawing looks, in the colours of the page. */
export const style = (place: Element): StylesheetJson => {
	const page = getComputedStyle(place);
	const colour = (name: string) => page.getPropertyValue(`--${name}`).trim();
	const [ink, soft, paper, accent] = ["ink", "soft", "paper", "accent"].map(colour) as [string, string, string, string];
	const filled = (colour: string) => (node: NodeSingular) => (node.data("hollow") ? paper : colour);
	const letters = { "font-family": page.getPropertyValue("--sans"), "font-size": onScreen(FONT), color: ink };
	return [
		{
			selector: "node",
			style: {
				shape: "data(shape)",
				"shape-polygon-points": DOWN_POINTS,
				width: size("wide"),
				height: size("high"),
				"background-color": filled(soft),
				"border-color": soft,
				"border-width": onScreen(1),
				"overlay-opacity": 0,
				"z-index-compare": "manual",
				"z-index": 1,
			},
		},
		{
			selector: "node.labelled",
			style: {
				...letters,
				"z-index": 3,
				label: "data(name)",
				"text-valign": "bottom",
				"text-margin-y": onScreen(3),
				"text-wrap": "wrap",
				"text-max-width": onScreen(WIDEST),
				"text-background-color": paper,
				"text-background-opacity": 0.85,
			},
		},
		{ selector: "node.start", style: { "border-color": ink, "background-color": filled(ink) } },
		{ selector: "node.start.labelled, node.chosen.labelled", style: { "font-weight": "bold" } },
		{
			selector: "node.chosen",
			style: { "border-color": accent, "border-width": onScreen(3), "background-color": filled(accent) },
		},
		{
			selector: "edge",
			style: {
				width: onScreen(1),
				"line-color": soft,
				"line-opacity": 0.35,
				"curve-style": "bezier",
				"target-arrow-shape": "triangle",
				"target-arrow-color": soft,
				"arrow-scale": 0.7,
				"overlay-opacity": 0,
				"z-index-compare": "manual",
			},
		},
		{ selector: "edge.near", style: { width: onScreen(1.5), "line-opacity": 1 } },
		{
			selector: "edge.path, edge.chosen",
			style: {
				width: onScreen(3),
				"line-opacity": 1,
				"line-color": accent,
				"target-arrow-color": accent,
				"z-index": 2,
			},
		},
		{
			selector: "edge.chosen",
			style: {
				...letters,
				label: "data(reads)",
				"z-index": 4,
				"text-background-color": paper,
				"text-background-opacity": 0.9,
			},
		},
	] as StylesheetJson;
};

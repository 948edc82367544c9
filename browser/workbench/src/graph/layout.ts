import {
	forceCollide,
	forceLink,
	forceManyBody,
	forceSimulation,
	forceX,
	forceY,
	type SimulationNodeDatum,
} from "d3-force";
import type { Edge } from "./exploration";

type Point = { x: number; y: number };
type Body = SimulationNodeDatum & { id: string };

const APART = 44;
/** Names are written from left to right, and need room there. */
const WIDER = 1.7;
const WORK = 60_000;

/** Where to draw what is new: beside what it is linked to. What has a place keeps it. */
export const places = (ids: string[], edges: Edge[], taken: Map<string, Point>): Map<string, Point> => {
	const bodies = ids.map((id): Body => {
		const place = taken.get(id);
		return place ? { id, fx: place.x / WIDER, fy: place.y } : { id, ...beside(id, edges, taken) };
	});
	const links = edges.map(({ from, to }) => ({ source: from, target: to }));
	const crowd = Math.sqrt(ids.length);
	forceSimulation(bodies)
		.stop()
		.force("links", forceLink<Body, (typeof links)[number]>(links).id(({ id }) => id).distance(2.2 * APART))
		.force("charge", forceManyBody().strength(-9 * APART).distanceMax(20 * APART))
		.force("room", forceCollide(APART))
		.force("x", forceX(0).strength(0.15 / crowd))
		.force("y", forceY(0).strength(0.4 / crowd))
		.tick(Math.min(300, Math.ceil(WORK / ids.length)));
	return new Map(bodies.map(({ id, x = 0, y = 0 }) => [id, { x: x * WIDER, y }]));
};

/** The place of something drawn that it is linked to, from where it is pushed to one of its own. */
const beside = (id: string, edges: Edge[], taken: Map<string, Point>): Partial<Point> => {
	for (const { from, to } of edges) {
		const place = from === id ? taken.get(to) : to === id ? taken.get(from) : undefined;
		if (place) {
			return { x: (place.x * 1.05) / WIDER, y: place.y * 1.05 };
		}
	}
	return {};
};

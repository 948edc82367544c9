import type { Css } from "cytoscape";

/** How a kind is drawn, and the character that looks like it. */
export type Shape = { shape: Css.NodeShape; hollow: boolean; wide: number; high: number; glyph: string };

const DOWN = "polygon";
/** The corners of a triangle that stands on its tip. */
export const DOWN_POINTS = "-1 -1 1 -1 0 1";

const shape = (shape: Css.NodeShape, hollow: boolean, glyph: string, wide = 1, high = 1): Shape =>
	({ shape, hollow, wide, high, glyph });

const INSTRUMENT = shape("rectangle", false, "▮", 0.8, 1.2);

const SHAPES: Record<string, Shape> = {
	model: shape("ellipse", false, "●"),
	category: shape("ellipse", true, "○"),
	company: shape("rectangle", false, "■"),
	agency: shape("triangle", false, "▲", 1.2, 1.1),
	person: shape("triangle", true, "△", 1.2, 1.1),
	condition: shape("diamond", false, "◆", 1.3, 1.3),
	effect: shape("diamond", true, "◇", 1.3, 1.3),
	event: shape(DOWN, false, "▼", 1.2, 1.1),
	concern: shape(DOWN, true, "▽", 1.2, 1.1),
	source: shape("rectangle", true, "▯", 0.8, 1.2),
	dossier: shape("rectangle", true, "□"),
};

/** The shape of a kind: all instruments have one. */
export const shapeOf = (kind: string): Shape => SHAPES[kind] ?? INSTRUMENT;

export type Box = { id: string; left: number; top: number; width: number; height: number };

/** The labels that can be read: of the boxes, given the most important first, those that lie over none before. */
export const readable = (boxes: Box[]): Set<string> => {
	const kept: Box[] = [];
	for (const box of boxes) {
		if (!kept.some((other) => overlap(box, other))) {
			kept.push(box);
		}
	}
	return new Set(kept.map(({ id }) => id));
};

const overlap = (one: Box, other: Box): boolean =>
	one.left < other.left + other.width &&
	other.left < one.left + one.width &&
	one.top < other.top + other.height &&
	other.top < one.top + one.height;

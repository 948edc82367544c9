import type { Visit } from "./visit";

type Part = { grow(place: HTMLElement, visit: Visit): void };

/** What grows where scripts run, by the place that a page of the server has for it, and loaded only there. */
const parts: Record<string, () => Promise<Part>> = {
	"#q": () => import("./suggestions"),
	"main[data-revision]": () => import("./newer"),
	"form.clocks[data-first]": () => import("./days"),
	"a.why": () => import("./why"),
	".cite dd": () => import("./copy"),
	"a.picture": () => import("./picture"),
	"#graph": () => import("./graph/graph"),
};

/** Lets all parts grow on a page, or on what has come into it by a visit, and ends when they have. */
export const grow = async (page: ParentNode, visit: Visit): Promise<void> => {
	const growing: Promise<void>[] = [];
	for (const [place, load] of Object.entries(parts)) {
		const places = [...page.querySelectorAll<HTMLElement>(place)];
		if (page instanceof HTMLElement && page.matches(place)) {
			places.push(page);
		}
		if (places.length > 0) {
			growing.push(load().then((part) => places.forEach((it) => part.grow(it, visit))));
		}
	}
	await Promise.all(growing);
};

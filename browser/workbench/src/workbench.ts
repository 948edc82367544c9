/** What grows on a page of the server where scripts run: each part is loaded by the pages that have a place for it. */
const parts: Record<string, () => Promise<{ grow(place: HTMLElement): void }>> = {
	"#q": () => import("./suggestions"),
};

export const grow = (page: ParentNode): void => {
	for (const [place, load] of Object.entries(parts)) {
		for (const found of page.querySelectorAll<HTMLElement>(place)) {
			void load().then((part) => part.grow(found));
		}
	}
};

grow(document);

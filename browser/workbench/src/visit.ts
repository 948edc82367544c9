/** Shows another state of this page: what the server makes for its address, in place of what is there. */
export type Visit = (address: string | URL, how?: "push" | "replace" | "stay") => Promise<void>;

const state = () => location.pathname + location.search;

/** Visits after which what has come grows. */
export const visiting = (grow: (main: HTMLElement) => Promise<void>): Visit => {
	let leaving: AbortController | undefined;
	let shown = state();

	const visit: Visit = async (address, how = "push") => {
		leaving?.abort();
		leaving = new AbortController();
		const main = document.querySelector("main");
		if (!main) {
			return;
		}
		main.ariaBusy = "true";
		try {
			const response = await fetch(address, { headers: { Accept: "text/html" }, signal: leaving.signal });
			const page = new DOMParser().parseFromString(await response.text(), "text/html");
			const come = page.querySelector("main");
			if (!come) {
				throw new Error("no page");
			}
			const focused = document.activeElement?.id;
			main.replaceWith(come);
			document.title = page.title;
			if (how !== "stay") {
				history[how === "push" ? "pushState" : "replaceState"](null, "", address);
			}
			shown = state();
			await grow(come);
			if (focused) {
				document.getElementById(focused)?.focus({ preventScroll: true });
			}
		} catch (problem) {
			if (!(problem instanceof DOMException && problem.name === "AbortError")) {
				location.assign(address);
			}
		}
	};

	// Who goes back to another place of the same state finds it here.
	addEventListener("popstate", () => state() === shown || void visit(location.href, "stay"));
	return visit;
};

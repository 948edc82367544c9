import { grow } from "./grow";

let leaving: AbortController | undefined;

/** Shows another state of this page: what the server makes for its address, in place of what is there. */
export const visit = async (address: string | URL, how: "push" | "replace" | "stay" = "push"): Promise<void> => {
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
		const shown = page.querySelector("main");
		if (!shown) {
			throw new Error("no page");
		}
		const focused = document.activeElement?.id;
		main.replaceWith(shown);
		document.title = page.title;
		if (how !== "stay") {
			history[how === "push" ? "pushState" : "replaceState"](null, "", address);
		}
		await grow(shown);
		if (focused) {
			document.getElementById(focused)?.focus({ preventScroll: true });
		}
	} catch (problem) {
		if (!(problem instanceof DOMException && problem.name === "AbortError")) {
			location.assign(address);
		}
	}
};

addEventListener("popstate", () => void visit(location.href, "stay"));

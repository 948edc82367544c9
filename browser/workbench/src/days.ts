import type { Visit } from "./visit";

const DAY = 86_400_000;
const PAUSE = 200;

const days = (text: string): number => Date.parse(text) / DAY;
const iso = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);
const spoken = (day: number): string =>
	new Date(day * DAY).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** A slider along the days of a model's history, with a mark on each on which something happened. */
export const grow = (place: HTMLElement, visit: Visit): void => {
	const form = place as HTMLFormElement;
	const asOf = form.elements.namedItem("asOf") as HTMLInputElement;
	const slider = document.createElement("input");
	slider.type = "range";
	slider.id = "day";
	slider.ariaLabel = "Day";
	slider.min = String(days(form.dataset.first ?? asOf.value));
	slider.max = String(days(form.dataset.last ?? asOf.value));
	slider.value = String(days(asOf.value));
	slider.setAttribute("aria-valuetext", spoken(Number(slider.value)));
	slider.setAttribute("list", "changed-days");

	const changed = document.createElement("datalist");
	changed.id = "changed-days";
	for (const link of document.querySelectorAll<HTMLAnchorElement>('.history .when a[href^="?asOf="]')) {
		const option = document.createElement("option");
		option.value = String(days(new URL(link.href).searchParams.get("asOf") ?? ""));
		changed.append(option);
	}

	let pause: ReturnType<typeof setTimeout>;
	slider.addEventListener("input", () => {
		asOf.value = iso(Number(slider.value));
		slider.setAttribute("aria-valuetext", spoken(Number(slider.value)));
		clearTimeout(pause);
		pause = setTimeout(() => void visit(address(form), "replace"), PAUSE);
	});
	form.addEventListener("submit", (event) => {
		event.preventDefault();
		void visit(address(form));
	});
	form.append(slider, changed);
	for (const link of document.querySelectorAll<HTMLAnchorElement>('main a[href^="?"]')) {
		link.addEventListener("click", (event) => {
			if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
				event.preventDefault();
				void visit(link.href);
			}
		});
	}
};

/** What the form asks for, without what was left empty. */
const address = (form: HTMLFormElement): URL => {
	const asked = new URL(form.action);
	for (const [name, value] of new FormData(form)) {
		if (value !== "") {
			asked.searchParams.set(name, String(value));
		}
	}
	return asked;
};

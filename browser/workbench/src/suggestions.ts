import Combobox from "@github/combobox-nav";
import type { SearchQuery } from "./answers";
import { ask } from "./ask";
import { base } from "./base";

const HOW_MANY = 8;
const PAUSE = 150;

type Found = SearchQuery["search"]["nodes"][number];

/** The search box as a combobox: what one types brings the first things of that name, and the search page the rest. */
export const grow = (place: HTMLElement): void => {
	const input = place as HTMLInputElement;
	const list = document.createElement("ul");
	list.id = "suggestions";
	list.className = "suggestions";
	list.role = "listbox";
	list.ariaLabel = "Suggestions";
	list.hidden = true;
	input.insertAdjacentElement("afterend", list);
	input.role = "combobox";
	input.setAttribute("aria-controls", list.id);
	const combobox = new Combobox(input, list);

	const close = () => {
		combobox.stop();
		list.hidden = true;
		input.ariaExpanded = "false";
	};
	const show = (found: Found[]) => {
		close();
		list.replaceChildren(...found.map(option));
		if (found.length > 0 && document.activeElement === input) {
			list.hidden = false;
			combobox.start();
			input.ariaExpanded = "true";
		}
	};

	let pause: ReturnType<typeof setTimeout>;
	let asked = "";
	input.addEventListener("input", () => {
		clearTimeout(pause);
		asked = input.value.trim();
		pause = setTimeout(async () => {
			const words = asked;
			const found = words.length < 2 ? [] : await search(words);
			if (words === asked) {
				show(found);
			}
		}, PAUSE);
	});
	input.addEventListener("keydown", (event) => {
		if (event.key === "Escape") {
			close();
		}
	});
	input.addEventListener("blur", close);
	// A press would take the focus from the box, and the list away, before it is a click.
	list.addEventListener("mousedown", (event) => event.preventDefault());
};

const search = (query: string): Promise<Found[]> =>
	ask("search", { query, first: HOW_MANY }).then((answer) => answer.search.nodes, () => []);

const option = ({ kind, node }: Found, index: number): HTMLElement => {
	const item = document.createElement("li");
	item.id = `suggestion-${index}`;
	item.role = "option";
	const link = document.createElement("a");
	link.href = new URL(node.id, base).href;
	link.tabIndex = -1;
	link.textContent = node.name;
	const what = document.createElement("span");
	what.className = "help";
	what.textContent = kind.toLowerCase();
	item.append(link, " ", what);
	item.addEventListener("combobox-commit", () => location.assign(link.href));
	return item;
};

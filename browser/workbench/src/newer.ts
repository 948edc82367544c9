import { base } from "./base";

const A_MINUTE = 60_000;

let main: HTMLElement;
let looking: ReturnType<typeof setInterval> | undefined;

/** Says when the record has gone on since the page was made. */
export const grow = (place: HTMLElement): void => {
	main = place;
	if (looking === undefined) {
		looking = setInterval(look, A_MINUTE);
		document.addEventListener("visibilitychange", look);
	}
};

const look = async (): Promise<void> => {
	if (document.hidden || main.querySelector(".newer")) {
		return;
	}
	const address = new URL("graphql", base);
	address.searchParams.set("query", "{revision}");
	const response = await fetch(address).catch(() => undefined);
	const revision = response?.ok ? (await response.json()).data.revision : 0;
	if (revision > Number(main.dataset.revision)) {
		const notice = document.createElement("p");
		const anew = document.createElement("a");
		notice.className = "notice newer";
		notice.role = "status";
		anew.href = location.href;
		anew.textContent = "Show it anew";
		notice.append(`The record has gone on to revision ${revision} since this page was made. `, anew);
		main.prepend(notice);
	}
};

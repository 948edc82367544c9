/** Unfolds the chain behind a condition where it stands. */
export const grow = (place: HTMLElement): void => {
	const link = place as HTMLAnchorElement;
	let chain: HTMLElement | undefined;
	link.ariaExpanded = "false";
	link.addEventListener("click", async (event) => {
		if (event.ctrlKey || event.metaKey || event.shiftKey) {
			return;
		}
		event.preventDefault();
		chain ??= await unfolded(link);
		chain.hidden = link.ariaExpanded === "true";
		link.ariaExpanded = String(!chain.hidden);
	});
};

const unfolded = async (link: HTMLAnchorElement): Promise<HTMLElement> => {
	const chain = document.createElement("div");
	chain.className = "unfolded";
	chain.setAttribute("aria-live", "polite");
	chain.textContent = "Asking…";
	link.after(chain);
	try {
		const response = await fetch(link.href, { headers: { Accept: "text/html" } });
		const page = new DOMParser().parseFromString(await response.text(), "text/html");
		const whole = document.createElement("a");
		whole.href = link.href;
		whole.textContent = "On a page of its own, to be cited";
		chain.replaceChildren(...page.querySelectorAll("main .boxes, main .derivation, main .dispute, main > p"), whole);
	} catch {
		location.assign(link.href);
	}
	return chain;
};

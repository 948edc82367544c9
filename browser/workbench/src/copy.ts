/** A button that copies a citation, where the browser lets a page do that: over HTTPS, or on this machine. */
export const grow = (place: HTMLElement): void => {
	if (!navigator.clipboard) {
		return;
	}
	const button = document.createElement("button");
	const what = place.previousElementSibling?.textContent ?? "";
	const text = place.textContent?.trim() ?? "";
	button.type = "button";
	button.textContent = "Copy";
	button.ariaLabel = `Copy ${what}`;
	button.addEventListener("click", async () => {
		await navigator.clipboard.writeText(text);
		button.textContent = "Copied";
	});
	place.append(" ", button);
};

/** A button that copies a citation. */
export const grow = (place: HTMLElement): void => {
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

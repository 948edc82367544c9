const SCALE = 2;

/** The drawing as PNG, for those who cannot use SVG. */
export const grow = (place: HTMLElement): void => {
	const svg = place as HTMLAnchorElement;
	const png = document.createElement("a");
	png.href = svg.href;
	png.download = "history.png";
	png.textContent = "PNG";
	png.addEventListener("click", async (event) => {
		if (png.href === svg.href) {
			event.preventDefault();
			png.href = await painted(svg.href);
			png.click();
		}
	});
	svg.after(", ", png);
};

const painted = async (address: string): Promise<string> => {
	const image = new Image();
	image.src = address;
	await image.decode();
	const canvas = document.createElement("canvas");
	canvas.width = image.naturalWidth * SCALE;
	canvas.height = image.naturalHeight * SCALE;
	const paper = canvas.getContext("2d");
	if (paper) {
		paper.fillStyle = "#fdfcf9";
		paper.fillRect(0, 0, canvas.width, canvas.height);
		paper.drawImage(image, 0, 0, canvas.width, canvas.height);
	}
	return canvas.toDataURL("image/png");
};

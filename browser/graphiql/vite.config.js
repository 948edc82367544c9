import { defineConfig } from "vite";
import { docs } from "./docs.js";

export default defineConfig({
	// Relative, so that the page works below any path.
	base: "./",
	publicDir: false,
	plugins: [docs()],
	build: {
		target: "es2022",
		license: { fileName: "licenses.md" },
	},
});

import { defineConfig } from "vite";

export default defineConfig({
	// Relative, so that the pages work below any path.
	base: "./",
	publicDir: false,
	build: {
		target: "es2022",
		license: { fileName: "licenses.md" },
		rolldownOptions: {
			input: "workbench/src/workbench.ts",
			output: { entryFileNames: "[name].js" },
		},
	},
});

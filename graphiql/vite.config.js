import { defineConfig } from "vite";

export default defineConfig({
	base: "/graphiql/",
	publicDir: false,
	build: {
		outDir: "../target/classes/graphiql",
		target: "es2022",
		license: { fileName: "licenses.md" },
	},
});

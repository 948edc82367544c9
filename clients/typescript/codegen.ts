import type { CodegenConfig } from "@graphql-codegen/cli";

const config: CodegenConfig = {
	importExtension: ".js",
	schema: "../schema.graphql",
	documents: "../../src/main/resources/graphql-documents/*.graphql",
	generates: {
		"src/generated/": {
			preset: "client",
			presetConfig: { fragmentMasking: false },
			config: {
				documentMode: "string",
				enumsAsTypes: true,
				scalars: { ID: "string", Date: "string", DateTime: "string", Territory: "string" },
				strictScalars: true,
				useTypeImports: true,
			},
		},
	},
};

export default config;

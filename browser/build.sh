#!/bin/sh
# Builds the pages that run in a browser into the folder given, unless what is there is newer than every source.
set -eu
cd "$(dirname "$0")"
classes=$1
built=$classes/workbench/workbench.js

without() {
	echo "Browser: $1; this build has no pages at /graphiql and /reference. It needs Node 20.19 or newer with npm, and once the npm packages." >&2
	exit 0
}

if [ -f "$built" ]; then
	changed=$(find . ../docs ../*.md ../LICENSE ../clients/schema.graphql ../src/main/resources/graphql-documents -name node_modules -prune -o -newer "$built" -print)
	[ -n "$changed" ] || exit 0
fi
command -v npm >/dev/null || without "npm was not found"
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
	npm ci --prefer-offline --no-progress || without "npm ci failed"
fi
node types.js
npm exec -- tsc --project workbench
node reference/reference.js ../clients/schema.graphql "$classes/reference"
npm exec -- vite build graphiql --logLevel error --outDir "$classes/graphiql" --emptyOutDir
npm exec -- vite build workbench --logLevel error --outDir "$classes/workbench" --emptyOutDir
echo "Browser: built into $classes"

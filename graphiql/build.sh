#!/bin/sh
# Builds the GraphiQL page into the folder given, unless what is there is newer than every source.
set -eu
cd "$(dirname "$0")"
page=$1

without() {
	echo "GraphiQL: $1; this build has no page at /graphiql. It needs Node 20.19 or newer with npm, and once the npm packages." >&2
	exit 0
}

if [ -f "$page/index.html" ]; then
	changed=$(find . ../docs ../*.md ../LICENSE ../src/main/resources/graphql-documents -name node_modules -prune -o -newer "$page/index.html" -print)
	[ -n "$changed" ] || exit 0
fi
command -v npm >/dev/null || without "npm was not found"
installed=node_modules/.package-lock.json
if [ ! -e "$installed" ] || [ package-lock.json -nt "$installed" ]; then
	npm ci --prefer-offline --no-progress || without "npm ci failed"
fi
npm run --silent build -- --logLevel error --outDir "$page" --emptyOutDir
echo "GraphiQL: built into $page"

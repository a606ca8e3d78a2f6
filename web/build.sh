#!/usr/bin/env bash
# Builds the client into web/dist where its sources have changed since the last time; otherwise it is done at once.
# Ends with 3 where a build is needed and no Node can do it: `make web` then installs one into the environment.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./node.sh

fingerprint() { # what the client is made of
  find src public scripts index.html package.json package-lock.json tsconfig.json vite.config.ts .npmrc -type f \
    ! -name '*.test.*' -print0 | LC_ALL=C sort -z | xargs -0 cat | digest
}

digest() { if command -v sha256sum >/dev/null; then sha256sum; else shasum -a 256; fi | cut -d ' ' -f 1; }

wanted=$(fingerprint)
[ -f dist/index.html ] && [ "$(cat dist/.built 2>/dev/null)" = "$wanted" ] && exit 0
use_node || exit 3

lock=$(digest < package-lock.json)
if [ "$(cat node_modules/.installed 2>/dev/null)" != "$lock" ]; then
  echo "Installing what the web client is built with …"
  npm ci --no-audit --no-fund --loglevel=error
  echo "$lock" > node_modules/.installed
fi
echo "Building the web client …"
# Beside the old one until it is whole, so that a running server has one to show; two builds do not meet.
next="dist.next.$$" last="dist.last.$$"
trap 'rm -rf "$next" "$last"' EXIT
npx --no-install vite build --outDir "$next" --logLevel error
echo "$wanted" > "$next/.built"
[ -d dist ] && mv dist "$last"
mv "$next" dist

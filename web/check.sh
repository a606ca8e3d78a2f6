#!/usr/bin/env bash
# Types, style and unit tests of the web client.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
source ./node.sh
use_node || { echo "No Node that can check the web client; make web installs one."; exit 3; }
npx --no-install tsc --noEmit
npx --no-install eslint --max-warnings 0 .
npx --no-install vitest run --reporter=dot

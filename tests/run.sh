#!/usr/bin/env bash
# Every check and every test: style, types, floors, then the suite on SQLite and again on PostgreSQL.
set -euo pipefail
BIN=$(cd "${BIN:-.venv/bin}" && pwd)
# The environment's own Node stands in where the system has none.
export PATH="$PATH:$BIN"
source tests/services.sh

echo "== Style, types, floors"
"$BIN/ruff" format --check --quiet .
"$BIN/ruff" check --quiet .
"$BIN/mypy"
"$BIN/lint-imports" | tail -n 3

echo "== The web client"
BIN="$BIN" bash web/check.sh

ensure_package chromium chromium || note_missing "the tests in a browser (Chromium)"
ensure_package strace strace || note_missing "the order of syncs and answers (strace)"
find_clamd || note_missing "the real virus scanner (clamd)"
find_postgres || note_missing "the suite on PostgreSQL"

# Cameras, kills and frozen processes depend on the clock: on a machine that does other things beside, one can come late.
# What failed is therefore tried once more, by itself and told; a second failure counts.
twice() {
  "$BIN/python" -m pytest "$@" && return
  echo "== Once more, what failed"
  "$BIN/python" -m pytest --last-failed --last-failed-no-failures none "$@"
}

echo "== The suite on SQLite"
twice --ignore tests/browser "$@"

echo "== The pages in a browser"
twice tests/browser "$@"

if [ -n "${TEST_POSTGRES_URL:-}" ]; then
  echo "== The suite on PostgreSQL (the pages know no database, and are not tried again)"
  export TEST_DATABASE_URL="$TEST_POSTGRES_URL"
  twice --ignore tests/browser "$@"
fi
for what in "${missing[@]}"; do echo "Left out on this machine: $what."; done

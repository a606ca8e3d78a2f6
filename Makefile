# TalentFlow Interview. `make` alone explains every target.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run web web-api web-check screenshots test test-sqlite test-postgres check trust bench bench-ingest bench-sessions bench-finalise bench-messages bench-scale migrate docs lock clean

help: ## Explain the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-16s %s\n", $$1, $$2}'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "TalentFlow Interview needs Python 3.11 or newer."; exit 1; }
	@if command -v uv >/dev/null; then uv venv --quiet --python $(PYTHON) $(VENV); else $(PYTHON) -m venv $(VENV) || \
	  { echo "Python's venv module is missing (Debian: apt-get install python3-venv)."; rm -rf $(VENV); exit 1; }; fi

# uv installs the same hashed lock in a tenth of the time; plain pip works as well.
install = if command -v uv >/dev/null; then uv pip install --quiet --python $(BIN)/python --require-hashes -r $(1); \
          else $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); fi

$(VENV)/.installed: $(BIN)/python requirements.txt
	@echo "Installing what the server needs …"
	@$(call install,requirements.txt)
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed requirements-dev.txt
	@echo "Installing what the tests need …"
	@$(call install,requirements-dev.txt)
	@touch $@

run: $(VENV)/.installed ## Install, build, migrate and serve on http://localhost:5000
	@$(MAKE) --no-print-directory web || echo "The web client could not be built; the server and its API start without it."
	@$(BIN)/python app.py

# A machine without Node gets one into the environment, once, and only where something is to be built.
web: $(VENV)/.installed ## Build the web client, where its sources changed
	@BIN=$(abspath $(BIN)) bash web/build.sh || { [ $$? = 3 ] && echo "Installing Node for the web client …" && \
	  { $(call install,requirements-web.txt); } && BIN=$(abspath $(BIN)) bash web/build.sh; }

web-check: web ## Check the web client: types, style, unit tests
	@BIN=$(abspath $(BIN)) bash web/check.sh

web-api: web ## Write the web client's types of the API again
	@$(BIN)/flask --app app spec 2>/dev/null | PATH="$$PATH:$(abspath $(BIN))" node web/scripts/api.mjs

screenshots: $(VENV)/.installed-dev web ## Photograph every page, light and dark, on a desk and on a phone
	@$(BIN)/python -m tests.browser.screenshots

test: $(VENV)/.installed-dev web ## Run every check and test, on SQLite and on PostgreSQL
	@BIN=$(BIN) bash tests/run.sh

test-sqlite: $(VENV)/.installed-dev ## Run the tests on SQLite alone
	@$(BIN)/python -m pytest

check: $(VENV)/.installed-dev ## Format, lint, types, floors and house tests
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m pytest tests/house

trust: $(VENV)/.installed-dev ## Kill, starve and cut the server; nothing acknowledged may be lost
	@$(BIN)/python -m pytest tests/trust -v

bench: bench-ingest bench-sessions bench-finalise ## Run every benchmark; each prints its ratio

bench-ingest: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.ingest.run

bench-sessions: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.sessions

bench-finalise: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.finalise

bench-messages: $(VENV)/.installed-dev ## Send ten thousand messages while workers are killed, and count
	@$(BIN)/python -m benchmarks.messages

bench-scale: $(VENV)/.installed-dev ## Fill PostgreSQL with a million interviews and time every list
	@source tests/services.sh; find_postgres || { echo "bench-scale needs PostgreSQL."; exit 1; }; \
	  SCALE_DATABASE_URL="$${SCALE_DATABASE_URL:-$$TEST_POSTGRES_URL}" $(BIN)/python -m benchmarks.scale

migrate: $(VENV)/.installed ## Bring the database to the newest migration
	@$(BIN)/flask --app app db upgrade

docs: $(VENV)/.installed-dev ## Write the generated pages again: .env.example, settings, events, problems, endpoints
	@$(BIN)/python -m tests.house.generated

lock: $(VENV)/.installed-dev ## Compile the pinned, hashed requirements
	@for name in requirements requirements-dev requirements-web; do $(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url \
	  --no-annotate --python-version 3.11 --universal $$name.in -o $$name.txt; done

clean: ## Remove the environment and caches; data stays
	@rm -rf $(VENV) web/node_modules web/dist .mypy_cache .ruff_cache .pytest_cache

# TalentFlow Interview. `make` alone explains every target.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help run test test-sqlite test-postgres check trust bench bench-ingest bench-sessions bench-finalise migrate docs lock clean

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

run: $(VENV)/.installed ## Install, migrate and serve on http://localhost:5000
	@$(BIN)/python app.py

test: $(VENV)/.installed-dev ## Run every check and test, on SQLite and on PostgreSQL
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
	@$(BIN)/python -m benchmarks.ingest

bench-sessions: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.sessions

bench-finalise: $(VENV)/.installed-dev
	@$(BIN)/python -m benchmarks.finalise

migrate: $(VENV)/.installed ## Bring the database to the newest migration
	@$(BIN)/flask --app app db upgrade

docs: $(VENV)/.installed-dev ## Write the generated pages again: .env.example, settings, events, problems, endpoints
	@$(BIN)/python -m tests.house.generated

lock: $(VENV)/.installed-dev ## Compile the pinned, hashed requirements
	@for name in requirements requirements-dev; do $(BIN)/uv pip compile -q --generate-hashes --no-header --no-emit-index-url \
	  --no-annotate --python-version 3.11 --universal $$name.in -o $$name.txt; done

clean: ## Remove the environment and caches; data stays
	@rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache

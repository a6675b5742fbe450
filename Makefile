# dalil: `make site` builds the site, `make test` passes every test. Both set everything up first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: nu spelling test-site addresses axe fuzz growth help impact kills ready site serve check test lint browser bench lighthouse lock clean pythons

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 16

site: $(READY) ## Build the whole site into site/
	@$(BIN)/dalil build

serve: $(READY) ## Preview the site; follows changes of data, docs, macros and overrides
	@$(BIN)/dalil serve

ready: $(READY) ## Set up and do no more; the command is then .venv/bin/dalil

impact: $(READY) ## Say what your change does to the site (BASE=origin/main unless given)
	@$(BIN)/dalil impact $(or $(BASE),origin/main)

check: $(READY) ## Check the store and the pages; print every problem
	@$(BIN)/dalil check

PYTEST := $(BIN)/python -m pytest -n 2 --no-loadscope-reorder

test: lint browser ## Lint, check types, and run every test of the engine and the theme, on small sites of its own
	@$(BIN)/python tools/node/node_tools.py
	@$(PYTEST) --dist loadfile --ignore tests/real

test-site: browser spelling nu ## Test what must hold of this very site: its texts, its pages, its addresses
	@$(BIN)/dalil macros --check
	@$(BIN)/dalil explain --check
	@$(BIN)/dalil schema --check
	@$(BIN)/python tools/node/node_tools.py
	@$(PYTEST) --dist loadfile tests/real

spelling: $(READY) .spelling/.ready ## Spell every text of the store by Hunspell's dictionaries
	@$(BIN)/python tests/spelling/check.py

.spelling/.ready: requirements-spelling.lock
	@$(PYTHON) -m venv .spelling
	@.spelling/bin/pip install --quiet --require-hashes -r requirements-spelling.lock
	@touch $@

nu: $(READY) ## Hold every page of the real site to the rules of HTML by the Nu checker (needs Java)
	@PYTHONPATH=tests:tools/node $(BIN)/python tests/nu/check.py

lint: $(READY) ## Lint, format and types only
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check
	@$(BIN)/lint-imports
	@$(BIN)/mypy
	@$(BIN)/djlint --lint --quiet overrides src/dalil/site/news.html
	@$(BIN)/djlint --lint --quiet --extension j2 macros
	@$(BIN)/python tools/node/lint.py

browser: $(READY) ## Find a browser for the tests, or install one
	@$(BIN)/python tests/install_browser.py

bench: $(READY) ## Show how long a project of 300 claims takes, step by step
	@$(BIN)/python tests/benchmark.py

pythons: ## Show that several versions of Python build the same bytes (PYTHONS="python3.12 python3.14")
	@$(PYTHON) tests/pythons.py $(PYTHON) $(PYTHONS)

fuzz: .fuzz/.ready ## Fuzz the readers of what strangers send (SECONDS=600 each; TARGET=page for one)
	@.fuzz/bin/python tests/fuzz/all.py $(or $(SECONDS),600) $(TARGET)

.fuzz/.ready: requirements.lock requirements-fuzz.lock pyproject.toml
	@$(PYTHON) -m venv .fuzz
	@.fuzz/bin/pip install --quiet --require-hashes -r requirements.lock
	@.fuzz/bin/pip install --quiet --require-hashes -r requirements-fuzz.lock
	@.fuzz/bin/pip install --quiet --no-deps --no-build-isolation -e .
	@touch $@

growth: $(READY) ## Show how the time of a check grows with each text field and kind of file
	@$(BIN)/python tests/growth.py

kills: $(READY) ## Kill 200 builds at random moments, and look at what is left
	@$(BIN)/python tests/kills.py 200

lighthouse: $(READY) browser ## Measure every kind of page of the built site with Lighthouse (needs Node.js)
	@$(BIN)/python tests/lighthouse.py

axe: $(READY) browser ## Look at every page of the built site with axe-core, light and dark
	@$(BIN)/python tests/axe.py

addresses: site ## Accept the addresses that the site has now
	@$(BIN)/python tests/addresses.py

lock: $(READY) ## Pin the newest versions of all packages (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --upgrade \
		pyproject.toml --group dev -o requirements.lock

clean: ## Delete the site, the environment and all caches
	rm -rf site .dalil $(VENV) .spelling .fuzz .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "dalil needs Python 3.11 or newer; name one with: make PYTHON=python3.12 …"; exit 1; }
	@echo "Setting up (once)…"
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

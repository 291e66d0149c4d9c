# The interface to the project: `make` lists the targets. Each one sets up what it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
OUT := out
VARIANT := open
# The build of PyTorch; any of 2.6 or newer does, with CUDA or without.
TORCH := torch==2.13.0

.DEFAULT_GOAL := help
.PHONY: help setup run test unit browser check evaluate bench train lock clean

help: ## list the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1\t/' | expand -t 12

setup: $(READY) ## make the virtual environment from requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "counterclaim needs Python 3.11 or newer; set PYTHON=python3.11")'
	@echo "setting up $(VENV) (once, about a minute)"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $(READY)

run: $(READY) ## read the example posts into a ledger, print what was found, publish the site
	@$(BIN)/python examples/run.py --out $(OUT)

test: $(READY) check ## checks, unit tests, then everything else
	@$(MAKE) --no-print-directory unit
	@$(BIN)/python -m pytest -m "model and not browser"
	@$(MAKE) --no-print-directory browser
	@$(BIN)/python evaluate/run.py --check

unit: $(READY) ## the tests that need no model, less than a minute
	@$(BIN)/python -m pytest -m "not model and not browser"

browser: $(READY) ## the site in Debian's Chromium, the posts in Debian's Jekyll
	@scripts/need.sh chromium jekyll || true
	@$(BIN)/python -m pytest -m browser -rs

check: $(READY) ## lint, types, layers, spelling
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --quiet --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-logo
	@$(BIN)/codespell

evaluate: $(READY) ## score against all gold that is there, write docs/results.md
	@$(BIN)/python evaluate/run.py --write

bench: $(READY) ## articles per CPU second, stage by stage
	@$(BIN)/python bench/run.py --write

train: ## train the extractor into out/training (VARIANT=open or research); hours on two cores
	@$(PYTHON) -m venv $(VENV)-train
	@$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check $(TORCH)
	@$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check -e '.[train]'
	@$(VENV)-train/bin/python -m training $(VARIANT)

lock: ## pin all dependencies with hashes (needs uv on the path)
	uv lock --quiet
	uv export --quiet --extra dev --no-emit-project --no-header --format requirements-txt --output-file requirements.lock

clean: ## remove what was made
	rm -rf $(VENV) $(OUT) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache

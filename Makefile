# Two commands set up everything on a fresh machine: `make site` builds the site, `make test` proves it.
# Python 3.11 to 3.14: without PYTHON=, the oldest that is there (.ci/system).
PYTHON ?=
VENV := .venv
BIN := $(VENV)/bin
export NO_MKDOCS_2_WARNING := 1

.PHONY: site test lint serve system venv constraints audit versions clean

site: $(VENV)/.build ## Build the site into site/ and say where it is. Installs no torch.
	$(BIN)/python -m mkdocs build --strict
	@echo "The site is in $(CURDIR)/site/index.html"

test: $(VENV)/.test system lint ## Prove everything: examples, pages, notebooks, code.
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.test ## Check the style and the types of the code.
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

serve: $(VENV)/.build ## Show the site at http://127.0.0.1:8000/ and rebuild at every change.
	$(BIN)/python -m mkdocs serve

venv: $(VENV)/.test ## Install what running the examples needs, into .venv, and run nothing.

system: | $(VENV)/.venv ## Install Chromium, fonts and a C++ compiler where they are missing.
	@.ci/system chromium
	@.ci/system compiler $(BIN)/python

$(VENV)/.venv:
	@.ci/system venv $(VENV) $(PYTHON)
	@touch $@

$(VENV)/.build: requirements-build.txt constraints.txt | $(VENV)/.venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-build.txt -c constraints.txt
	@touch $@

$(VENV)/.test: requirements.txt $(VENV)/.build
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt -c constraints.txt
	@touch $@

constraints: $(VENV)/.test ## Write down what the pinned packages bring along, and the hashes of those that build the site.
	$(BIN)/python -m pip freeze --exclude torch --exclude setuptools --exclude-editable | grep -v '^nvidia\|^triton\|^cuda' >constraints.txt
	$(BIN)/uv pip compile -q --generate-hashes --universal --no-header --no-annotate --python-version 3.11 requirements-build.txt -c constraints.txt -o requirements-build.lock

audit: site ## Lighthouse over the built site, on a desktop and on a phone (needs Node.js).
	.ci/audit

versions: $(VENV)/.test ## Measure other releases of torch and NumPy (hours and gigabytes for all; what is recorded is skipped).
	$(BIN)/python -m snippets versions

clean: ## Remove what was built and installed here.
	rm -rf $(VENV) site .mypy_cache .ruff_cache .pytest_cache

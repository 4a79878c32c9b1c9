# `make` builds the site, `make test` tests everything; both install what they need into .venv.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
STAMP  := $(VENV)/.installed

# Material prints a notice about the future of MkDocs on every run; it is known here.
export NO_MKDOCS_2_WARNING := 1

.PHONY: site serve check test lint screenshots benchmark clean

site: $(STAMP)
	$(BIN)/annotated-reader check
	$(BIN)/mkdocs build --strict --quiet
	@echo
	@echo "The site is in site/. Open $(CURDIR)/site/index.html, or run: make serve"

serve: $(STAMP)
	$(BIN)/mkdocs serve --livereload

check: $(STAMP)
	$(BIN)/annotated-reader check

test: $(STAMP) lint
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

screenshots: site
	$(BIN)/python tests/browser/chromium.py
	$(BIN)/python tests/browser/screenshots.py

benchmark: $(STAMP)
	$(BIN)/python -m benchmarks.anchoring
	$(BIN)/python -m benchmarks.citations
	$(BIN)/python -m benchmarks.page
	$(BIN)/python -m benchmarks.build

$(STAMP): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	touch $@

clean:
	rm -rf $(VENV) site screenshots dist .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis

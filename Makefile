# Everything a newcomer needs; each target sets itself up.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: demo test lint types floors unit clean

demo: $(VENV)/.demo
	$(BIN)/standoff build $$($(BIN)/standoff examples) -o demo.standoff
	$(BIN)/standoff brief demo.standoff

test: lint types floors unit

lint: $(VENV)/.dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: $(VENV)/.dev
	$(BIN)/mypy

floors: $(VENV)/.dev
	$(BIN)/lint-imports

unit: $(VENV)/.dev
	$(BIN)/pytest

clean:
	rm -rf $(VENV) demo.standoff*

$(VENV)/.demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet -e .
	touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.demo
	$(BIN)/pip install --quiet -e '.[dev]'
	touch $@

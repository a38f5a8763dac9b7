# Everything a newcomer needs; each target sets itself up.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin
SUDO   := $(shell [ "$$(id -u)" = 0 ] || echo sudo -n)

.PHONY: demo test lint types floors unit browser clean

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

unit: $(VENV)/.dev browser
	$(BIN)/pytest --numprocesses 2 --dist loadfile

browser: # the pages are tried in Debian's Chromium
	@command -v chromium >/dev/null || ($(SUDO) apt-get update -qq && $(SUDO) apt-get install -qq -y chromium) \
	|| echo "no Chromium, and none could be installed: the tests that need a browser will skip"

clean:
	rm -rf $(VENV) demo.standoff*

$(VENV)/.demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet -e .
	touch $@

$(VENV)/.dev: pyproject.toml $(VENV)/.demo
	$(BIN)/pip install --quiet -e '.[dev]'
	touch $@

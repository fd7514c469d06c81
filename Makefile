# Each target works alone on a fresh clone: it makes what it needs first.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
LOCKED := $(VENV)/.locked
READY := $(VENV)/.ready
DOCUMENTS := data/documents
TABLES := data/tables
REPORTS := reports
PEERS := .cache/benchmark

.PHONY: help report test lab tables notebooks evaluate benchmark lock clean

help:
	@echo "make report   tables, notebooks and reports/index.html"
	@echo "make lab      JupyterLab on the first notebook"
	@echo "make test     lint, types, tests, notebooks, reports in a browser"
	@echo "make tables   $(DOCUMENTS) -> $(TABLES)"
	@echo "make notebooks runs the notebooks on the tables and saves them as they are committed"
	@echo "make evaluate how well annotated texts are read"
	@echo "make benchmark time and memory beside what else one would use"
	@echo "make lock     requirements.lock and environment.yml anew from pyproject.toml"
	@echo "make clean    removes what the other targets made, except the tables"

# The environment is made anew only when the lock has changed, the project put into it when pyproject.toml has.
$(LOCKED): requirements.lock
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

# Status 1 says that some documents could not be read, and names them; the rest goes on without them.
tables: $(READY)
	$(BIN)/hanoi build $(DOCUMENTS) --output $(TABLES) || test $$? -eq 1

notebooks: tables
	$(BIN)/python -m hanoi_lib.explorers.notebooks notebooks/*.ipynb

report: tables
	$(BIN)/hanoi report --output $(REPORTS)
	@echo
	@echo "Open $(REPORTS)/index.html in a browser; it needs no network and can be mailed with its folder."

lab: $(READY)
	$(BIN)/hanoi lab

test: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -n 2 --dist loadscope -m "not browser"
	$(BIN)/python -m pytest --nbval --nbval-current-env --nbval-cell-timeout 120 -n 2 --dist loadscope notebooks
	$(BIN)/python -m pytest -m browser -n 2 --dist loadfile

evaluate: $(READY)
	$(BIN)/hanoi evaluate --output data/scores.csv

# The peers have an environment of their own, made anew when their lock has changed.
$(PEERS)/.locked: benchmarks/requirements.lock
	$(PYTHON) -m venv --clear $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r benchmarks/requirements.lock
	@touch $@

benchmark: $(READY) $(PEERS)/.locked
	$(BIN)/python -m benchmarks.measure $(OPTIONS) $(PEERS)/bin/python
	$(BIN)/python -m benchmarks.pages $(OPTIONS) $(PEERS)/bin/python

lock:
	$(PYTHON) -m venv .cache/lock
	.cache/lock/bin/python -m pip install --quiet --disable-pip-version-check uv pyproject2conda
	.ci/lock .cache/lock/bin

clean:
	rm -rf $(VENV) .cache $(REPORTS) *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

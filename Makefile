# Two commands: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
CODE := graph linkage ingest nlp queries api benchmarks tests

.PHONY: install demo test check bench soak format

install: $(STAMP)

$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $(STAMP)

demo: install
	$(BIN)/kith demo

check: install
	$(BIN)/ruff check $(CODE)
	$(BIN)/ruff format --check $(CODE)
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m queries.lint

test: check
	$(BIN)/pytest

soak: install
	KITH_KILLS=200 KITH_CUTS=100 KITH_EDITS=200 KITH_SOAK=1 \
	  $(BIN)/pytest -s tests/ingest/test_kill.py tests/ingest/test_cut.py tests/ingest/test_edits.py tests/ingest/spark

bench: install
	$(BIN)/kith bench

format: install
	$(BIN)/ruff check --fix $(CODE)
	$(BIN)/ruff format $(CODE)

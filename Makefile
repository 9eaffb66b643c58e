# Set up, run and check the grader. `make help` lists the targets; none of them asks for input.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
PIP := $(BIN)/python -m pip -qq --disable-pip-version-check --no-input
# Two runs of make in one folder take turns at the set-up.
TURN := $(shell command -v flock >/dev/null 2>&1 && echo flock Makefile)
SLOW := postgresql or browser or faults or long
COMPILE := .venv/uv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header \
	--no-annotate --group build $(UPGRADE) pyproject.toml

.DEFAULT_GOAL := help
.PHONY: help serve test check test-long soak fix lock clean ready-serve ready-dev

help:  ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20

serve: ready-serve  ## start the service on http://127.0.0.1:8000 (another port: make serve PORT=9000)
	@exec $(BIN)/grader serve --port $(PORT)

test: check  ## format, lint, types, imports and the fast tests

check: ready-dev  ## the same as test
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/hadolint Dockerfile
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo
	$(BIN)/pytest --quiet --numprocesses auto --dist worksteal

test-long: ready-dev  ## the tests that need a database, a browser or time
	$(BIN)/pytest --quiet --timeout=900 -m "$(SLOW)"

soak: ready-dev  ## kill what grades batches 200 times, at random
	GRADER_TEST_KILLS=200 $(BIN)/pytest --quiet --timeout=1800 -m faults -k killed_at_random tests/batches

fix: ready-dev  ## format the code and mend what the linter can mend
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format --quiet .

# Pins that still fit are kept; `make lock UPGRADE=--upgrade` takes the newest releases that fit.
lock:  ## write locks/ anew from pyproject.toml
	$(PYTHON) -m venv .venv/uv
	.venv/uv/bin/python -m pip install -qq --disable-pip-version-check "uv>=0.13.9,<0.14"
	$(COMPILE) --output-file locks/serve.txt
	$(COMPILE) --output-file locks/dev.txt --extra dev --constraints locks/serve.txt
	$(COMPILE) --output-file locks/llm.txt --extra llm --constraints locks/dev.txt
	$(COMPILE) --output-file locks/full.txt --extra llm --extra otel --constraints locks/dev.txt

clean:  ## remove the virtual environment and all caches
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
	find grader tests -name __pycache__ -prune -exec rm -rf {} +

# The set-up. Its messages go to stderr, so that `make serve` prints one line: the address.
ready-serve:
	@$(TURN) $(MAKE) --silent --no-print-directory .venv/grader.stamp >&2

ready-dev:
	@$(TURN) $(MAKE) --silent --no-print-directory .venv/dev.stamp >&2

.venv/serve.stamp: locks/serve.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 is needed: make PYTHON=python3.11")'
	echo "Setting up .venv (once) ..."
	$(PIP) --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear .venv
	$(PIP) install --require-hashes --requirement locks/serve.txt
	touch $@

# The package itself, as this folder: changes of the code need no new set-up.
.venv/grader.stamp: .venv/serve.stamp pyproject.toml
	$(PIP) install --no-deps --no-build-isolation --editable .
	touch $@

# locks/dev.txt has every pin of locks/serve.txt: a running service keeps its packages.
.venv/dev.stamp: .venv/grader.stamp locks/dev.txt
	echo "Adding the developers' tools to .venv (once) ..."
	$(PIP) install --require-hashes --requirement locks/dev.txt
	touch $@

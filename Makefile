SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

# The Python that makes the environment: 3.11 or 3.12.
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || echo python3)
PIP_VERSION := 26.1
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.stamp-$(shell cat pyproject.toml constraints.txt | cksum | cut -d' ' -f1)
PACKAGES := corpus index rag ui eval tests

# What the bundled dictionary and embedder are made from; none of it is part of the project.
SHARED ?= ../shared
REPORTS ?= $(SHARED)/reports
NEWS ?= $(SHARED)/text/news-2023.txt.xz
QUESTIONS ?= $(SHARED)/eval/train.tsv

# Passed on to what the target runs, as in `make run ARGS="--port 8000"`.
ARGS ?=

.PHONY: help
help: ## list these targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

.PHONY: setup
setup: $(STAMP) ## make .venv and install zhengwen with all it needs, once

$(STAMP):
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 13))' \
		|| { echo "zhengwen needs Python 3.11 or 3.12: make setup PYTHON=/path/to/python3.11" >&2; exit 1; }
	[[ -x $(BIN)/python ]] || $(PYTHON) -m venv $(VENV)
	@echo "Installing into $(VENV): some minutes, the first time."
	$(BIN)/python -m pip install --quiet pip==$(PIP_VERSION)
	$(BIN)/python -m pip install --quiet -c constraints.txt "$$(grep '^torch==' constraints.txt)"
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[dev,eval,baselines]'
	rm -f $(VENV)/.stamp-*
	touch $@

.PHONY: run
run: setup ## open the page on 127.0.0.1 (indexes the bundled documents first)
	$(BIN)/zhengwen serve $(ARGS)

.PHONY: test
test: setup ## run all tests
	@command -v chromium chromium-browser google-chrome >/dev/null \
		|| echo "No Chromium here: the browser tests are skipped. To run them: apt-get install chromium"
	$(BIN)/python -m pytest -n 2 --dist loadfile $(ARGS) || $(AGAIN) $(ARGS)

# What failed while other tests ran beside it, as a timed one may, is tried once more alone.
AGAIN := $(BIN)/python -m pytest --last-failed --last-failed-no-failures none

.PHONY: quick
quick: setup ## run the tests that need neither a process of their own nor a browser
	$(BIN)/python -m pytest -m "not slow and not browser" $(ARGS)

.PHONY: check
check: setup ## formatting, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy --strict $(PACKAGES)

.PHONY: format
format: setup ## mend formatting and the lint that can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

.PHONY: readme
readme: setup ## write the commands' help into the README
	$(BIN)/python -m tests.readme

.PHONY: constraints
constraints: ## pin everything that is installed in .venv and needed
	$(BIN)/python .ci/constraints.py > constraints.new
	mv constraints.new constraints.txt

.PHONY: dictionary
dictionary: training ## make the bundled dictionary again, from NEWS and REPORTS
	$(BIN)/python -m index.training.dictionary --text $(NEWS) --reports $(REPORTS)

.PHONY: embedder
embedder: training ## make the bundled embedder again, from NEWS, REPORTS and QUESTIONS
	$(BIN)/python -m index.training --text $(NEWS) --reports $(REPORTS) --train $(QUESTIONS) $(ARGS)

.PHONY: training
training: setup
	$(BIN)/python -m pip install --quiet -c constraints.txt -e '.[train]'

# Where the page is served while it is photographed, over a library of its own.
CAMERA_PORT ?= 7869
CAMERA_HOME := build/screenshots

.PHONY: screenshots
screenshots: setup ## photograph the page into docs/screenshots (needs Chromium; some minutes)
	ZHENGWEN_HOME=$(CAMERA_HOME) $(BIN)/zhengwen serve --port $(CAMERA_PORT) & page=$$!; trap "kill $$page" EXIT; \
		until (: < /dev/tcp/127.0.0.1/$(CAMERA_PORT)) 2>/dev/null; do kill -0 $$page; sleep 0.3; done; \
		$(BIN)/python -m ui.screenshots --url http://127.0.0.1:$(CAMERA_PORT) --out docs/screenshots

.PHONY: gates
gates: setup ## raise the gates of the bundled cases to what is measured
	$(BIN)/python -m eval.raise_gates

# What `make bench` writes beside docs/evaluation.md, and where ragas lives to read it back.
BENCH := build/bench
RAGAS := build/ragas

.PHONY: bench
bench: setup ## measure all of docs/evaluation.md (half an hour), exports read back by ragas
	$(BIN)/python -m eval.bench --shared $(SHARED) --work $(BENCH) --out docs/evaluation.md
	[[ -x $(RAGAS)/bin/python ]] || $(PYTHON) -m venv $(RAGAS)
	$(RAGAS)/bin/python -m pip install --quiet ragas==0.4.3 langchain-community==0.4.1
	$(RAGAS)/bin/python -W ignore -c "import sys; from ragas import EvaluationDataset; \
		[print(path, len(EvaluationDataset.from_jsonl(path))) for path in sys.argv[1:]]" $(BENCH)/*/ragas.jsonl

.PHONY: scale
scale: setup ## measure what each backend costs as a library grows (docs/scale.md)
	$(BIN)/python -m eval.scale --text $(NEWS) --work build/scale $(ARGS)

.PHONY: speed
speed: setup ## measure how much faster than the usual recipe indexing and asking are
	$(BIN)/python -m eval.speed --text $(NEWS) $(ARGS)

.PHONY: load
load: setup ## measure how long twenty people wait who ask at once (two minutes)
	$(BIN)/python -m eval.load $(ARGS)

.PHONY: alterations
alterations: setup ## measure what the guard lets through and what it spoils
	$(BIN)/python -m eval.alterations $(ARGS)

.PHONY: bundle
bundle: setup ## make one archive that installs without internet (ARGS=--all: torch too)
	$(BIN)/python .ci/bundle.py $(ARGS)

.PHONY: bundle-tried
bundle-tried: bundle ## install the bundle and use it where there is no network (Linux, unshare)
	.ci/bundle-tried "$$(ls -t dist/zhengwen-*.tar.gz | head -n 1)"

.PHONY: clean
clean: ## remove .venv, caches and what was built
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

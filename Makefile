# make run: the dashboard on http://127.0.0.1:8501 · make test: every test · make check: style, types, layers
PYTHON ?= python3
BIN := .venv/bin
export PYTHONPATH := $(CURDIR)

.DEFAULT_GOAL := run
.PHONY: run dev test fuzz check bench cases lock

run: .venv/run.stamp
	$(BIN)/python app.py

dev: .venv/run.stamp
	STREAMLIT_SERVER_FILE_WATCHER_TYPE=auto STREAMLIT_SERVER_RUN_ON_SAVE=true \
	STREAMLIT_CLIENT_SHOW_ERROR_DETAILS=full $(BIN)/python app.py

test: .venv/dev.stamp
	$(BIN)/python -m pytest -n auto --dist loadfile

fuzz: .venv/dev.stamp
	FUZZ_EXAMPLES=10000 $(BIN)/python -m pytest tests/ingest/test_fuzz.py

check: .venv/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev.stamp
	$(BIN)/python -m tests.bench

cases: .venv/run.stamp
	.ci/cases

lock: .venv/dev.stamp
	for name in requirements requirements-dev; do \
		$(BIN)/pip-compile --quiet --upgrade --strip-extras --no-emit-index-url --no-emit-trusted-host \
			--no-emit-find-links --output-file $$name.txt $$name.in || exit 1; \
	done

.venv/python.stamp:
	$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv .venv
	touch $@

.venv/run.stamp: requirements.txt .venv/python.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r $<
	touch $@

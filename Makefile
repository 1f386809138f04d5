# For developers. Everything stands on the same steps as ./run and ./test.
.PHONY: help setup run test check lint types docs bench format
BIN := .venv/bin

help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 10

setup: ## make .venv ready for work
	@sh -c '. scripts/setup.sh && setup_venv dev'
	@$(BIN)/pre-commit install >/dev/null 2>&1 || true

run: ## the example office's report
	@./run

test: ## every test
	@./test

check: setup lint types ## all that CI runs
	@$(BIN)/python scripts/docs.py --check && $(BIN)/python scripts/vendor.py --check
	@./test

lint: ## style and import arrows
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports --no-cache

types: ## strict types
	@$(BIN)/mypy

docs: ## write the generated pages and pictures again
	@$(BIN)/python scripts/docs.py && $(BIN)/python scripts/gambar.py && $(BIN)/python scripts/layar.py

bench: ## ratios against a floor measured in the same run
	@PYTHONPATH=tests:tests/siklus:tests/platform/tasks $(BIN)/python -m benchmarks

format: ## lay the code out
	@$(BIN)/ruff check --fix . && $(BIN)/ruff format .

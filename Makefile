# The targets a person types; `make` alone lists them. What is longer than a line lives in setup/ or behind the door (fengqiao).

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: help setup test ci bench lint types format render run demo serve lock clean

IN := .venv/bin
TOOLS := .venv-tools/bin
ROOMS := catalog ingest quality warehouse reporting synthetic orchestration fengqiao
CODE := $(ROOMS) setup superset_config tests bench
SERVE ?= 1
PYTEST ?=

help: ## this list
	@echo "fengqiao: the people's mediation data warehouse of Baotou. A bare Debian 12 needs first: apt-get install git make"
	@awk 'BEGIN { FS = ":.*## " } /^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## the environment, the parsed dbt project, and .venv/bin/fengqiao working (quick when nothing changed)
	@setup/start product
	@$(IN)/python -m warehouse.parsed_project

run: setup ## try it: data folder, a small made-up city, the whole path, the figures, the dashboards (SERVE=0: without the pages)
	@$(if $(filter 0,$(SERVE)),,setup/start superset)
	$(IN)/python -m fengqiao.first_run $(if $(filter 0,$(SERVE)),--no-page)

demo: ## the same without the pages
	@$(MAKE) --no-print-directory run SERVE=0

serve: setup ## the dashboards, Dagster's page and the inbox watch on loopback, until Ctrl-C
	@setup/start superset
	$(IN)/fengqiao serve

render: setup ## what follows from the catalog: dbt models, seeds, schemas
	$(IN)/fengqiao render

test: setup ## every test, linters' import rules among them; PYTEST="-k words" passes options on
	@setup/start tools superset browser
	$(IN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder $(PYTEST)

ci: ## what runs before anything lands: the same tests
	@.ci/run

bench: setup ## how fast we are beside well-known ways of doing the same; BENCH="reading" measures that alone
	$(IN)/python -m bench $(BENCH)

lint: ## ruff, its layout, and the import rules between the rooms
	@setup/start product tools
	$(TOOLS)/ruff check $(CODE)
	$(TOOLS)/ruff format --check $(CODE)
	$(TOOLS)/lint-imports

types: ## mypy, strict
	@setup/start product tools
	$(TOOLS)/mypy

format: ## bring the code into ruff's layout
	@setup/start tools
	$(TOOLS)/ruff check --fix $(CODE)
	$(TOOLS)/ruff format $(CODE)

lock: ## resolve the four lock files again, within the bounds of pyproject.toml
	@setup/start product
	$(IN)/python -m setup.locks

clean: ## remove what can be made again: environments, caches, targets. The data folder stays
	rm -rf .venv .venv-setup .venv-superset .venv-tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dbt_project/target dbt_project/logs
	find $(CODE) -name __pycache__ -type d -prune -exec rm -rf {} +

# Every target has a line that `make help` prints.

VENV := .venv
PYTHON := $(VENV)/bin/python
BASE_PYTHON ?= python3

.DEFAULT_GOAL := help
.PHONY: help run dev test lint format messages screenshots

help: ## Print this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: $(VENV)/.runtime ## Serve the site on PORT (8000) as in production, with demo content
	@exec $(PYTHON) -m wiego_site.serve

dev: $(VENV)/.development ## Serve the site and take up each change of code
	@exec $(PYTHON) -m wiego_site.serve --reload

test: $(VENV)/.development ## Run the tests, on SQLite and on TEST_POSTGRES_URL (PYTEST_ARGS)
ifdef TEST_POSTGRES_URL
	@env -u DATABASE_URL $(PYTHON) -m pytest $(PYTEST_ARGS); first=$$?; \
	DATABASE_URL=$(TEST_POSTGRES_URL) $(PYTHON) -m pytest $(PYTEST_ARGS) && exit $$first
else
	@env -u DATABASE_URL $(PYTHON) -m pytest $(PYTEST_ARGS)
	@echo "Not run on PostgreSQL: set TEST_POSTGRES_URL=postgres://user:password@localhost/name"
endif

lint: $(VENV)/.development ## Check the style of code and templates
	@$(VENV)/bin/ruff check .
	@$(VENV)/bin/ruff format --check .
	@$(VENV)/bin/djhtml --check templates

format: $(VENV)/.development ## Put the code and the templates in our style
	@$(VENV)/bin/ruff check --fix --quiet .
	@$(VENV)/bin/ruff format .
	@$(VENV)/bin/djhtml templates

messages: $(VENV)/.development ## Gather the interface texts into locale/ (needs gettext)
	@$(PYTHON) manage.py makemessages --all --no-location --no-wrap --ignore=.venv --ignore=var --ignore=tests
	@$(PYTHON) manage.py compilemessages

screenshots: $(VENV)/.development ## Make the pictures of docs/images/ (needs Chromium)
	@$(PYTHON) -m docs.screenshots
	@$(PYTHON) -m docs.guide_pictures

$(VENV)/bin/python:
	@$(BASE_PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another with BASE_PYTHON=python3.12.")'
	@$(BASE_PYTHON) -m venv $(VENV)

$(VENV)/.runtime: requirements.txt | $(VENV)/bin/python
	@echo "Installing what the site needs …"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

$(VENV)/.development: requirements.txt requirements-dev.txt | $(VENV)/bin/python
	@echo "Installing what the tests need …"
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ $(VENV)/.runtime

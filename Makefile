# Everything a person does with Plainleaf. `make help` lists it.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/pip --quiet --quiet --disable-pip-version-check
LOCKED := $(PIP) install --require-hashes --no-deps
PROGRAM := .venv/.program
LISTS := .venv/.lists
JUDGES := .venv/.judges

.DEFAULT_GOAL := build
.PHONY: build test check level status extract update lint format accept lines bench lock clean help

build: $(PROGRAM)  ## Build the draft edition into build/draft/ (also plain `make`)
	@$(BIN)/plainleaf build
	@echo "Open $(CURDIR)/build/draft/index.html in a browser."

test: debian $(JUDGES) lint  ## Run every test; as root, install what they need first
	@$(BIN)/pytest --numprocesses auto --dist worksteal

check: $(LISTS)  ## Say what is wrong with leaflets, catalogues and pages
	@$(BIN)/plainleaf check

level: $(LISTS)  ## Say how hard each leaflet is to read, and write the report of it
	@$(BIN)/plainleaf level

status: $(PROGRAM)  ## Say how far each locale is, and what people still have to do
	@$(BIN)/plainleaf status

extract: $(PROGRAM)  ## Write the templates (.pot) from source/
	@$(BIN)/plainleaf extract

update: extract  ## Bring the templates' changes into the catalogues (.po)
	@$(BIN)/plainleaf update

lint: $(JUDGES)  ## Look at style and types
	@$(BIN)/ruff check --quiet --output-format concise .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary

format: $(JUDGES)  ## Mend the style that a machine can mend
	@$(BIN)/ruff check --fix --quiet .
	@$(BIN)/ruff format --quiet .

accept: debian $(JUDGES)  ## Renew the golden files; read the difference before you commit it
	@$(BIN)/pytest --accept

lines: $(JUDGES)  ## Print how long functions and files are
	@$(BIN)/python tests/test_floors.py

bench: $(JUDGES)  ## Measure extract and translate beside other tools
	@$(BIN)/python -m benchmarks

lock:  ## Renew the locked requirements
	@$(PYTHON) -m venv build/.lock
	@build/.lock/bin/pip install --quiet --quiet --disable-pip-version-check pip-tools==7.6.2
	@$(COMPILE) --output-file requirements/run.txt pyproject.toml
	@$(COMPILE) --extra level --constraint requirements/run.txt \
		--output-file requirements/level.txt pyproject.toml
	@$(COMPILE) --extra test --constraint requirements/level.txt \
		--output-file requirements/test.txt pyproject.toml
	@$(COMPILE) --all-build-deps --only-build-deps --constraint requirements/test.txt \
		--output-file requirements/build.txt pyproject.toml

COMPILE := build/.lock/bin/pip-compile --quiet --upgrade --no-header --generate-hashes \
	--strip-extras --no-emit-options

clean:  ## Remove what was made: build/ and .venv/
	@rm -rf build .venv

help:  ## List these words
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' $(MAKEFILE_LIST) | expand -t 10

# ── the environment ─────────────────────────────────────────────────────────────────────────────
# Made anew when a lock changes; what it says of the project is renewed when pyproject.toml changes.
.venv/.locked: requirements/run.txt requirements/build.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 is needed.")'
	@echo "Making .venv …"
	@$(PYTHON) -m venv --clear .venv
	@$(LOCKED) --requirement requirements/run.txt --requirement requirements/build.txt
	@touch $@

$(PROGRAM): .venv/.locked pyproject.toml hatch_build.py
	@$(PIP) install --no-deps --no-index --no-build-isolation --editable .
	@touch $@

$(LISTS): $(PROGRAM) requirements/level.txt
	@$(LOCKED) --requirement requirements/level.txt
	@touch $@

$(JUDGES): $(PROGRAM) requirements/test.txt
	@$(LOCKED) --requirement requirements/test.txt
	@touch $@

.PHONY: debian
debian:
	@tests/install_apt.sh

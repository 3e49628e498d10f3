# Everything sets itself up: `make run` and `make test` need nothing but `make`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
ARGS ?=

# What Qt needs to load, to show a window under X and Wayland, to print; and the glyphs.
PACKAGES := python3 python3-venv \
	libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libglib2.0-0t64 \
	libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0 \
	libwayland-cursor0 libwayland-egl1 libcups2t64 libgssapi-krb5-2 \
	fonts-noto-cjk fonts-adobe-sourcesans3

.PHONY: run test check bench tour translations docs package clean system

run: $(READY)
	@$(BIN)/python -m meipi $(ARGS)

test: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(ARGS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# What `make bench` measures is never part of `make test`: figures belong to a machine.
bench: $(READY)
	$(BIN)/python -m tests.benchmarks $(ARGS)

# Plays the main job by keys and mouse on a sample article; leaves pictures, library and Markdown.
tour: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/desktop/test_tour.py $(ARGS)

# Collects the strings of the interface and compiles what has been translated.
translations: $(READY)
	$(BIN)/python tools/translations.py

docs: $(READY)
	$(BIN)/python tools/readme.py

package: $(READY)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check build
	$(BIN)/python -m build

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(READY): pyproject.toml
	@$(MAKE) --no-print-directory system
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

# On other systems than Debian and its kin there is nothing to install: Qt's wheel brings what macOS needs.
# `update` may fail for one dead source while the packages are there, so it does not stop the rest.
system:
	@command -v dpkg-query >/dev/null || exit 0; \
	missing=""; \
	for package in $(PACKAGES); do \
		dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; \
	done; \
	[ -z "$$missing" ] && exit 0; \
	if [ "$$(id -u)" = 0 ]; then as=""; \
	elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then as=sudo; \
	else echo "Please run: apt-get install --no-install-recommends$$missing"; exit 0; fi; \
	$$as apt-get update -q; \
	$$as env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $$missing \
		|| echo "Please run: apt-get install --no-install-recommends$$missing"

# Two commands for a person: `make demo` and `make test`. They need make, Python 3.11 or newer and its pip.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check accept bench train clean

demo: $(STAMP)
	@rm -rf build/demo && mkdir -p build/demo
	@$(BIN)/secondsource read examples --into build/demo/secondsource.db
	@$(BIN)/secondsource export dossier --into build/demo/secondsource.db -o build/demo/dossier.html
	@echo "The dossier page: $(CURDIR)/build/demo/dossier.html"

test: $(STAMP) chromium check

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest

# Shows what changed in the golden dossiers of the examples, and keeps it.
accept: $(STAMP)
	$(BIN)/python -m pytest tests/test_examples.py --accept
	git --no-pager diff --stat -- tests/examples

bench: $(STAMP)
	$(BIN)/python -m bench all --data "$${SECONDSOURCE_DATA:?name the folder of annotated data}"

# The page is tested in a real browser where there is one; as root on Debian it is installed.
.PHONY: chromium
chromium:
	@command -v chromium >/dev/null || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    apt-get update -qq && apt-get install -y -qq chromium >/dev/null; \
	  else \
	    echo "no chromium: the browser tests will be skipped; install it with: apt-get install chromium"; \
	  fi; }

# Without ensurepip (Debian keeps it apart) the system's own pip fills the environment.
$(STAMP): pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv --without-pip $(VENV)
	$(PYTHON) -m pip --python $(BIN)/python --disable-pip-version-check install -q -e '.[dev,analytics]'
	@touch $@

# The trained reader anew, in an environment of its own; it resumes where it was stopped. SHARE=1 tries the way.
TRAIN := .venv-train
train: $(TRAIN)/.installed
	PATH="$(CURDIR)/$(TRAIN)/bin:$$PATH" sh training/reader/train.sh \
	  "$${SECONDSOURCE_DATA:?name the folder of annotated data}" build/reader

$(TRAIN)/.installed: pyproject.toml training/reader/requirements.txt
	@test -x $(TRAIN)/bin/python || $(PYTHON) -m venv $(TRAIN)
	$(TRAIN)/bin/python -m pip --disable-pip-version-check install -q -e . -r training/reader/requirements.txt
	@touch $@

clean:
	rm -rf build $(VENV) $(TRAIN)

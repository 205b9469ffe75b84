"""`--accept`: keep what the examples print now as golden records. No test touches the user's own cache."""

import os
import tempfile

import pytest

# set before any process for reading is begun, which would keep the variables it was begun with
os.environ["SECONDSOURCE_CACHE"] = tempfile.mkdtemp(prefix="secondsource-tests-")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="keep the printed dossiers as the golden records")

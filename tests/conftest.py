"""`--accept`: keep what the examples print now as their golden records."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--accept", action="store_true", help="keep the printed dossiers as the golden records")

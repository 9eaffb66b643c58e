"""A bench for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.storage.conftest import postgresql

from .making import Bench

__all__ = ["postgresql"]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """Batches on a database of the test's own."""
    made = Bench(tmp_path)
    yield made
    made.close()

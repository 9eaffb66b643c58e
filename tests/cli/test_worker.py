"""`grader worker`."""

import pytest

from .conftest import Run


def test_workers_are_for_postgresql(grader: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    code, out, err = grader("worker")
    assert (code, out) == (2, "")
    assert "GRADER_DATABASE_URL" in err

"""Who grades a batch: with a judge on a real socket."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.judge.fake_provider import FakeProvider, fake_provider

from .batch_files import RUBRIC, lines_of, write_answers
from .conftest import Run


@pytest.fixture
def provider(monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeProvider]:
    with fake_provider() as fake:
        monkeypatch.setenv("GRADER_JUDGE_API_BASE", fake.base)
        monkeypatch.setenv("GRADER_JUDGE_MODELS", "openai/echo")
        yield fake


def test_a_judge_is_asked_and_never_asks_nobody(grader: Run, provider: FakeProvider, tmp_path: Path) -> None:
    file, out = str(write_answers(tmp_path / "in.jsonl", 3)), tmp_path / "o.jsonl"
    grader("batch", "run", file, "--out", str(out), "--judge", "never")
    assert provider.requests == []
    assert grader("batch", "run", file, "--out", str(out), "--judge", "always").code == 0
    assert [row["grade"]["judge"]["model"] for row in lines_of(out)] == ["openai/echo"] * 3
    assert len(provider.requests) == 3


def test_a_judge_that_is_wanted_must_be_named(grader: Run, tmp_path: Path) -> None:
    code, _, err = grader("batch", "run", str(write_answers(tmp_path / "in.jsonl")), "--judge", "always")
    assert (code, "GRADER_JUDGE_MODELS" in err) == (2, True)


def test_many_processes_write_what_one_writes(grader: Run, tmp_path: Path) -> None:
    file, outs = str(write_answers(tmp_path / "in.jsonl", 300)), [tmp_path / f"{n}.jsonl" for n in (1, 2)]
    for count, out in enumerate(outs, 1):
        grader("batch", "run", file, "--out", str(out), "--processes", str(count))
    assert outs[0].read_bytes() == outs[1].read_bytes()
    assert lines_of(outs[0])[0]["grade"]["rubric"] == RUBRIC

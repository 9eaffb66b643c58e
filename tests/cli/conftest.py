"""The command line as a user sees it: a rubric of two concepts, and `grader` run on it."""

from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path
from typing import NamedTuple

import pytest

from grader.cli.main import run

RUBRIC = """
id: toy/how-to-scale
question: How to scale?
concepts:
  - id: scale-out
    source: more servers
    expect: more servers | scale out
    required: true
    feedback: {met: Scaling out is covered., partial: Say more., missed: Think of growth., contradicted: Think again.}
    hint: Traffic doubles. What now?
  - id: queues
    source: queues
    expect: queue | queues
    feedback: {met: Buffering is covered., partial: Say more., missed: Think of peaks., contradicted: Think again.}
    hint: A spike arrives. What now?
"""


class Outcome(NamedTuple):
    """What a command left: its exit code and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def grader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command line with the toy rubric at hand; `stdin` is what is piped in."""
    (tmp_path / "rubrics" / "toy").mkdir(parents=True)
    (tmp_path / "rubrics" / "toy" / "how-to-scale.yaml").write_text(RUBRIC, encoding="utf-8")
    monkeypatch.setenv("GRADER_RUBRICS_DIR", str(tmp_path / "rubrics"))

    def command(*arguments: str, stdin: bytes = b"") -> Outcome:
        monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(stdin), encoding="utf-8"))
        code = run(list(arguments))
        return Outcome(code, *capsys.readouterr())

    return command

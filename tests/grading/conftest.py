"""A small rubric of two concepts, in files."""

from pathlib import Path

import pytest

from grader.grading import Grading
from grader.rubric import FileRubrics

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


@pytest.fixture
def grading(tmp_path: Path) -> Grading:
    """A grading service over one small rubric."""
    (tmp_path / "toy").mkdir()
    (tmp_path / "toy" / "how-to-scale.yaml").write_text(RUBRIC, encoding="utf-8")
    return Grading(FileRubrics((tmp_path,)))

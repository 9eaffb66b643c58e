"""An evaluator over two small rubrics of a seed."""

from pathlib import Path

import pytest

from grader.errors import GraderError
from grader.evaluation.run import Evaluator
from grader.rubric import FileRubrics, Rubric
from tests.factories import make_rubric

RUBRIC = """
id: toy/{slug}
question: "{slug}?"
source: {{seed: toy, line: {line}, sha256: {hash}}}
concepts:
  - {{id: it, source: "{word}s", expect: "{word}", feedback: Say more., hint: What else?}}
"""


def build(question: str, reference: str) -> Rubric:
    """Return a rubric with a concept for each word of a reference; `?` cannot be built."""
    if reference == "?":
        raise GraderError("no words")
    return make_rubric({f"c{i}": word for i, word in enumerate(reference.split())}, question)


@pytest.fixture
def evaluator(tmp_path: Path) -> Evaluator:
    """The rubric of line 2 comes first in the seed, and last by name."""
    (tmp_path / "toy").mkdir()
    for slug, line, word in (("caching", 9, "cache"), ("queueing", 2, "queue")):
        text = RUBRIC.format(slug=slug, line=line, word=word, hash="0" * 64)
        (tmp_path / "toy" / f"{slug}.yaml").write_text(text, encoding="utf-8")
    return Evaluator(FileRubrics((tmp_path,)), build, "toy")

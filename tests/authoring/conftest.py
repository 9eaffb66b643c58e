"""Rubrics of a toy seed in files, and what tests them."""

from pathlib import Path
from typing import Any

import pytest

from grader.authoring import Bench
from grader.rubric import FileRubrics, Rubric

FEEDBACK = {"met": "m", "partial": "p", "missed": "x", "contradicted": "c"}
SEED = """- how to scale? use more servers, use queues
- how to store? use queues, avoid shared disks
"""


def rubric_of(slug: str, question: str, *concepts: dict[str, Any]) -> Rubric:
    """Return a rubric of the toy seed; a concept needs only `source` and `expect`."""
    made = [{"id": f"c{i}", "feedback": FEEDBACK, "hint": "?"} | concept for i, concept in enumerate(concepts)]
    return Rubric.model_validate({"id": f"toy/{slug}", "question": question, "concepts": made})


@pytest.fixture
def scale() -> Rubric:
    """A rubric that behaves."""
    servers = {"id": "servers", "source": "use more servers", "expect": "more servers | servers"}
    return rubric_of(
        "how-to-scale", "How to scale?", servers, {"id": "queues", "source": "use queues", "expect": "queues"}
    )


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    """The self-test over a folder with the toy seed and the notes that a test writes beside the rubrics."""
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "toy.md").write_text(SEED, "utf-8")
    folder = tmp_path / "rubrics"
    folder.mkdir()
    (folder / "toy.selftest.yaml").write_text(
        "overlaps:\n"
        "  - {rubric: how-to-scale, answer: how-to-store, concepts: {queues: met}, score: 0.5, reason: both}\n",
        "utf-8",
    )
    return Bench(FileRubrics((folder,)), (folder,), (tmp_path / "seeds",))

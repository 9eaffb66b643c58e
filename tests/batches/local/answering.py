"""Answers and what grades them, for tests."""

from grader.batches import Answer
from grader.grading import Grading
from grader.rubric import EMPTY, Lexicon, Rubric
from tests.factories import make_rubric


class Shelf:
    """One rubric, `toy/toy`."""

    def __init__(self) -> None:
        self._rubric = make_rubric({"queues": "queue", "cache": "cache"})

    def ids(self) -> tuple[str, ...]:
        return ("toy/toy",)

    def get(self, rubric_id: str) -> Rubric:
        return self._rubric

    def lexicon(self, name: str | None) -> Lexicon:
        return EMPTY


def make_grading() -> Grading:
    """Return what grades by the toy rubric."""
    return Grading(Shelf())


def make_answers(count: int, text: str = "a queue") -> list[Answer]:
    """Return answers; each third names a rubric that there is not."""
    return [
        Answer(f"a-{n}", {"n": n}, "nowhere" if n % 3 == 2 else "toy", f"{text} {n % 10}", f"c-{n}")
        for n in range(count)
    ]

"""Labelled answers to the question of a rubric: lines of JSON with a verdict for each of its concepts.

A line is `{"q" or "rubric", "answer", "units": {source or concept id: verdict}}`; `q` is the question's 1-based place
in the seed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from grader.authoring.lines import Row, read_lines
from grader.grading import check_answer
from grader.matching import Verdict
from grader.rubric import Rubric

VERDICTS: tuple[Verdict, ...] = get_args(Verdict)
SHAPE = 'Write {"rubric": "...", "answer": "...", "units": {"a source": "met"}}.'


@dataclass(frozen=True, slots=True)
class Labelled:
    """An answer with a person's verdicts by concept id; `name` is its id, or else its line."""

    name: str
    answer: str
    verdicts: dict[str, Verdict]


def read_labels(
    path: Path, rubric: Rubric, questions: Sequence[str]
) -> tuple[tuple[Labelled, ...], tuple[Labelled, ...], tuple[str, ...]]:
    """Return the answers to a rubric's question, those to other questions, and the errors of lines that cannot be read.

    `questions` are the slugs of the seed, in order. Raises FileFault if the file itself cannot be read.
    """
    rows, errors = read_lines(path, lambda row, number: _labelled(row, number, rubric, questions))
    ours = tuple(row for row, is_ours in rows if is_ours)
    return ours, tuple(row for row, is_ours in rows if not is_ours), errors


def _name(row: Row, questions: Sequence[str]) -> str:
    if isinstance(row.get("rubric"), str):
        return str(row["rubric"])
    place = row.get("q")
    if not isinstance(place, int) or not 1 <= place <= max(1, len(questions)):
        raise ValueError("The line names no question: give `rubric`, or `q` from 1 to the number of questions.")
    return questions[place - 1] if questions else ""


def _labelled(row: Row, number: int, rubric: Rubric, questions: Sequence[str]) -> tuple[Labelled, bool]:
    """The answer, and whether it is one to the rubric's question."""
    answer, units = row.get("answer"), row.get("units")
    if not isinstance(answer, str) or not isinstance(units, dict):
        raise ValueError(f"The line has no answer with labels. {SHAPE}")
    if any(label not in VERDICTS for label in units.values()):
        raise ValueError(f"A label is none of {', '.join(VERDICTS)}.")
    check_answer(answer)
    is_ours = _name(row, questions) in (rubric.id, rubric.slug, rubric.question)
    name = str(row.get("id") or f"line {number}")
    return Labelled(name, answer, _verdicts(units, rubric) if is_ours else {}), is_ours


def _verdicts(units: dict[str, Verdict], rubric: Rubric) -> dict[str, Verdict]:
    given = {" ".join(name.split()): label for name, label in units.items()}
    pairs = ((c.id, given.get(" ".join(c.source.split()), given.get(c.id))) for c in rubric.concepts)
    return {name: label for name, label in pairs if label}

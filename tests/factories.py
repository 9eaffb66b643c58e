"""Small rubrics for tests: plain functions."""

from typing import Any

from grader.matching import Match, Mode, compile_rubric, match
from grader.rubric import Lexicon, Rubric

FEEDBACK = {"met": "m", "partial": "p", "missed": "x", "contradicted": "c"}


def make_rubric(expects: dict[str, Any], question: str = "What would you do?", source: str = "a thing") -> Rubric:
    """Return a rubric with a concept for each expectation."""
    concepts = [
        {"id": name, "source": source, "expect": expect, "feedback": FEEDBACK, "hint": "?"}
        for name, expect in expects.items()
    ]
    return Rubric.model_validate({"id": "toy/toy", "question": question, "concepts": concepts})


def make_lexicon(**parts: Any) -> Lexicon:
    """Return a lexicon with these terms, idioms and words of the trade."""
    return Lexicon.model_validate({"id": "toy", **parts})


def read(
    expect: Any, answer: str, *, mode: Mode = "answer", question: str = "What would you do?", **lexicon: Any
) -> Match:
    """Match an answer against a rubric of one concept, `it`."""
    compiled = compile_rubric(make_rubric({"it": expect}, question), make_lexicon(**lexicon))
    return match(compiled, answer, mode=mode)


def verdict(expect: Any, answer: str, **more: Any) -> str:
    """Return the verdict for a rubric of one concept."""
    return read(expect, answer, **more).concepts[0].verdict

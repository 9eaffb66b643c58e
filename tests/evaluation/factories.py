"""Labelled answers with grades, made by hand: plain functions."""

from collections.abc import Sequence
from typing import Any, get_args

from grader.evaluation.labels import Labelled
from grader.evaluation.run import Compared, Pair
from grader.grading import ConceptGrade, Grade, Span
from grader.matching import Verdict

BY_LETTER: dict[str, Verdict] = {verdict[0] if verdict != "missed" else "x": verdict for verdict in get_args(Verdict)}


def concept(given: str, confidence: float = 0.9, name: str = "it") -> ConceptGrade:
    """Return a concept's grade; the verdict is a letter: m(et), p(artial), x (missed), c(ontradicted)."""
    return ConceptGrade(
        id=name,
        source=f"source of {name}",
        verdict=BY_LETTER[given],
        partial=None,
        credit=0,
        weight=1,
        confidence=confidence,
        decided_by="matcher",
        evidence=(Span(start=0, end=1, text="a"),),
        feedback="",
    )


def pairs(labelled: str, given: str, confidence: float = 0.9) -> tuple[Pair, ...]:
    """Return a pair for each letter of the two words."""
    both = zip(labelled, given, strict=True)
    return tuple(Pair(BY_LETTER[a], concept(b, confidence, f"c{i}")) for i, (a, b) in enumerate(both))


def compared(
    labelled: str = "", given: str = "", *, score: float | None = None, graded: float = 0.0, **more: Any
) -> Compared:
    """Return an answer with labelled and given verdicts and scores; `more` changes its row."""
    confidence = more.pop("confidence", 0.9)
    row = {"path": "f", "line": 1, "id": "a1", "kind": "", "question": "1", "answer": "an answer", **more}
    return Compared(Labelled(score=score, **row), _grade(graded), pairs(labelled, given, confidence))


def scored(labelled: Sequence[float], graded: Sequence[float]) -> list[Compared]:
    """Return answers with these scores."""
    return [compared(score=a, graded=b) for a, b in zip(labelled, graded, strict=True)]


def _grade(score: float) -> Grade:
    names = dict.fromkeys(("id", "rubric", "rubric_hash", "lexicon_hash", "engine"), "toy/toy")
    nothing = dict.fromkeys(("reasons", "concepts", "gates", "beyond", "flags"), ())
    scores = dict.fromkeys(("score", "score_low", "score_high"), score)
    rest = {"external_id": None, "candidate": None, "mode": "answer", "provisional": False, "status": "graded"}
    return Grade.model_validate({**names, **nothing, **scores, **rest})

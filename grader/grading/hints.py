"""What an interviewer may ask next, from notes of what the candidate has said."""

from typing import Literal

from grader.matching import CompiledRubric, Verdict, match

from .answer import check_answer
from .grade import Result

State = Literal["covered", "partial", "open", "contradicted"]
_STATES: dict[Verdict, State] = {
    "met": "covered",
    "partial": "partial",
    "missed": "open",
    "contradicted": "contradicted",
}


class Hint(Result):
    """A question to ask about one concept, and how far the notes cover it."""

    concept: str
    source: str
    state: State
    hint: str


class Hints(Result):
    """The hints of a rubric, what is still open first."""

    rubric: str
    question: str
    hints: tuple[Hint, ...]


def hints(compiled: CompiledRubric, notes: str = "") -> Hints:
    """Return the hints for an interviewer's notes. Raises AnswerRefused."""
    check_answer(notes)
    rubric = compiled.rubric
    found = match(compiled, notes, mode="notes")
    listed = [
        Hint(concept=concept.id, source=concept.source, state=_STATES[result.verdict], hint=concept.hint)
        for concept, result in zip(rubric.concepts, found.concepts, strict=True)
    ]
    order: tuple[State, ...] = ("open", "partial", "contradicted", "covered")
    return Hints(
        rubric=rubric.id, question=rubric.question, hints=tuple(sorted(listed, key=lambda h: order.index(h.state)))
    )

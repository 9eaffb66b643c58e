"""What an interviewer may ask next, from notes of what the candidate has said."""

from collections.abc import Mapping
from typing import Literal

from pydantic import Field

from grader.errors import UnknownConcept
from grader.matching import CompiledRubric, ConceptMatch, Verdict, match
from grader.rubric import Concept, Rung

from .answer import check_answer
from .grade import Result

State = Literal["covered", "partial", "open", "contradicted"]
_STATES: dict[Verdict, State] = {
    "met": "covered",
    "partial": "partial",
    "missed": "open",
    "contradicted": "contradicted",
}


class LadderStep(Result):
    """One of the questions that lead to a concept."""

    rung: Rung
    hint: str


class Hint(Result):
    """What to ask about one concept, and how far the notes cover it."""

    concept: str
    source: str
    state: State
    rung: Rung | Literal["follow_up"] = Field(description="Which question `hint` is.")
    hint: str = Field(description="What to ask now: the next rung; of a covered concept, what goes deeper.")
    ladder: tuple[LadderStep, ...] = Field(description="All rungs, from the least telling one down.")
    follow_up: str | None = Field(description="What goes deeper, once the concept is covered.")
    priority: float = Field(description="Weight times uncertainty, the probability that the state is wrong.")


class Hints(Result):
    """The hints of a rubric: what is not covered first, by priority; what was asked to the last rung after it."""

    rubric: str
    question: str
    hints: tuple[Hint, ...]


def hints(compiled: CompiledRubric, notes: str = "", asked: Mapping[str, int] | None = None) -> Hints:
    """Return the hints for an interviewer's notes; `asked` is how many rungs of a concept's ladder were asked.

    Raises AnswerRefused, UnknownConcept.
    """
    check_answer(notes)
    rubric, taken = compiled.rubric, dict(asked or {})
    for name in taken:
        if rubric.concept(name) is None:
            raise UnknownConcept(f"The rubric has no concept {name[:100]!r}: name one of its own as asked.")
    found = match(compiled, notes, mode="notes").concepts
    pairs = zip(rubric.concepts, found, strict=True)
    listed = [_hint(concept, result, taken.get(concept.id, 0)) for concept, result in pairs]
    listed.sort(key=lambda hint: (hint.state == "covered", _is_used_up(hint, taken), -hint.priority))
    return Hints(rubric=rubric.id, question=rubric.question, hints=tuple(listed))


def priority(weight: float, confidence: float) -> float:
    """Return how much is to be learnt by asking about a concept: its weight times how unsure its verdict is."""
    return round(weight * (1 - confidence), 4)


def _hint(concept: Concept, found: ConceptMatch, asked: int) -> Hint:
    ladder = tuple(LadderStep(rung=rung, hint=text) for rung, text in concept.ladder.items())
    step = ladder[min(max(asked, 0), len(ladder) - 1)]
    deeper = concept.follow_up if found.verdict == "met" else None
    return Hint(
        concept=concept.id,
        source=concept.source,
        state=_STATES[found.verdict],
        rung="follow_up" if deeper else step.rung,
        hint=deeper or step.hint,
        ladder=ladder,
        follow_up=concept.follow_up,
        priority=priority(concept.weight, found.confidence),
    )


def _is_used_up(hint: Hint, asked: Mapping[str, int]) -> bool:
    return asked.get(hint.concept, 0) >= len(hint.ladder)

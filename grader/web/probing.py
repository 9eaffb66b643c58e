"""What to ask next in an interview: the next rung of what is open, and what goes deeper into what is met."""

from collections.abc import Iterable
from dataclasses import dataclass

from grader.grading import ConceptGrade, priority
from grader.rubric import Rubric, Rung

from .sheet import Sheet, rungs_asked

SHOWN = 2


@dataclass(frozen=True, slots=True)
class Probe:
    """A question to ask toward a concept; `before` are the rungs above it. `used_up`: the last rung was asked too."""

    concept: str
    place: int
    rung: Rung
    hint: str
    before: tuple[str, ...] = ()
    used_up: bool = False


@dataclass(frozen=True, slots=True)
class Depth:
    """A question that goes deeper into a concept that is met."""

    concept: str
    place: int
    hint: str
    asked: bool


def to_ask(rubric: Rubric, concepts: Iterable[ConceptGrade], sheet: Sheet) -> tuple[Probe, ...]:
    """Return what to ask about concepts that are not met: first what was begun, then by weight times uncertainty."""
    listed = [(each, _probe(rubric, place, each, sheet)) for place, each in _placed(concepts) if each.verdict != "met"]
    listed.sort(key=lambda pair: (pair[1].used_up, not pair[1].before, *_order(pair[0])))
    return tuple(probe for _, probe in listed[:SHOWN])


def to_deepen(rubric: Rubric, concepts: Iterable[ConceptGrade], sheet: Sheet) -> tuple[Depth, ...]:
    """Return what goes deeper into concepts that are met, the least sure first, what was asked last."""
    listed = []
    for place, each in _placed(concepts):
        deeper = rubric.concepts[place - 1].follow_up
        if each.verdict == "met" and deeper is not None:
            listed.append((each, Depth(each.id, place, deeper, each.id in sheet.deeper)))
    listed.sort(key=lambda pair: (pair[1].asked, *_order(pair[0])))
    return tuple(depth for _, depth in listed[:SHOWN])


def _placed(concepts: Iterable[ConceptGrade]) -> Iterable[tuple[int, ConceptGrade]]:
    return enumerate(concepts, 1)


def _order(concept: ConceptGrade) -> tuple[bool, float]:
    """What a person set comes last. Rounded, so that what is shown does not jump with every word."""
    return concept.confidence >= 1, -round(priority(concept.weight, concept.confidence), 1)


def _probe(rubric: Rubric, place: int, found: ConceptGrade, sheet: Sheet) -> Probe:
    concept = rubric.concepts[place - 1]
    rungs = list(concept.ladder.items())
    asked = rungs_asked(concept, sheet.asked.get(found.id))
    at = min(asked, len(rungs) - 1)
    rung, hint = rungs[at]
    return Probe(found.id, place, rung, hint, tuple(text for _, text in rungs[:at]), asked >= len(rungs))

"""An interview as its form holds it: notes, what was set by hand, what was asked; and what that comes to."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from grader.errors import AnswerRefused
from grader.grading import ConceptGrade, Grade, GradeRequest, Grading, Hint, rescored
from grader.rubric import Rubric

Hand = Literal["met", "missed"]
HINTS_SHOWN = 2


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an interviewer did on one question: `hand` and `asked` are by concept."""

    rubric: str
    notes: str = ""
    hand: Mapping[str, Hand] | None = None
    asked: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Line:
    """A concept as the cockpit shows it; `prompted`: it came after its hint was asked."""

    place: int
    concept: ConceptGrade
    hand: Hand | None
    asked: bool
    prompted: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One question with what its sheet comes to: `unprompted` is the score without what came after a hint."""

    rubric: Rubric
    sheet: Sheet
    grade: Grade
    lines: tuple[Line, ...]
    unprompted: float
    ask: tuple[Hint, ...]
    fault: str = ""


def read_sheets(fields: Iterable[tuple[str, str]]) -> tuple[Sheet, ...]:
    """Return the sheets that a form holds, in the order of its questions; what is no field of ours is left out."""
    listed = list(fields)
    names = dict.fromkeys(value for name, value in listed if name == "q")
    return tuple(_sheet(rubric, listed) for rubric in names)


def toggled(sheet: Sheet, concept: str, verdict: str) -> Sheet:
    """Return a sheet with a concept set by hand against its verdict; one that was set is given back to the notes."""
    hand = dict(sheet.hand or {})
    if hand.pop(concept, None) is None:
        hand[concept] = "missed" if verdict == "met" else "met"
    return replace(sheet, hand=hand)


def panel(grading: Grading, sheet: Sheet) -> Panel:
    """Return what a sheet comes to. Notes that cannot be graded are kept, and the panel says why."""
    fault, notes = "", sheet.notes
    try:
        grade = grading.grade(GradeRequest(sheet.rubric, notes, mode="notes"))
    except AnswerRefused as error:
        fault, notes = str(error), ""
        grade = grading.grade(GradeRequest(sheet.rubric, notes, mode="notes"))
    rubric = grading.exact(grade.rubric)
    lines = tuple(_line(place, concept, sheet) for place, concept in enumerate(grade.concepts, 1))
    grade = rescored(grade, tuple(line.concept for line in lines), rubric)
    alone = tuple(_set(line.concept, "missed") if line.prompted else line.concept for line in lines)
    return Panel(rubric, sheet, grade, lines, rescored(grade, alone, rubric).score, _ask(grading, grade, sheet), fault)


def total(panels: Iterable[Panel]) -> tuple[float, float]:
    """Return the mean score of the questions, and the mean without what came after a hint."""
    listed = list(panels)
    count = max(1, len(listed))
    return sum(each.grade.score for each in listed) / count, sum(each.unprompted for each in listed) / count


def _sheet(rubric: str, fields: list[tuple[str, str]]) -> Sheet:
    notes = next((value for name, value in fields if name == f"notes:{rubric}"), "").replace("\r\n", "\n")
    start = f"hand:{rubric}:"
    hand: dict[str, Hand] = {}
    for name, value in fields:
        if name.startswith(start) and value in ("met", "missed"):
            hand[name.removeprefix(start)] = "met" if value == "met" else "missed"
    return Sheet(rubric, notes, hand, frozenset(value for name, value in fields if name == f"asked:{rubric}"))


def _line(place: int, concept: ConceptGrade, sheet: Sheet) -> Line:
    hand = (sheet.hand or {}).get(concept.id)
    shown = concept if hand is None else _set(concept, hand)
    asked = concept.id in sheet.asked
    return Line(place, shown, hand, asked, asked and shown.credit > 0)


def _set(concept: ConceptGrade, verdict: Hand) -> ConceptGrade:
    credit = 1.0 if verdict == "met" else 0.0
    changed = {"verdict": verdict, "partial": None, "credit": credit, "confidence": 1.0, "decided_by": "person"}
    return concept.model_copy(update=changed)


def _ask(grading: Grading, grade: Grade, sheet: Sheet) -> tuple[Hint, ...]:
    """The heaviest concepts that are not met, with those whose hint was not asked yet in front."""
    open_ = {concept.id: concept.weight for concept in grade.concepts if concept.verdict != "met"}
    hints = [hint for hint in grading.hints(sheet.rubric).hints if hint.concept in open_]
    hints.sort(key=lambda hint: (hint.concept in sheet.asked, -open_[hint.concept]))
    return tuple(hints[:HINTS_SHOWN])

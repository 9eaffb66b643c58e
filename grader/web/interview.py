"""What an interviewer's sheet comes to: concepts with verdicts, the score with and without hints, what to ask."""

from dataclasses import dataclass

from grader.errors import AnswerRefused
from grader.grading import ConceptGrade, Grade, GradeRequest, Grading, rescored
from grader.rubric import Rubric, Rung

from .probing import Depth, Probe, to_ask, to_deepen
from .sheet import Asked, Hand, Sheet


@dataclass(frozen=True, slots=True)
class Line:
    """A concept as the cockpit shows it; `prompted`: the rung after which it earned more than before."""

    place: int
    concept: ConceptGrade
    hand: Hand | None = None
    asked: Asked | None = None
    prompted: Rung | None = None
    deeper: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One question with what its sheet comes to: `unprompted` is the score without what came after a hint."""

    rubric: Rubric
    sheet: Sheet
    grade: Grade
    lines: tuple[Line, ...]
    unprompted: float
    ask: tuple[Probe, ...]
    deepen: tuple[Depth, ...]
    fault: str = ""


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
    alone = rescored(grade, tuple(map(_alone, lines)), rubric).score
    ask, deepen = to_ask(rubric, grade.concepts, sheet), to_deepen(rubric, grade.concepts, sheet)
    return Panel(rubric, sheet, grade, lines, alone, ask, deepen, fault)


def _line(place: int, concept: ConceptGrade, sheet: Sheet) -> Line:
    hand, asked = sheet.hand.get(concept.id), sheet.asked.get(concept.id)
    shown = concept if hand is None else _set(concept, hand)
    prompted = asked.rung if asked is not None and shown.credit > asked.before else None
    return Line(place, shown, hand, asked, prompted, concept.id in sheet.deeper)


def _set(concept: ConceptGrade, verdict: Hand) -> ConceptGrade:
    credit = 1.0 if verdict == "met" else 0.0
    changed = {"verdict": verdict, "partial": None, "credit": credit, "confidence": 1.0, "decided_by": "person"}
    return concept.model_copy(update=changed)


def _alone(line: Line) -> ConceptGrade:
    """A concept as it stood before its first hint."""
    if line.prompted is None or line.asked is None:
        return line.concept
    verdict = "partial" if line.asked.before else "missed"
    return line.concept.model_copy(update={"verdict": verdict, "partial": None, "credit": line.asked.before})

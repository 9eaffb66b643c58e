"""The form that an interview lives in, as the pages send it."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from fastapi import Request
from starlette.datastructures import FormData

from grader.errors import AnswerRefused, UnknownAssessment
from grader.grading import Grading
from grader.rubric import Assessment, Concept

from .interview import Line, Panel, panel
from .scorecard import Interview
from .sheet import Sheet, deepened, read_sheets, rung_down, rung_up, toggled

MOST_FIELDS = 20_000
LONGEST_FIELD = 256 * 1024
LONGEST_NAME = 200
Act = Callable[[Sheet, Line, Concept], Sheet]
ACTS: dict[str, Act] = {
    "toggle": lambda sheet, line, concept: toggled(sheet, concept.id, line.concept.verdict),
    "ask": lambda sheet, line, concept: rung_down(sheet, concept, line.concept.credit),
    "unask": lambda sheet, _, concept: rung_up(sheet, concept),
    "deepen": lambda sheet, _, concept: deepened(sheet, concept.id),
}
"""What a button of the panel does to the sheet of its question, by the button's name; its value is a concept."""


@dataclass(frozen=True, slots=True)
class InterviewForm:
    """What was sent: the interview, its sheets, and which question is shown."""

    interview: Interview
    sheets: tuple[Sheet, ...]
    at: str

    @property
    def current(self) -> Sheet:
        """The sheet of the question that is shown."""
        return next(each for each in self.sheets if each.rubric == self.at)


async def read_form(request: Request) -> FormData:
    """Return what was sent, within bounds."""
    return await request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LONGEST_FIELD)


def interview_form(form: FormData, grading: Grading, find: Callable[[str], Assessment]) -> InterviewForm | None:
    """Return an interview after what was pressed, or None if the form names no question.

    Raises AnswerRefused, UnknownRubric, AmbiguousRubric.
    """
    sheets = read_sheets((name, value) for name, value in form.multi_items() if isinstance(value, str))
    if not sheets:
        return None
    known = tuple(replace(each, rubric=grading.rubric(each.rubric).id) for each in sheets)
    at = text_of(form, "at")
    done = tuple(_pressed(form, grading, each) if each.rubric == at else each for each in known)
    shown = text_of(form, "go") or at
    shown = shown if any(each.rubric == shown for each in done) else done[0].rubric
    return InterviewForm(_interview(form, find), done, shown)


def text_of(form: FormData, name: str) -> str:
    """Return a field's text; empty if there is none."""
    value = form.get(name, "")
    return value if isinstance(value, str) else ""


def panels_of(grading: Grading, sheets: tuple[Sheet, ...]) -> list[Panel]:
    """Return what each sheet comes to."""
    return [panel(grading, each) for each in sheets]


def candidate_name(text: str) -> str:
    """Return an interviewer's name for a candidate. Raises AnswerRefused for one that cannot be kept."""
    name = text.strip()
    if len(name) > LONGEST_NAME or not (name.isprintable() or not name):
        raise AnswerRefused(f"A candidate's name has at most {LONGEST_NAME} printable characters. Shorten it.")
    return name


def _interview(form: FormData, find: Callable[[str], Assessment]) -> Interview:
    """An assessment that is no longer there has no weights: the questions count alike."""
    chosen = text_of(form, "assessment")
    try:
        weights = {each.rubric: each.weight for each in find(chosen).questions} if chosen else {}
    except UnknownAssessment:
        chosen, weights = "", {}
    return Interview(candidate_name(text_of(form, "candidate")), chosen, text_of(form, "started")[:20], weights)


def _pressed(form: FormData, grading: Grading, sheet: Sheet) -> Sheet:
    for name, act in ACTS.items():
        if pressed := text_of(form, name):
            found = panel(grading, sheet)
            pairs = zip(found.lines, found.rubric.concepts, strict=True)
            return next((act(sheet, *pair) for pair in pairs if pair[1].id == pressed), sheet)
    return sheet

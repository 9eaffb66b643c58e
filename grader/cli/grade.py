"""`grader grade`: grade one answer."""

from typing import TYPE_CHECKING, Annotated

import typer

from .grade_page import candidate_page, grade_page
from .options import AnswerMode, AsJson, File, JudgeWhen, Mode, Text, View, When
from .output import in_colour, write_json, write_page
from .references import Question, Reference, ReferenceFile, alternatives, check_use, read_references
from .text import checked_label, read_text

if TYPE_CHECKING:
    from grader.grading import Grade, GradeRequest, Grading, Judging, Prepared

Labels = tuple[str | None, str | None]

OptionalRubric = Annotated[
    str | None,
    typer.Argument(
        metavar="RUBRIC",
        help="A rubric's id, slug, any unambiguous part of it, or its question; left out with --reference.",
    ),
]


def grade(
    rubric: OptionalRubric = None,
    text: Text = None,
    file: File = None,
    question: Question = None,
    reference: Reference = None,
    reference_file: ReferenceFile = None,
    as_json: AsJson = False,
    view: Annotated[View, typer.Option(help="`candidate` prints only what a candidate may see.")] = "full",
    mode: AnswerMode = "answer",
    judge: JudgeWhen = None,
    external_id: Annotated[str | None, typer.Option(metavar="ID", help="Your own id of this answer.")] = None,
    candidate: Annotated[str | None, typer.Option(metavar="ID", help="Your own, opaque id of the candidate.")] = None,
) -> None:
    """Grade one answer.

    Prints the answer with its evidence marked, the score, and each concept with its verdict and feedback.
    """
    labels = checked_label(external_id, "--external-id"), checked_label(candidate, "--candidate")
    references = read_references(reference, reference_file)
    check_use(rubric, text, question, references)

    if rubric is not None and not references:
        answer = read_text(text, file)
        found = _grade(rubric, answer, mode, labels, judge)
    else:
        answer = read_text(rubric, file)  # without a RUBRIC, the first argument is the answer
        found = _by_reference(alternatives(question or "", references), answer, mode, labels, judge)
    _print(found, answer, view, as_json=as_json)


def _grade(rubric: str, answer: str, mode: Mode, labels: Labels, when: When | None) -> "Grade":
    import asyncio

    from grader.bootstrap import judging, services
    from grader.grading import GradeRequest

    grading, request = services().grading, GradeRequest(rubric, answer, mode, *labels)
    judge = judging(when=when)
    return grading.grade(request) if judge is None else asyncio.run(_judged(grading, request, judge))


async def _judged(grading: "Grading", request: "GradeRequest", judge: "Judging") -> "Grade":
    try:
        return await grading.judged(request, judge)
    finally:
        await judge.aclose()


def _by_reference(by: "tuple[Prepared, ...]", answer: str, mode: Mode, labels: Labels, when: When | None) -> "Grade":
    """A reference alone has no concepts that a judge could be asked about: it is never asked."""
    from grader.grading import grade_best

    if when in ("unsure", "always"):
        raise typer.BadParameter("a judge needs a rubric; leave out --judge, or name a RUBRIC")
    return grade_best(by, answer, mode=mode, external_id=labels[0], candidate=labels[1])


def _print(found: "Grade", answer: str, view: View, *, as_json: bool) -> None:
    from grader.grading import candidate_view

    safe = candidate_view(found)
    if as_json:
        write_json((safe if view == "candidate" else found).model_dump(mode="json"))
    elif view == "candidate":
        write_page(*candidate_page(safe))
    else:
        write_page(*grade_page(answer, found, colour=in_colour()))

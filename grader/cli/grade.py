"""`grader grade`: grade one answer."""

from typing import Annotated

import typer

from .grade_page import candidate_page, grade_page
from .options import AnswerMode, AsJson, File, RubricName, Text, View
from .output import in_colour, write_json, write_page
from .text import checked_label, read_text


def grade(
    rubric: RubricName,
    text: Text = None,
    file: File = None,
    as_json: AsJson = False,
    view: Annotated[View, typer.Option(help="`candidate` prints only what a candidate may see.")] = "full",
    mode: AnswerMode = "answer",
    external_id: Annotated[str | None, typer.Option(metavar="ID", help="Your own id of this answer.")] = None,
    candidate: Annotated[str | None, typer.Option(metavar="ID", help="Your own, opaque id of the candidate.")] = None,
) -> None:
    """Grade one answer.

    Prints the answer with its evidence marked, the score, and each concept with its verdict and feedback.
    """
    labels = checked_label(external_id, "--external-id"), checked_label(candidate, "--candidate")
    answer = read_text(text, file)

    from grader.bootstrap import services
    from grader.grading import GradeRequest, candidate_view

    found = services().grading.grade(GradeRequest(rubric, answer, mode, *labels))
    safe = candidate_view(found)
    if as_json:
        write_json((safe if view == "candidate" else found).model_dump(mode="json"))
    elif view == "candidate":
        write_page(*candidate_page(safe))
    else:
        write_page(*grade_page(answer, found, colour=in_colour()))

"""Reference answers from the command line: to grade by, where no rubric was written."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from grader.errors import AnswerRefused, FileFault

from .text import MOST_BYTES, read_text

if TYPE_CHECKING:
    from grader.grading import Prepared

Question = Annotated[str | None, typer.Option(metavar="TEXT", help="The question that --reference answers.")]
Reference = Annotated[
    list[str] | None,
    typer.Option(
        metavar="TEXT", help="Grade by this reference answer, without a RUBRIC; give several as alternatives."
    ),
]
ReferenceFile = Annotated[
    list[Path] | None, typer.Option(metavar="FILE", help="The same, read from a UTF-8 file; give several.")
]


def read_references(texts: list[str] | None, files: list[Path] | None) -> tuple[str, ...]:
    """Return the references given. Raises FileFault for a file that cannot be read."""
    return (*(texts or ()), *map(_of_file, files or ()))


def check_use(rubric: str | None, text: str | None, question: str | None, references: tuple[str, ...]) -> None:
    """Raise BadParameter unless there is one thing to grade by: a rubric, or a question with references."""
    if not references and question is not None:
        raise typer.BadParameter("give the reference answer with --reference too", param_hint="--question")
    if not references and rubric is None:
        raise typer.BadParameter("name a rubric, or give --question and --reference", param_hint="RUBRIC")
    if references and question is None:
        raise typer.BadParameter("give the question with --question too", param_hint="--reference")
    if references and text is not None:
        raise typer.BadParameter("give either RUBRIC or --reference, not both", param_hint="RUBRIC")


def alternatives(question: str, references: tuple[str, ...]) -> "tuple[Prepared, ...]":
    """Return what to grade by, one for each reference. Raises ReferenceRefused."""
    from grader.authoring import rubric_of_reference
    from grader.grading import prepare

    return tuple(prepare(rubric_of_reference(question, reference)) for reference in references)


def _of_file(file: Path) -> str:
    try:
        return read_text(None, file)
    except AnswerRefused as cause:
        message = f"The reference is not UTF-8, or larger than {MOST_BYTES:,} bytes. Shorten it or save it as UTF-8."
        raise FileFault(message, path=str(file)) from cause

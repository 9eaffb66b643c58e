"""`grader hints`: what an interviewer may ask."""

from typing import Annotated

import typer

from .grade import Rubric
from .text import read_text


def hints(
    rubric: Rubric,
    notes: Annotated[str | None, typer.Option(help="What the candidate has said; `-` reads standard input.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")] = False,
) -> None:
    """Print the interviewer's hints of a rubric, what the notes leave open first."""
    from grader.bootstrap import services

    found = services().grading.hints(rubric, "" if notes is None else read_text(notes))
    if as_json:
        typer.echo(found.model_dump_json(indent=2))
        return
    typer.echo(found.question)
    for hint in found.hints:
        typer.echo(f"  {hint.state:12} {hint.concept}: {hint.hint}")

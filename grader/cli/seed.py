"""`grader seed`: show what is read from a seed document."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import AsJson, SeedShape
from .output import write, write_json

if TYPE_CHECKING:
    from grader.rubric import Seed, SeedQuestion

seed = typer.Typer(help="Show what is read from a seed document.", rich_markup_mode=None)
SeedFile = Annotated[Path, typer.Argument(metavar="FILE", help="A seed: markdown, CSV, TSV or JSON lines.")]


@seed.callback()
def group() -> None:
    """Show what is read from a seed document."""


@seed.command("show")
def show(file: SeedFile, shape: SeedShape = None, as_json: AsJson = False) -> None:
    """Show the shape of a seed and its questions.

    Prints each question with its line and its reference answer.
    """
    from grader.rubric import read_seed

    found = read_seed(file, shape=shape)
    if as_json:
        write_json(asdict(found))
    else:
        write("\n".join((*_head(found), *(line for question in found.questions for line in _question(question)))))


def _head(found: "Seed") -> tuple[str, ...]:
    return one_line(found.title), f"{found.id}: {_number(found)}, shape {found.shape}"


def _question(question: "SeedQuestion") -> tuple[str, ...]:
    weight = "" if question.weight is None else f"  (weight {question.weight:g})"
    title = f"{question.line:>5}  {one_line(question.question)}{weight}"
    return "", title, *(f"       {one_line(line)}" for line in question.reference.split("\n"))


def _number(found: "Seed") -> str:
    return "1 question" if len(found.questions) == 1 else f"{len(found.questions)} questions"

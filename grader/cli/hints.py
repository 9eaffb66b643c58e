"""`grader hints`: what an interviewer may ask."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import AsJson, RubricName
from .output import write_json, write_page
from .text import read_text

if TYPE_CHECKING:
    from rich.table import Table

    from grader.grading import Hint, Hints

Notes = Annotated[
    str | None,
    typer.Option(metavar="TEXT|-", help="What the candidate has said so far; `-` reads standard input."),
]
Asked = Annotated[
    list[str] | None,
    typer.Option(metavar="CONCEPT", help="A concept whose hint you have asked: the next rung follows. Repeatable."),
]
Ladder = Annotated[bool, typer.Option("--ladder", help="Print every rung, and what goes deeper.")]


def hints(
    rubric: RubricName, notes: Notes = None, asked: Asked = None, ladder: Ladder = False, as_json: AsJson = False
) -> None:
    """Print an interviewer's hints.

    What the notes leave open comes first, by weight and how unsure it is; what is covered can be asked about in depth.
    """
    said = "" if notes is None else read_text(notes)

    from grader.bootstrap import services

    found = services().grading.hints(rubric, said, Counter(asked or ()))
    if as_json:
        write_json(found.model_dump(mode="json"))
    else:
        write_page(found.question, "", _table(found, ladder=ladder))


def _table(found: "Hints", *, ladder: bool) -> "Table":
    from rich.table import Table

    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", max_width=30)
    if ladder:
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for hint in found.hints:
        for row in _rungs(hint) if ladder else [(hint.state, hint.concept, hint.hint)]:
            table.add_row(*map(one_line, row))
    return table


def _rungs(hint: "Hint") -> list[tuple[str, ...]]:
    rungs: list[tuple[str, str]] = [(step.rung, step.hint) for step in hint.ladder]
    rungs += [("deeper", hint.follow_up)] if hint.follow_up else []
    heads = [(hint.state, hint.concept), *[("", "")] * (len(rungs) - 1)]
    return [(*head, *rung) for head, rung in zip(heads, rungs, strict=True)]

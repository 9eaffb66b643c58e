"""`grader grade`: grade one answer."""

from pathlib import Path
from typing import Annotated, Any

import typer

from .glyphs import visible
from .text import read_text

Rubric = Annotated[str, typer.Argument(help="A rubric's id, slug, any unambiguous part of it, or its question.")]


def grade(
    rubric: Rubric,
    text: Annotated[str | None, typer.Argument(help="The answer; `-` reads standard input.")] = None,
    file: Annotated[Path | None, typer.Option(help="Read the answer from a file.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the grade as JSON and nothing else.")] = False,
    view: Annotated[str, typer.Option(help="`full`, or `candidate`: what a candidate may see.")] = "full",
    mode: Annotated[str, typer.Option(help="answer, notes or transcript.")] = "answer",
    external_id: Annotated[str | None, typer.Option(help="Your own id of this answer.")] = None,
    candidate: Annotated[str | None, typer.Option(help="Your own, opaque id of the candidate.")] = None,
) -> None:
    """Grade one answer against a rubric."""
    _check("--view", view, ("full", "candidate"))
    _check("--mode", mode, ("answer", "notes", "transcript"))
    from grader.bootstrap import services
    from grader.grading import GradeRequest, candidate_view

    answer = read_text(text, file)
    found = services().grading.grade(GradeRequest(rubric, answer, mode, external_id, candidate))  # type: ignore[arg-type]
    shown: Any = candidate_view(found) if view == "candidate" else found
    if as_json:
        typer.echo(shown.model_dump_json(indent=2))
    elif view == "candidate":
        typer.echo("\n".join(shown.feedback))
    else:
        _show(answer, found)


def _check(option: str, value: str, choices: tuple[str, ...]) -> None:
    if value not in choices:
        raise typer.BadParameter(f"{value!r} is none of {', '.join(choices)}", param_hint=option)


def _show(answer: str, grade: Any) -> None:
    from rich.console import Console

    console = Console(highlight=False)
    console.print(_marked(answer, grade))
    low, high = grade.score_low, grade.score_high
    span = "" if low == high else f" ({low:.0%} to {high:.0%})"
    why = f": {', '.join(grade.reasons)}" if grade.reasons else ""
    console.print(f"\nscore {grade.score:.0%}{span}, {grade.status}{why}\n", markup=False)
    console.print(_table(grade))


def _marked(answer: str, grade: Any) -> Any:
    """The answer with the evidence of each concept in brackets that carry its number."""
    from rich.text import Text

    marks: list[tuple[int, int, str]] = []
    for number, concept in enumerate(grade.concepts, 1):
        for span in concept.evidence:
            marks += [(span.start, 1, f"[{number}:"), (span.end, 0, "]")]
    shown, at = Text(), 0
    for place, _, mark in sorted(marks, key=lambda m: (m[0], m[1])):
        shown.append(visible(answer[at:place]))
        shown.append(mark, style="bold cyan")
        at = place
    shown.append(visible(answer[at:]))
    return shown


def _table(grade: Any) -> Any:
    from rich.box import SIMPLE
    from rich.table import Table

    table = Table(box=SIMPLE, pad_edge=False)
    for name in ("", "concept", "verdict", "credit", "sure", "evidence"):
        table.add_column(name)
    for number, concept in enumerate(grade.concepts, 1):
        verdict = concept.partial or concept.verdict
        words = visible(" … ".join(span.text for span in concept.evidence)).replace("\n", " ")
        row = (str(number), concept.id, verdict, f"{concept.credit:g}", f"{concept.confidence:.0%}")
        table.add_row(*row, _plain(words))
    return table


def _plain(words: str) -> Any:
    from rich.text import Text

    return Text(words)

"""`grader explain`: why a concept was or was not met."""

from typing import Annotated, Any

import typer

from .glyphs import visible
from .grade import Rubric
from .text import read_text


def explain(
    rubric: Rubric,
    text: Annotated[str | None, typer.Argument(help="The answer; `-` reads standard input.")] = None,
    concept: Annotated[str, typer.Option(help="The concept's id.")] = ...,  # type: ignore[assignment]
) -> None:
    """Say why a concept was or was not met: the nearest phrases, and the rule that blocked them."""
    from grader.bootstrap import services

    answer = read_text(text)
    found = services().grading.explain(rubric, concept, answer)
    typer.echo(f"{found.concept}: {found.verdict} (sure {found.confidence:.0%})")
    for span in found.evidence:
        typer.echo(f"  evidence  {visible(span.text)!r} by the phrase {found.phrase!r}")
    for near in found.nearest:
        typer.echo(_line(near, answer))


def _line(near: Any, answer: str) -> str:
    missing = f", without {', '.join(near.missing)}" if near.missing else ""
    blocked = near.blocked or "it counts"
    return f"  nearest   {near.phrase!r} at {visible(answer[near.start : near.end])!r}{missing}: {blocked}"

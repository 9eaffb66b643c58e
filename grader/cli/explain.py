"""`grader explain`: why a concept was or was not met."""

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from .glyphs import one_line
from .options import AnswerMode, AsJson, File, RubricName, Text
from .output import write, write_json
from .text import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from grader.matching import Explanation, Nearest


def explain(
    rubric: RubricName,
    concept: Annotated[str, typer.Option(metavar="CONCEPT", help="The concept's id; `grader rubric show` lists them.")],
    text: Text = None,
    file: File = None,
    as_json: AsJson = False,
    mode: AnswerMode = "answer",
) -> None:
    """Say why a concept was or was not met.

    Prints the evidence, and the phrases nearest to the answer with the rule that blocked each.
    """
    answer = read_text(text, file)

    from grader.bootstrap import services

    found = services().grading.explain(rubric, concept, answer, mode=mode)
    if as_json:
        write_json(asdict(found))
    else:
        write("\n".join(_lines(found, answer)))


def _lines(found: "Explanation", answer: str) -> "Iterator[str]":
    yield f"{found.concept}: {found.verdict} ({found.confidence:.0%} sure)"
    yield from (f'  evidence  "{one_line(span.text)}"' for span in found.evidence)
    if found.phrase is not None:
        yield f'  decided by the phrase "{one_line(found.phrase)}"'
    if found.disputed_by:
        words = ", ".join(f'"{one_line(words)}"' for words in found.disputed_by)
        yield f"  {found.disputed:.0%} likely that the words around argue against it, most of all {words}"
    if not found.nearest:
        yield "  no phrase of this concept has a word in the answer"
    for near in found.nearest:
        yield from _nearest(near, answer)


def _nearest(near: "Nearest", answer: str) -> "Iterator[str]":
    yield f'  near  "{one_line(near.phrase)}": {near.share:.0%} of it in "{one_line(answer[near.start : near.end])}"'
    if near.missing:
        yield f"        missing  {one_line(', '.join(near.missing))}"
    if near.blocked is not None:
        yield f"        blocked  {one_line(near.blocked)}"

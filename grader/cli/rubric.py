"""`grader rubric`: list rubrics, show one, print the schema of their files, check them."""

from typing import TYPE_CHECKING

import typer

from .glyphs import one_line
from .options import AsJson, RubricName
from .output import write, write_json
from .rubric_build import build
from .rubric_diff import compare
from .rubric_lint import lint
from .rubric_suggest import propose
from .rubric_test import try_rubrics

if TYPE_CHECKING:
    from grader.rubric import Concept

rubric = typer.Typer(help="Build, list, show and check rubrics.", rich_markup_mode=None)
rubric.command("lint")(lint)
rubric.command("test")(try_rubrics)
rubric.command("diff")(compare)
rubric.command("suggest")(propose)
rubric.command("build")(build)


@rubric.command("list")
def list_rubrics(as_json: AsJson = False) -> None:
    """List the rubrics: id, number of concepts, question."""
    from grader.bootstrap import services

    found = services().grading.listing()
    if as_json:
        write_json({"rubrics": [summary.model_dump(mode="json") for summary in found]})
    else:
        write("\n".join(f"{item.id}  ({item.concepts})  {one_line(item.question)}" for item in found))


@rubric.command("show")
def show(rubric: RubricName, as_json: AsJson = False) -> None:
    """Show a rubric.

    Prints its question, and each concept with its source and hint.
    """
    from grader.bootstrap import services
    from grader.rubric import content_hash

    found = services().grading.rubric(rubric)
    if as_json:
        write_json({**found.model_dump(mode="json"), "hash": content_hash(found)})
        return
    enough = "all concepts" if found.enough == "all" else f"{found.enough} of {len(found.concepts)} concepts"
    head = (one_line(found.question), found.id, content_hash(found), f"full marks: {enough}")
    write("\n".join((*head, *(line for concept in found.concepts for line in _concept(concept)))))


@rubric.command("schema")
def schema() -> None:
    """Print the JSON Schema of a rubric file."""
    from grader.rubric import json_schema

    write_json(json_schema())


def _concept(concept: "Concept") -> tuple[str, ...]:
    marks = [f"weight {concept.weight:g}"]
    marks += ["required"] if concept.required else []
    marks += ["house opinion"] if concept.stance == "house" else []
    title = f"{concept.id} ({', '.join(marks)})"
    asked = {"hint": concept.hint, "narrow": concept.narrow, "direct": concept.direct, "deeper": concept.follow_up}
    rungs = (f"  {name:6}  {one_line(text)}" for name, text in asked.items() if text is not None)
    return "", title, f"  source  {one_line(concept.source)}", *rungs

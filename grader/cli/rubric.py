"""`grader rubric`: list, show, schema."""

import json
from typing import Annotated

import typer

from .grade import Rubric

rubric = typer.Typer(help="Look at rubrics.", no_args_is_help=True)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON and nothing else.")]


@rubric.command("list")
def list_rubrics(as_json: AsJson = False) -> None:
    """List the rubrics."""
    from grader.bootstrap import services

    found = services().grading.listing()
    if as_json:
        typer.echo(json.dumps({"rubrics": [item.model_dump() for item in found]}, indent=2))
        return
    for item in found:
        typer.echo(f"{item.id}  ({item.concepts})  {item.question}")


@rubric.command("show")
def show(name: Rubric, as_json: AsJson = False) -> None:
    """Show a rubric's concepts."""
    from grader.bootstrap import services
    from grader.rubric import content_hash

    found = services().grading.rubric(name)
    if as_json:
        typer.echo(json.dumps({**found.model_dump(mode="json"), "hash": content_hash(found)}, indent=2))
        return
    typer.echo(f"{found.question}\n{found.id}")
    for concept in found.concepts:
        typer.echo(f"  {concept.id} (weight {concept.weight:g}): {concept.source}")


@rubric.command("schema")
def schema() -> None:
    """Print the JSON Schema of a rubric file."""
    from grader.rubric import json_schema

    typer.echo(json.dumps(json_schema(), indent=2))

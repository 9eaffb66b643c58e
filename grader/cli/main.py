"""The command `grader`: its subcommands and its exit codes."""

import os
import sys
from typing import Annotated

import typer

from .explain import explain
from .grade import grade
from .hints import hints
from .rubric import rubric
from .serve import serve

app = typer.Typer(
    help="Grade free-text answers against rubrics of key concepts.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.command("grade")(grade)
app.command("hints")(hints)
app.command("explain")(explain)
app.command("serve")(serve)
app.add_typer(rubric, name="rubric")


def _version(wanted: bool) -> None:
    if wanted:
        import grader

        typer.echo(f"grader {grader.__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,
) -> None:
    """Grade free-text answers against rubrics of key concepts."""


def main() -> None:
    """Run the command line: 0 ok, 1 finding, 2 usage, 3 some failed; an expected error is one line."""
    from grader.errors import GraderError

    try:
        app()
    except GraderError as error:
        typer.echo(f"Error: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

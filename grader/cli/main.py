"""The command `grader`: its subcommands and its exit codes."""

import io
import os
import sys
from typing import Annotated

import typer
from typer.exceptions import TyperException

from grader import __version__
from grader.errors import GraderError

from .admin import admin
from .assessment import assessment
from .audit import audit
from .batch import batch
from .dashes import TextCommand
from .db import db
from .doctor import doctor
from .evaluate import evaluate
from .explain import explain
from .glyphs import one_line
from .grade import grade
from .hints import hints
from .judge import judge
from .output import write
from .replay import replay
from .rubric import rubric
from .seed import seed
from .serve import serve
from .worker import worker

USAGE = 2
INTERRUPTED = 130

app = typer.Typer(
    help="Grade free-text answers against rubrics of key concepts.",
    epilog="Exit codes: 0 done, 1 a finding, 2 wrong use or a refused answer, 3 some failed, 130 interrupted.",
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # rich would cost as much as all the rest of `--help`
)
app.command("grade", cls=TextCommand)(grade)
app.command("hints")(hints)
app.command("explain", cls=TextCommand)(explain)
app.add_typer(batch, name="batch")
app.add_typer(judge, name="judge")
app.add_typer(rubric, name="rubric")
app.add_typer(seed, name="seed")
app.add_typer(assessment, name="assessment")
app.command("evaluate")(evaluate)
app.command("replay")(replay)
app.add_typer(audit, name="audit")
app.add_typer(db, name="db")
app.command("serve")(serve)
app.command("worker")(worker)
app.add_typer(admin, name="admin")
app.command("doctor")(doctor)


def _version(wanted: bool) -> None:
    if wanted:
        write(f"grader {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Grade free-text answers against rubrics of key concepts."""


def main() -> None:
    """Run the command line of this process and end it with the exit code."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - closed with the process
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run one command and return its exit code; an expected error is one line on standard error."""
    try:
        return app(arguments, prog_name="grader", standalone_mode=False) or 0
    except TyperException as error:
        path = getattr(getattr(error, "ctx", None), "command_path", "grader")
        message = error.format_message().replace("Value error, ", "").rstrip(". ")
        return _failed(f"{message}. `{path} --help` shows what may be given.")
    except GraderError as error:
        return _failed(str(error))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED


def _failed(message: str) -> int:
    typer.echo(f"Error: {one_line(message)}", err=True)
    return USAGE

"""Where the commands print: text, JSON, and pages of rich."""

import json
import os
import sys
from typing import TYPE_CHECKING

import typer

from grader.errors import GraderError

if TYPE_CHECKING:
    from rich.console import Console

PIPE_WIDTH = 100
BROKEN_PIPE = 141


def write(text: str) -> None:
    """Print a text at once. Whoever reads it may go away: then the command ends quietly, as `cat` does."""
    try:
        typer.echo(text, color=True)
    except OSError as cause:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(cause, BrokenPipeError):
            raise typer.Exit(BROKEN_PIPE) from cause
        raise GraderError(f"The output cannot be written ({cause.strerror}).") from cause


def write_json(data: object) -> None:
    """Print JSON. Characters that could steer a terminal are escaped, which leaves the values as they are."""
    ascii_only = not (sys.stdout.encoding or "").lower().startswith("utf")
    text = json.dumps(data, indent=2, ensure_ascii=ascii_only, allow_nan=False)
    write("".join(c if c.isprintable() or c == "\n" else json.dumps(c)[1:-1] for c in text))


def write_page(*parts: object) -> None:
    """Print a page of rich renderables; on a pipe without colour and 100 columns wide."""
    screen = console()
    with screen.capture() as captured:
        for part in parts:
            screen.print(part)
    lines = captured.get().splitlines()
    write("\n".join(line.rstrip() for line in lines).strip("\n"))


def in_colour() -> bool:
    """Return whether the output is a terminal that shows colours."""
    screen = console()
    return screen.is_terminal and screen.color_system is not None and not screen.no_color


def console() -> "Console":
    """Return a console that takes text as it stands: no markup, no emoji codes."""
    from rich.console import Console

    width = None if sys.stdout.isatty() else PIPE_WIDTH
    return Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)

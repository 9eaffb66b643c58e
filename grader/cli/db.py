"""`grader db`: the tables, and a copy of all that is kept."""

from pathlib import Path
from typing import Annotated

import typer

from .output import write

db = typer.Typer(help="Look after the database.", rich_markup_mode=None)


@db.callback()
def group() -> None:
    """Look after the database."""


@db.command("upgrade")
def upgrade() -> None:
    """Bring the tables up to date: all of it, or nothing. An SQLite database is brought up to date by itself."""
    from grader.bootstrap import unchecked_database
    from grader.storage import upgrade as migrate

    opened = unchecked_database()
    try:
        write(f"The tables are up to date: {migrate(opened)}.")
    finally:
        opened.close()


@db.command("backup")
def backup(file: Annotated[Path, typer.Argument(metavar="FILE", help="A new file.")]) -> None:
    """Copy the database while it is in use.

    SQLite: a database like the first, to be put in its place. PostgreSQL: a dump for pg_restore.
    """
    from grader.bootstrap import database
    from grader.storage import backup as copy

    opened = database()
    try:
        copy(opened, file)
    finally:
        opened.close()
    write(f"{file} has everything that was kept when it was begun.")

"""`grader admin retain`: erase what is older than it may be."""

from datetime import UTC, datetime, timedelta
from typing import Annotated

import typer

from .options import HOME
from .output import write

ACTOR = "cli"


def retain(
    days: Annotated[
        int, typer.Option(min=1, max=36500, help="Erase the grades and scorecards that were made before so many days.")
    ],
    tenant: Annotated[str, typer.Option(help="Whose grades.")] = HOME,
) -> None:
    """Erase old grades, their answers and all that was made of them, and scorecards, for good. The audit stays."""
    from dataclasses import replace

    from grader.access import LOCAL
    from grader.bootstrap import life

    with life() as kept:
        since = datetime.now(UTC) - timedelta(days=days)
        erased = kept.erasing.retain(replace(LOCAL, id=ACTOR, tenant=tenant), since)
    write(f"Grades and scorecards erased: {erased}.")

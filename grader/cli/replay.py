"""`grader replay`: make a kept grade again, offline, and say what differs and why."""

from typing import Annotated

import typer

from grader.access import HOME, LOCAL

from .options import AsJson
from .output import write, write_json

FINDING = 1


def replay(
    grade: Annotated[str, typer.Argument(metavar="GRADE", help="The id of a kept grade.")],
    revision: Annotated[int | None, typer.Option(min=1, help="Which of the machine's grades; else the latest.")] = None,
    tenant: Annotated[str, typer.Option(help="Whose grade it is.")] = HOME,
    as_json: AsJson = False,
) -> None:
    """Make a kept grade again from its answer, rubric, lexicon and the judge's reply, without asking anyone.

    Exits with 1 if anything comes out otherwise.
    """
    from dataclasses import replace

    from grader.bootstrap import life

    with life() as kept:
        found = kept.replaying.replay(replace(LOCAL, tenant=tenant), grade, revision)
    if as_json:
        write_json(found.model_dump())
    else:
        lines = [f"{each.place}: kept {each.kept}, now {each.again}" for each in found.differences]
        verdict = "identical" if found.identical else f"differs: {found.why}"
        write("\n".join([f"{found.grade} revision {found.revision}: {verdict}", *lines]))
    if not found.identical:
        raise typer.Exit(FINDING)

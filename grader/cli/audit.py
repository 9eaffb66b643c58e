"""`grader audit`: whether the record of who did what still is what was recorded."""

from typing import Annotated

import typer

from .options import AsJson
from .output import write, write_json

audit = typer.Typer(help="Check who did what.", rich_markup_mode=None)
FINDING = 1


@audit.callback()
def group() -> None:
    """Check who did what."""


@audit.command("verify")
def verify(
    noted: Annotated[
        list[str], typer.Option("--noted", metavar="HASH", help="A hash printed before: it must still be there.")
    ] = [],  # noqa: B006 - typer copies it
    as_json: AsJson = False,
) -> None:
    """Check every entry of every tenant.

    Prints where each chain ends: note the hashes elsewhere. Exits with 1 if anything was changed.
    """
    from grader.bootstrap import life

    with life() as kept:
        faults = kept.store.read(lambda unit: list(unit.audit.check(noted)))
        heads = kept.store.read(lambda unit: unit.audit.heads()) if not faults else ()
    if as_json:
        write_json(
            {"holds": not faults, "faults": [f.model_dump() for f in faults], "heads": [h.model_dump() for h in heads]}
        )
    else:
        lines = [f"{fault.tenant or '-'} {fault.number}: {fault.fault}" for fault in faults]
        ends = [f"{head.tenant} {head.number} {head.hash}" for head in heads]
        write("\n".join([*lines, *ends, f"Faults: {len(faults)}." if faults else "The audit holds."]))
    if faults:
        raise typer.Exit(FINDING)

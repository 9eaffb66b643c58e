"""`grader batch`: grade a file of answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsJson, JudgeWhen

if TYPE_CHECKING:
    from .batch_run import Summary

batch = typer.Typer(no_args_is_help=True, help="Grade many answers.")

SOME_FAILED = 3


@batch.command("run")
def run(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV, TSV, JSONL or XLSX; see docs/batches.md.")],
    out: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The output: .jsonl, .csv, .tsv or .xlsx; see --help.")
    ] = None,
    rubric: Annotated[str | None, typer.Option(metavar="RUBRIC", help="What every row answers.")] = None,
    assessment: Annotated[str | None, typer.Option(metavar="ID", help="Rank candidates by this assessment.")] = None,
    column: Annotated[
        list[str] | None, typer.Option("--map", metavar="ROLE=COLUMN", help="Say what a column is for; repeatable.")
    ] = None,
    sheet: Annotated[str | None, typer.Option(metavar="NAME", help="The sheet of a workbook; `*` is all.")] = None,
    encoding: Annotated[str | None, typer.Option(metavar="NAME", help="The encoding, if it is not found.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Grade though columns or questions are guessed.")] = False,
    resume: Annotated[bool, typer.Option("--resume", help="Go on where an earlier run ended.")] = False,
    retry_errors: Annotated[
        bool, typer.Option("--retry-errors", help="Grade again only the rows that have an error.")
    ] = False,
    limit: Annotated[int | None, typer.Option(min=1, metavar="N", help="Grade the first N answers only.")] = None,
    sample: Annotated[int | None, typer.Option(min=1, metavar="N", help="Grade N answers drawn at random.")] = None,
    seed: Annotated[int, typer.Option(metavar="N", help="The random seed of --sample.")] = 0,
    judge: JudgeWhen = None,
    processes: Annotated[int | None, typer.Option(min=1, max=256, metavar="N", help="By default, all cores.")] = None,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write a report as one HTML page too.")] = None,
    as_json: AsJson = False,
) -> None:
    """Grade every answer of FILE.

    The output, by default FILE.graded.jsonl, has a row for each answer: what was there, then the grade or the error.
    Exit code 3 says that some rows have an error.
    """
    from .collecting import nothing_collected

    with nothing_collected():
        from .batch_order import Order
        from .batch_run import run_batch

    order = Order(
        file=file,
        out=out or file.with_name(f"{file.stem}.graded.jsonl"),
        rubric=rubric,
        assessment=assessment,
        said=_said(column or []),
        sheet=sheet,
        encoding=encoding,
        yes=yes,
        resume=resume,
        retry_errors=retry_errors,
        limit=limit,
        sample=sample,
        seed=seed,
        judge=judge,
        processes=processes,
    )
    summary = run_batch(order)
    _tell(summary, html, as_json=as_json)
    if summary.tally.errors:
        raise typer.Exit(SOME_FAILED)


def _said(given: list[str]) -> dict[str, str]:
    pairs = [text.partition("=") for text in given]
    if any(not role or not column for role, _, column in pairs):
        raise typer.BadParameter("write a role, `=` and a column: `--map answer=Response`")
    return {role.strip(): column.strip() for role, _, column in pairs}


def _tell(summary: "Summary", html: Path | None, *, as_json: bool) -> None:
    from .batch_page import batch_page, json_of
    from .output import write_json, write_page

    if html is not None:
        from .batch_html import html_page
        from .batch_run import write_whole

        write_whole(html, html_page(summary))
    if as_json:
        write_json(json_of(summary))
    else:
        write_page(*batch_page(summary))

"""`grader evaluate`: how far grades agree with labelled answers."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from grader.errors import GraderError, LabelError

from .glyphs import one_line
from .options import AsJson
from .output import write_json, write_page

if TYPE_CHECKING:
    from grader.evaluation import Fault, Labelled

SOME_FAILED = 3
MOST_BYTES = 256 * 1024 * 1024
MOST_SHOWN = 20

Files = Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of labelled answers, JSON a line.")]


def evaluate(
    files: Files,
    as_json: AsJson = False,
    html: Annotated[Path | None, typer.Option(metavar="FILE", help="Write the report as one HTML page too.")] = None,
    by: Annotated[
        Literal["kind", "question", "half"] | None, typer.Option(help="Measure groups of answers apart too.")
    ] = None,
    of: Annotated[
        str, typer.Option(metavar="SEED", help="The seed whose questions `q` counts.")
    ] = "backend-hiring-questions",
    seed: Annotated[int, typer.Option(metavar="N", help="The random seed of the intervals.")] = 0,
    judge_oracle: Annotated[
        bool, typer.Option("--judge-oracle", help="Show what a judge that is always right would bring: an upper bound.")
    ] = False,
    worst: Annotated[int, typer.Option(min=0, metavar="N", help="How many disagreements to show.")] = 10,
) -> None:
    """Measure how far grades agree with labelled answers.

    Each line of FILE holds an answer and its labels: a verdict for each concept, or a reference answer and a score.
    """
    rows, unread = _read(files)

    from grader.authoring import rubric_of_reference
    from grader.bootstrap import services
    from grader.evaluation import Asked, Evaluator, make_report
    from grader.evaluation import as_json as json_of

    compared, ungraded = Evaluator(services().rubrics, rubric_of_reference, of).run(rows)
    failed = (*unread, *ungraded)
    _tell(failed)
    if not compared:
        raise typer.Exit(SOME_FAILED)
    report = make_report(compared, failed, Asked(by, worst, seed, oracle=judge_oracle))
    if html is not None:
        from .evaluate_html import html_page

        _write(html, html_page(report, [path.name for path in files]))
    if as_json:
        write_json(json_of(report))
    else:
        from .evaluate_page import evaluate_page

        write_page(*evaluate_page(report))
    if failed:
        raise typer.Exit(SOME_FAILED)


def _read(files: list[Path]) -> tuple[list["Labelled"], list["Fault"]]:
    from grader.evaluation import read_labels

    rows: list[Labelled] = []
    faults: list[Fault] = []
    for path in files:
        read, unread = read_labels(_bytes(path), str(path))
        if not read and not unread:
            raise LabelError("There is no labelled answer in the file. docs/evaluate.md shows one.", path=str(path))
        rows += read
        faults += unread
    return rows, faults


def _bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or "this cannot be a file's name"
        raise LabelError(f"The file cannot be read ({reason}).", path=str(path)) from cause
    if len(data) > MOST_BYTES:
        raise LabelError(f"The file is larger than {MOST_BYTES // 1024**2} MiB. Split it.", path=str(path))
    return data


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8", errors="backslashreplace")
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or "this cannot be a file's name"
        raise GraderError(f"The page cannot be written to {path} ({reason}). Name another file.") from cause


def _tell(faults: tuple["Fault", ...]) -> None:
    for fault in faults[:MOST_SHOWN]:
        typer.echo(f"Error: {one_line(str(fault))}", err=True)
    if len(faults) > MOST_SHOWN:
        typer.echo(f"Error: {len(faults) - MOST_SHOWN} more lines failed; --json lists them all.", err=True)

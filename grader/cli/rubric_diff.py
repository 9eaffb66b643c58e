"""`grader rubric diff`: what changed between two versions, and which answers it would grade otherwise."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from .glyphs import one_line
from .options import AsJson
from .output import write, write_json
from .rubric_named import rubric_named

if TYPE_CHECKING:
    from grader.authoring import Change, Flip
    from grader.bootstrap import Services
    from grader.rubric import Rubric

FLIPPED, SOME_FAILED = 1, 3
MOST_SHOWN = 60

Old = Annotated[str, typer.Argument(metavar="OLD", help="The version before: a rubric's file or name.")]
New = Annotated[str, typer.Argument(metavar="NEW", help="The version after: a rubric's file or name.")]
Grades = Annotated[
    Path | None,
    typer.Option(
        "--grades", metavar="FILE", help="JSON lines with answers, such as a batch writes; grade them by both."
    ),
]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was found: with answers, how many are of this rubric and how many of others."""

    changes: tuple["Change", ...]
    answers: int | None = None
    others: int = 0
    flips: tuple["Flip", ...] = ()
    errors: tuple[str, ...] = ()


def compare(old: Old, new: New, grades: Grades = None, as_json: AsJson = False) -> None:
    """Compare two versions of a rubric.

    Prints what changed, and with --grades which answers would get another verdict or score; ends with 1 if any would.
    """
    from grader.bootstrap import services

    found = services()
    before, after = rubric_named(old, found), rubric_named(new, found)
    compared = _compared(before, after, grades, found)
    for error in compared.errors:
        typer.echo(f"Error: {one_line(error)}", err=True)
    if as_json:
        write_json(_document(before, after, compared))
    else:
        write("\n".join(_lines(before, after, compared)))
    if compared.errors or compared.flips:
        raise typer.Exit(SOME_FAILED if compared.errors else FLIPPED)


def _compared(old: "Rubric", new: "Rubric", grades: Path | None, services: "Services") -> Compared:
    from grader.authoring import diff, flips, read_graded
    from grader.grading import prepare

    changes = diff(old, new)
    if grades is None:
        return Compared(changes)
    answers, errors = read_graded(grades)
    ours = [answer for answer in answers if answer.belongs_to(old) or answer.belongs_to(new)]
    before, after = (prepare(rubric, services.rubrics.lexicon(rubric.lexicon)) for rubric in (old, new))
    return Compared(changes, len(ours), len(answers) - len(ours), tuple(flips(before, after, ours)), errors)


def _lines(old: "Rubric", new: "Rubric", compared: Compared) -> Iterator[str]:
    yield old.id if old.id == new.id else f"{old.id} -> {new.id}"
    yield from map(_change, compared.changes) if compared.changes else ["  nothing changed"]
    if compared.answers is not None:
        others = f"; {compared.others} of other rubrics left out" if compared.others else ""
        yield f"{len(compared.flips)} of {compared.answers} answers would be graded otherwise{others}"
    for flip in compared.flips:
        yield f"  {_name(flip)}: score {flip.old:g} -> {flip.new:g}"
        yield from (f"    {turn.concept}: {turn.old or 'none'} -> {turn.new or 'none'}" for turn in flip.turns)


def _change(change: "Change") -> str:
    where = f"{change.concept}: " if change.concept else ""
    before, after = (None if text is None else f'"{_short(text)}"' for text in (change.old, change.new))
    both = " -> ".join(text for text in (before, after) if text)
    return f"  {where}{change.what} {both}".rstrip()


def _short(text: str) -> str:
    line = one_line(text)
    return line if len(line) <= MOST_SHOWN else f"{line[: MOST_SHOWN - 3]}..."


def _name(flip: "Flip") -> str:
    label = f" ({one_line(flip.answer.id)})" if flip.answer.id else ""
    return f"line {flip.answer.line}{label}"


def _document(old: "Rubric", new: "Rubric", compared: Compared) -> dict[str, Any]:
    from grader.rubric import content_hash

    return {
        "old": {"id": old.id, "hash": content_hash(old)},
        "new": {"id": new.id, "hash": content_hash(new)},
        "changes": [asdict(change) for change in compared.changes],
        "answers": compared.answers,
        "others": compared.others,
        "flips": [_flip(flip) for flip in compared.flips],
        "errors": list(compared.errors),
    }


def _flip(flip: "Flip") -> dict[str, Any]:
    return {
        "line": flip.answer.line,
        "id": flip.answer.id,
        "score": {"old": flip.old, "new": flip.new},
        "concepts": [asdict(turn) for turn in flip.turns],
    }

"""Which shape a seed has: what its name says, else what most of its blocks look like. A tie is told, not guessed."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from pathlib import PurePath

from . import headings, lists, tables
from .delimited import COMMAS, TABS, names_columns
from .draft import Draft
from .model import Shape
from .page import Block, Page

LISTS: dict[Shape, lists.Kind] = {"bullets": "bullet", "numbered": "number"}
BOLD = re.compile(r"(\*\*|__)[^*_]*\?\1")
EXTENSIONS: dict[str, Shape] = {".csv": "csv", ".tsv": "tsv", ".tab": "tsv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def shape_of_data(path: str, lines: Sequence[str]) -> Shape | None:
    """Return the shape of a file of data, None for one of markdown; a header with tabs overrules the name `.csv`."""
    named = EXTENSIONS.get(PurePath(path).suffix.lower())
    first = next((line.strip() for line in lines if line.strip()), "")
    if named == "jsonl" or (named is None and first.startswith("{")):
        return "jsonl"
    if names_columns(first, TABS):
        return "tsv"
    return "csv" if named is None and names_columns(first, COMMAS) else named


def shape_of_markdown(page: Page) -> Shape | None:
    """Return the shape that most questions have, None if nothing looks like one. Raises SeedError for a tie."""
    found = {shape: spans for shape, spans in _questions(page).items() if spans}
    if not found:
        return _without_questions(page)
    first, *others = sorted(found, key=lambda shape: len(found[shape]), reverse=True)
    if others and (len(found[first]) == len(found[others[0]]) or not _is_whole(page, first)):
        number, second = len(found[first]), others[0]
        message = f"Are the questions the {number} `{first}` or the {len(found[second])} `{second}`? Choose the shape."
        raise page.fault(message, min(found[first][0].start, found[second][0].start) + 1)
    return first


def _is_whole(page: Page, shape: Shape) -> bool:
    """Whether every item of a list is a question: a list of answers has some with `?` too."""
    kind = LISTS.get(shape)
    return kind is None or len(lists.items(page, kind)) == len(lists.looks_like_questions(page, kind))


def refuse_strays(page: Page, shape: Shape, drafts: Sequence[Draft]) -> None:
    """Raise SeedError for a question of another shape, or in bold, that no question holds and that groups none."""
    starts = [draft.start for draft in drafts]
    others: list[tuple[str, list[Block]]] = [*_questions(page).items(), ("bold text", _bold(page))]
    for other, spans in others:
        for span in spans if other != shape else ():
            after = bisect_left(starts, span.end)
            if not (after and drafts[after - 1].end > span.start):
                message = (
                    f"This question is of the shape `{other}`, most are `{shape}`. Write it alike or choose `{shape}`."
                )
                raise page.fault(message, span.start + 1)


def _questions(page: Page) -> dict[Shape, list[Block]]:
    return {
        "table": tables.looks_like_questions(page),
        "bullets": lists.looks_like_questions(page, "bullet"),
        "numbered": lists.looks_like_questions(page, "number"),
        "headings": headings.looks_like_questions(page),
    }


def _bold(page: Page) -> list[Block]:
    """Questions in bold look like headings, but are none."""
    return [block for block in page.blocks if block.kind == "text" and BOLD.fullmatch(block.parts[0])]


def _without_questions(page: Page) -> Shape | None:
    if headings.plain_level(page):
        return "headings"
    if lists.items(page, "bullet"):
        return "bullets"
    return "numbered" if lists.items(page, "number") else None

"""An answer with its evidence marked: in colour on a terminal, in numbered brackets without."""

from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from .glyphs import visible

if TYPE_CHECKING:
    from rich.text import Text

    from grader.grading import ConceptGrade

STYLES = {"met": "green", "partial": "yellow", "missed": "dim", "contradicted": "red"}
Piece = tuple[str, tuple[int, ...], tuple[int, ...]]


def marked(answer: str, concepts: "tuple[ConceptGrade, ...]", *, colour: bool) -> "Text":
    """Return the answer; the numbers of its marks count the concepts from 1."""
    from rich.text import Text

    shown = Text()
    for text, numbers, ended in _pieces(answer, concepts):
        if not numbers:
            shown.append(visible(text))
        elif colour:
            shown.append(visible(text), style=f"underline {STYLES[concepts[numbers[0] - 1].verdict]}")
            shown.append(f"[{_listed(ended)}]" if ended else "", style="dim")
        else:
            shown.append(f"[{_listed(numbers)}:{visible(text)}]")
    return shown


def _pieces(answer: str, concepts: "tuple[ConceptGrade, ...]") -> Iterator[Piece]:
    """Yield the answer in pieces: the text, the concepts it is evidence of, and those whose evidence ends with it."""
    spans = [(span.start, span.end, number) for number, c in enumerate(concepts, 1) for span in c.evidence]
    edges = sorted({0, len(answer), *(edge for start, end, _ in spans for edge in (start, end))})
    for start, end in pairwise(edges):
        over = [span for span in spans if span[0] <= start and end <= span[1]]
        ended = {number for _, last, number in over if last == end}
        yield answer[start:end], tuple(sorted({number for _, _, number in over})), tuple(sorted(ended))


def _listed(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))

"""Text of strangers as a page shows it: evidence marked, what is invisible made visible."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from grader.grading import ConceptGrade

# Controls, directions, and letters that show nothing: no answer may look like another text than it is.
_HIDDEN = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e01ef]"
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of an answer; `concepts` are the 1-based places of the concepts that it is evidence for."""

    text: str
    concepts: tuple[int, ...] = ()


def visible(text: str) -> str:
    """Return a text with invisible characters as their code points."""
    return _HIDDEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def pieces(answer: str, concepts: Sequence[ConceptGrade]) -> list[Piece]:
    """Return an answer in pieces, cut where evidence begins and ends; spans may overlap."""
    spans = [(s.start, s.end, place) for place, c in enumerate(concepts, 1) for s in c.evidence]
    cuts = sorted({0, len(answer), *(edge for start, end, _ in spans for edge in (start, end))})
    return [
        Piece(answer[start:end], tuple(sorted({p for first, last, p in spans if first <= start and end <= last})))
        for start, end in pairwise(cuts)
    ]

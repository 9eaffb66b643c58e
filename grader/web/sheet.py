"""An interviewer's sheet of one question, as a form holds it: notes, what was set by hand, what was asked."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, cast

from grader.rubric import Concept, Rung

Hand = Literal["met", "missed"]
_ASKED = re.compile(r"(nudge|narrow|direct)/([01](?:\.\d{1,4})?)")


@dataclass(frozen=True, slots=True)
class Asked:
    """How far down the ladder of a concept was asked, and its credit before the first rung."""

    rung: Rung
    before: float = 0.0

    def __str__(self) -> str:
        """Return it as a form's value."""
        return f"{self.rung}/{round(self.before, 4)}"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What an interviewer did on one question: `hand` and `asked` are by concept, `deeper` are those gone into."""

    rubric: str
    notes: str = ""
    hand: Mapping[str, Hand] = field(default_factory=dict)
    asked: Mapping[str, Asked] = field(default_factory=dict)
    deeper: frozenset[str] = frozenset()

    @property
    def is_blank(self) -> bool:
        """Whether the question was not taken up at all."""
        return not (self.notes.strip() or self.hand or self.asked or self.deeper)


def read_sheets(fields: Iterable[tuple[str, str]]) -> tuple[Sheet, ...]:
    """Return the sheets that a form holds, in the order of its questions; what is no field of ours is left out."""
    listed = list(fields)
    names = dict.fromkeys(value for name, value in listed if name == "q")
    return tuple(_sheet(rubric, listed) for rubric in names)


def toggled(sheet: Sheet, concept: str, verdict: str) -> Sheet:
    """Return a sheet with a concept set by hand against its verdict; one that was set is given back to the notes."""
    hand = dict(sheet.hand)
    if hand.pop(concept, None) is None:
        hand[concept] = "missed" if verdict == "met" else "met"
    return replace(sheet, hand=hand)


def rung_down(sheet: Sheet, concept: Concept, credit: float) -> Sheet:
    """Return a sheet with the next rung of a concept asked; at the end of the ladder nothing changes."""
    rungs, asked = list(concept.ladder), sheet.asked.get(concept.id)
    at = rungs_asked(concept, asked)
    if at >= len(rungs):
        return sheet
    now = Asked(rungs[at], asked.before if asked else credit)
    return replace(sheet, asked={**sheet.asked, concept.id: now})


def rung_up(sheet: Sheet, concept: Concept) -> Sheet:
    """Return a sheet with the last rung of a concept taken back: it was not asked after all."""
    asked = sheet.asked.get(concept.id)
    others = {name: each for name, each in sheet.asked.items() if name != concept.id}
    at = rungs_asked(concept, asked)
    if asked is None or at < 2:
        return replace(sheet, asked=others)
    return replace(sheet, asked={**others, concept.id: replace(asked, rung=list(concept.ladder)[at - 2])})


def deepened(sheet: Sheet, concept: str) -> Sheet:
    """Return a sheet with the question that goes deeper asked, or no longer asked."""
    return replace(sheet, deeper=sheet.deeper ^ {concept})


def rungs_asked(concept: Concept, asked: Asked | None) -> int:
    """Return how many rungs of a concept were asked."""
    rungs = list(concept.ladder)
    return rungs.index(asked.rung) + 1 if asked is not None and asked.rung in rungs else 0


def _sheet(rubric: str, fields: list[tuple[str, str]]) -> Sheet:
    notes = next((value for name, value in fields if name == f"notes:{rubric}"), "").replace("\r\n", "\n")
    hand = {name: cast("Hand", value) for name, value in _of("hand", rubric, fields) if value in ("met", "missed")}
    asked = {name: found for name, value in _of("asked", rubric, fields) if (found := _asked(value)) is not None}
    deeper = frozenset(value for name, value in fields if name == f"deeper:{rubric}")
    return Sheet(rubric, notes, hand, asked, deeper)


def _of(kind: str, rubric: str, fields: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The fields of one kind, by concept."""
    start = f"{kind}:{rubric}:"
    return [(name.removeprefix(start), value) for name, value in fields if name.startswith(start)]


def _asked(value: str) -> Asked | None:
    found = _ASKED.fullmatch(value)
    return None if found is None else Asked(cast("Rung", found[1]), float(found[2]))

"""Which rubric a question is about: by its id, by its text, or by a text that is nearly its own."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from .roles import plain

NEAR, AHEAD, SHORTEST = 0.78, 0.08, 3
"""How alike two questions are at least, how much the best is ahead of the next, and the words it takes."""

_NUMBER = re.compile(r"^\s*(?:q(?:uestion)?\s*)?\d+\s*[.:)\]-]\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """The rubric of a question and how it was found: `close` needs a person's eye."""

    rubric: str
    how: Literal["id", "text", "close"]


class Questions:
    """The rubrics' questions, to look texts up in."""

    def __init__(self, known: Iterable[tuple[str, str]]) -> None:
        """Make one of pairs: a rubric's id and its question."""
        pairs = tuple(known)
        self._ids = {rubric for rubric, _ in pairs}
        self._slugs = _only(((rubric.partition("/")[2], rubric) for rubric, _ in pairs))
        self._texts = _only(((plain(question), rubric) for rubric, question in pairs))
        self._seen: dict[str, Found | None] = {}

    def find(self, text: str) -> Found | None:
        """Return the rubric that a text means, if there is one and no other is as near."""
        if text not in self._seen:
            if len(self._seen) > 10_000:
                self._seen.clear()
            self._seen[text] = self._find(text.strip())
        return self._seen[text]

    def asked(self, text: str) -> Found | None:
        """Return the rubric that a row says it answers: here part of a question will do, if only one has it."""
        found = self.find(text)
        if found is not None or " " not in text.strip():
            return found
        part = "-".join(plain(text).split())
        holding = [each for each in self._ids if part and f"-{part}-" in f"-{each.partition('/')[2]}-"]
        return Found(holding[0], "close") if len(holding) == 1 else None

    def _find(self, text: str) -> Found | None:
        if text in self._ids:
            return Found(text, "id")
        if text in self._slugs:
            return Found(self._slugs[text], "id")
        bare = plain(_NUMBER.sub("", text)) or plain(text)
        if bare in self._texts:
            return Found(self._texts[bare], "text")
        return self._closest(bare)

    def _closest(self, bare: str) -> Found | None:
        if len(bare.split()) < SHORTEST or len(bare) > 1000:
            return None
        alike = sorted(((_alike(bare, known), rubric) for known, rubric in self._texts.items()), reverse=True)
        best, *others = alike or [(0.0, "")]
        second = others[0][0] if others else 0.0
        return Found(best[1], "close") if best[0] >= NEAR and best[0] - second >= AHEAD else None


def _only(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """What two rubrics share means neither."""
    found: dict[str, str] = {}
    shared: set[str] = set()
    for name, rubric in pairs:
        if found.setdefault(name, rubric) != rubric:
            shared.add(name)
    return {name: rubric for name, rubric in found.items() if name not in shared}


def _alike(one: str, other: str) -> float:
    """Likeness of two texts whatever the order of their words, 0 to 1."""
    return max(_ratio(one, other), _ratio(_sorted(one), _sorted(other)))


def _ratio(one: str, other: str) -> float:
    found = SequenceMatcher(None, one, other, autojunk=False)
    return found.ratio() if found.quick_ratio() >= NEAR - AHEAD else 0.0


def _sorted(text: str) -> str:
    return " ".join(sorted(text.split()))

"""Fold a text to plain lower case, remembering where each character came from."""

import unicodedata
from functools import cache
from typing import NamedTuple

from .wordlists import word_lists

_BLANKS = frozenset(" \n")
_ASCII = {chr(code): chr(code).lower() for code in range(128)} | {"\t": " "}


class Folded(NamedTuple):
    """A folded text and, for each of its characters, the index of its origin (None: the same index)."""

    text: str
    origins: tuple[int, ...] | None
    length: int

    def origin(self, index: int) -> int:
        """Return the index in the original text of the folded character at `index`."""
        if index >= len(self.text):
            return self.length
        return index if self.origins is None else self.origins[index]

    def origin_end(self, index: int) -> int:
        """Return the index in the original just after the folded character before `index`."""
        if index <= 0:
            return 0
        return index if self.origins is None else self.origins[index - 1] + 1


def fold(text: str) -> Folded:
    """Return the text in lower case without accents, invisible characters, look-alikes and typographic marks.

    A run of spaces and tabs is one space, and lines have none at their ends.
    Characters are folded one at a time and combining marks are dropped, never composed: whole-text Unicode
    normalisation takes time quadratic in the length of a run of marks.
    """
    if text.isascii() and not _has_runs(text):
        return Folded(text.lower(), None, len(text))
    pieces: list[str] = []
    origins: list[int] = []
    for index, character in enumerate(text):
        piece = _ASCII.get(character) or _fold_character(character)
        if piece == " " and (not pieces or pieces[-1] in _BLANKS):
            continue
        if piece == "\n" and pieces and pieces[-1] == " ":
            del pieces[-1], origins[-1]
        if piece:
            pieces.append(piece)
            origins.extend([index] * len(piece))
    return Folded("".join(pieces), tuple(origins), len(text))


def _has_runs(text: str) -> bool:
    return "  " in text or "\t" in text or "\n " in text or " \n" in text or text[:1] == " "


@cache
def _replacements() -> dict[str, str]:
    lists = word_lists("grader.text", "characters.txt")
    pairs = (entry.split() for section in lists.values() for entry in section)
    return {chr(int(code, 16)): " -> " if piece == "->" else piece for code, piece in pairs}


@cache
def _fold_character(character: str) -> str:
    known = _replacements().get(character)
    if known is not None:
        return known
    if _is_invisible(character):
        return ""
    if character.isspace() or unicodedata.category(character) in ("Zs", "Zl", "Zp"):
        return " "
    plain = "".join(c for c in unicodedata.normalize("NFKD", character) if not _is_invisible(c))
    return "".join(_replacements().get(c, c) for c in plain.lower())


def _is_invisible(character: str) -> bool:
    code = ord(character)
    return (
        unicodedata.category(character) in ("Cf", "Mn", "Me", "Cs")
        or 0xFE00 <= code <= 0xFE0F
        or 0xE0000 <= code <= 0xE0FFF
        or code in (0x115F, 0x1160, 0x3164, 0xFFA0)
    )

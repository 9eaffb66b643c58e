"""Cut a folded text into tokens: words and the punctuation that ends clauses."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from .normalize import Folded, fold

# One pass, no nested quantifiers, no run of marks tried twice: the time is linear in the text.
_TOKEN = re.compile(
    r"e\.g\.?|i\.e\.?|(?:etc|vs)\b\.?"
    r"|[^\W_]+(?:'[^\W\d_]+)*"
    r"|[-=]>|="
    r"|\n[ \t]*(?:[-*+\u2014](?=[ \t])|\d{1,3}[.)](?=[ \t])|\n\s*)?"
    r"|(?<![.!?])[.!?]++(?:[\"']|(?=\s|$|[)\]]))"
    r"|[,;:()\u2014\x1d]"
    r"|(?<=[\s\"'`=:])\*(?=[\"'`.,;)\s]|$)"
    r"|(?<=\s)-+(?=\s)"
)
# A line break after a line so long that it looks like a hard wrap, and within a sentence.
_WRAP = re.compile(r"(?<=[^\n]{60})\n(?=[^\W_])")
_WRAPPED = "\x1d"
_WORD_START = re.compile(r"[^\W_]")
_MARKS = frozenset((*".?,;:()\n-", "->"))
_CONTRACTED_IS = frozenset({"it's", "that's", "let's", "what's", "there's", "he's", "she's"})
LONGEST_WORD = 40
_MEMO_LIMIT = 50_000


class Tokens(NamedTuple):
    """The tokens of a text: words in lower case or one of `. ? , ; : ( ) \\n - ->`; `raw`: as they stand there."""

    source: Folded
    words: tuple[str, ...]
    raw: tuple[str, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return start and end, in the original text, of the tokens first to last (both included)."""
        return self.spans(((first, last),))[0]

    def spans(self, runs: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
        """Return the spans of several runs of tokens; the text is walked once, up to the last of them."""
        runs = list(runs)
        starts = self._starts(max((last for _, last in runs), default=-1))
        origin, end = self.source.origin, self.source.origin_end
        return [(origin(starts[first]), end(starts[last] + len(self.raw[last]))) for first, last in runs]

    def _starts(self, last: int) -> list[int]:
        # Between two tokens there are only marks: the next place of a word's letters is the word's own.
        starts, at = [], 0
        find = self.source.text.find
        for token in self.raw[: last + 1]:
            at = find(token, at)
            starts.append(at)
            at += len(token)
        return starts


def tokenize(text: str) -> Tokens:
    """Return the tokens of a text."""
    folded = fold(text)
    if "\n" in folded.text:
        folded = Folded(_WRAP.sub(_WRAPPED, folded.text), folded.origins, folded.length)
    raw = tuple(_TOKEN.findall(folded.text))
    return Tokens(folded, tuple(map(_MEANINGS.__getitem__, raw)), raw)


def is_word(token: str) -> bool:
    """Return whether a token (of `Tokens.words`) is a word and not punctuation."""
    return token not in _MARKS


def marks() -> frozenset[str]:
    """Return the tokens that are punctuation."""
    return _MARKS


class _Meanings(dict[str, str]):
    """What each token stands for: worked out once, then looked up without the interpreter's help."""

    def __missing__(self, token: str) -> str:
        meaning = token if token.isalnum() else _plain(token)
        if len(self) < _MEMO_LIMIT and len(token) <= LONGEST_WORD:
            self[token] = meaning
        return meaning


def _plain(token: str) -> str:
    """Return what a token other than a plain word stands for."""
    mark = token[0]
    if _WORD_START.match(token):
        return _word(token)
    if mark == "\n":
        return "\n"
    if mark in ".!?":
        return _sentence_end(token)
    if mark == _WRAPPED:
        return ","
    if mark == "=" or token == "->":
        return "->"
    if mark == "*":
        return "wildcard"
    return "-" if mark in "-\u2014" else token


def _word(token: str) -> str:
    return token[:-2] if token.endswith("'s") and token not in _CONTRACTED_IS else token.rstrip(".")


def _sentence_end(token: str) -> str:
    """A question mark that closes a quotation ends no question of the writer's own."""
    if "?" not in token:
        return "."
    return "," if token[-1] in "\"'" else "?"


_MEANINGS = _Meanings()

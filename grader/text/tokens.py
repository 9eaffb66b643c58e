"""Cut a folded text into tokens: words and the punctuation that ends clauses."""

import re
from dataclasses import dataclass

from .normalize import Folded, fold

# One pass, no nested quantifiers: the time is linear in the text.
_TOKEN = re.compile(
    r"e\.g\.?|i\.e\.?|(?:etc|vs)\b\.?"
    r"|[^\W_]+(?:'[^\W\d_]+)*"
    r"|->"
    r"|\n[ \t]*(?:[-*+\u2014](?=[ \t])|\d{1,3}[.)](?=[ \t])|\n\s*)?"
    r"|[.!?]+(?=\s|$|[\"')\]])"
    r"|[,;:()\u2014]"
    r"|(?<=\s)-+(?=\s)"
)
_WORD_START = re.compile(r"[^\W_]")
LONGEST_WORD = 40
_WRAPPED = 80


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of a text: words in lower case or one of `. ? , ; : ( ) \\n -`, with offsets in the folded text."""

    source: Folded
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return start and end, in the original text, of the tokens first to last (both included)."""
        return self.source.origin(self.starts[first]), self.source.origin_end(self.ends[last])


def tokenize(text: str) -> Tokens:
    """Return the tokens of a text."""
    folded = fold(text)
    words, starts, ends = [], [], []
    for match in _TOKEN.finditer(folded.text):
        words.append(_token(folded.text, match))
        starts.append(match.start())
        ends.append(match.end())
    return Tokens(folded, tuple(words), tuple(starts), tuple(ends))


def is_word(token: str) -> bool:
    """Return whether a token is a word and not punctuation."""
    return _WORD_START.match(token) is not None


def _token(text: str, match: re.Match[str]) -> str:
    token = match.group()
    if _WORD_START.match(token):
        return _word(token)
    if token[0] == "\n":
        return _line_break(text, match)
    if token[0] in ".!?":
        return _sentence_end(text, match)
    return "-" if token[0] in "-\u2014" and token != "->" else token


def _word(token: str) -> str:
    if token.endswith("'s") and token not in ("it's", "that's", "let's", "what's", "there's", "he's", "she's"):
        return token[:-2]
    return token.rstrip(".")


def _line_break(text: str, match: re.Match[str]) -> str:
    """A line break ends a sentence, unless the line before it is so long that it looks like a hard wrap."""
    start = match.start()
    line = start - 1 - text.rfind("\n", max(0, start - _WRAPPED), start)
    wrapped = line >= _WRAPPED - 20 and match.group() == "\n" and text[match.end() : match.end() + 1].isalnum()
    return "," if wrapped else "\n"


def _sentence_end(text: str, match: re.Match[str]) -> str:
    """A question mark that closes a quotation ends no question of the writer's own."""
    quoted = text[match.end() : match.end() + 1] in ("'", '"')
    if "?" not in match.group():
        return "."
    return "," if quoted else "?"

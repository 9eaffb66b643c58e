"""A file under lint: its text, its YAML, and the lines of what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from grader.rubric import Document

from .finding import Finding

Keys = tuple[str | int, ...]
LONGEST_VALUE = 400


@dataclass(frozen=True, slots=True)
class Page:
    """A file's name as a person gave it, its lines and its document."""

    path: str
    lines: tuple[str, ...]
    document: Document

    def line(self, keys: Keys, phrase: str = "") -> int:
        """Return the line of the value at `keys`, or of a phrase within that value."""
        first = self.document.line(*keys)
        return first if not phrase else self._line_within(first, " ".join(phrase.split()))

    def _line_within(self, first: int, phrase: str) -> int:
        """A folded value goes on over several lines, and a phrase may begin on one and end on the next."""
        starts: list[tuple[int, int]] = []
        text = ""
        for number, line in enumerate(self._value(first), first):
            starts.append((len(text), number))
            text += " ".join(line.split()) + " "
        at = _find(text, phrase)
        return next((number for start, number in reversed(starts) if start <= at), first)

    def _value(self, first: int) -> Iterator[str]:
        """The line at which a value begins, and the lines further in that go on with it."""
        head = self.lines[first - 1]
        yield head
        for line in self.lines[first : first + LONGEST_VALUE]:
            if line.strip() and _indent(line) <= _indent(head):
                return
            yield line

    def finding(
        self, code: str, keys: Keys, message: str, *, text: str = "", fix: str | None = None, phrase: str = ""
    ) -> Finding:
        """Return a finding at the value at `keys`."""
        return Finding(self.path, self.line(keys, phrase), code, message, text, fix)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _find(text: str, phrase: str) -> int:
    """Where a phrase stands on its own; -1 if nowhere."""
    at = text.find(phrase)
    while at >= 0:
        before, after = text[:at].rstrip(), text[at + len(phrase) :].lstrip()
        if (not before or before[-1] in "|>-:\"'{,[") and (not after or after[0] in "|\"':,}]-"):
            return at
        at = text.find(phrase, at + 1)
    return text.find(phrase)

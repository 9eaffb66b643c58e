"""Dangers of YAML: what this strict reader takes for text, and another reader or a person does not."""

import re
from collections.abc import Iterator

from grader.rubric import Guess

from .finding import Finding
from .page import Keys, Page

NUMBERS = frozenset({"weight", "line", "at_least", "enough"})
_START = re.compile(r" *(?:- +)*(?:[\w-]+: +)?")
_ODD = re.compile(r"[?:]\S")


def check_layout(page: Page) -> Iterator[Finding]:
    """Yield what is dangerous in the layout of a file."""
    yield from (_guessed(guess, page) for guess in page.document.guesses if not _meant(guess))
    for number, line in enumerate(page.lines, 1):
        if "\t" in line:
            yield Finding(page.path, number, "F003", "a tab stands in this line", fix="write spaces")
    for keys, number in _values(page):
        yield from _plain_text(keys, number, page)


def _meant(guess: Guess) -> bool:
    """A number where a number is meant, and true or false for `required`."""
    name = guess.keys[-1] if guess.keys else ""
    if name in NUMBERS:
        return guess.kind in ("int", "float")
    return name == "required" and guess.text in ("true", "false")


def _guessed(guess: Guess, page: Page) -> Finding:
    message = f'other readers of YAML take "{guess.text}" for {_KINDS.get(guess.kind, guess.kind)}'
    fix = "write true or false" if guess.keys[-1:] == ("required",) else f'quote it: "{guess.text}"'
    return Finding(page.path, guess.line, "F002", message, guess.text, fix)


_KINDS = {"bool": "a truth value", "int": "a number", "float": "a number", "timestamp": "a date", "null": "nothing"}


def _values(page: Page) -> Iterator[tuple[Keys, int]]:
    """The innermost value that begins on each line."""
    firsts = {number: keys for keys, number in page.document.lines.items()}
    return ((keys, number) for number, keys in firsts.items())


def _plain_text(keys: Keys, number: int, page: Page) -> Iterator[Finding]:
    line = page.lines[number - 1]
    if _ODD.match(_START.sub("", line, count=1)):
        message = "unquoted text begins with `?` or `:`, which YAML gives a meaning of its own"
        yield page.finding("F004", keys, message, text=line.strip(), fix="quote the text")
    elif text := _cut(line):
        message = f'"{text}" ends where the comment after it begins'
        yield page.finding("F004", keys, message, text=text, fix="quote the text")


def _cut(line: str) -> str:
    """The unquoted text of several words before a comment: the comment may be meant as its end."""
    before, mark, _ = line.partition(" #")
    text = _START.sub("", before, count=1).strip()
    return text if mark and " " in text and text[0] not in "|>[{#" and not set(text) & set("\"'") else ""

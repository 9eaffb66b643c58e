"""Strict YAML: plain trees of strings with the line of each value. The only file that imports PyYAML."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NoReturn, TypeAlias

import yaml

from grader.errors import FileFault, RubricError

from .encoding import CONTROL, decode

MAX_BYTES = 256 * 1024
MAX_DEPTH = 20
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
NULLS = frozenset({"", "~", "null"})

NUMBER = re.compile(r"[-+]?\d+(?:\.\d*)?[eE][-+]?\d+|0o[0-7]+")

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree] | None"
Keys: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Guess:
    """A key or value without quotes that other readers take for a bool, int, float or timestamp and not for text.

    `keys` lead to the value, or to the value of the key.
    """

    keys: Keys
    line: int
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Document:
    """A YAML document: its tree, in which every scalar is a string or None, and the line of each value."""

    data: Tree
    lines: Mapping[Keys, int]
    guesses: tuple[Guess, ...] = ()

    def line(self, *keys: str | int) -> int:
        """Return the 1-based line of the value at `keys`, or of its nearest known ancestor."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines[keys]


def read_yaml(text: str | bytes, *, path: str, error: type[FileFault] = RubricError) -> Document:
    """Return the document of `text`; all but plain mappings, lists and scalars raises `error` with path and line."""
    source = decode(text, limit=MAX_BYTES, path=path, error=error)
    try:
        return _Reading(source, path, error).document()
    except yaml.YAMLError as fault:
        raise error(_advice(fault), path=path, line=_fault_line(fault)) from fault
    except (ValueError, OverflowError) as fault:
        # PyYAML's scanner in Python calls chr() and int() on escapes and versions of any size.
        raise error("A number or an escape is out of range. Write the character itself.", path=path) from fault


def _advice(fault: yaml.YAMLError) -> str:
    problem = getattr(fault, "problem", None) or "it cannot be read"
    return f"Not valid YAML: {problem}. Check the indentation, and quote text that holds `: ` or ` #`."


def _fault_line(fault: yaml.YAMLError) -> int:
    mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
    return mark.line + 1 if mark else 0


class _Reading:
    """One pass over the events of a document. The depth is checked before each step down."""

    def __init__(self, source: str, path: str, error: type[FileFault]) -> None:
        self.events: Iterator[yaml.Event] = yaml.parse(source, Loader=LOADER)
        self.path, self.error = path, error
        self.lines: dict[Keys, int] = {(): 1}
        self.guesses: list[Guess] = []
        self.resolver: Any = yaml.resolver.Resolver()

    def document(self) -> Document:
        next(self.events)
        data: Tree = None
        if isinstance(next(self.events), yaml.DocumentStartEvent):
            data = self.value(next(self.events), ())
            next(self.events)
            last = next(self.events)
            if not isinstance(last, yaml.StreamEndEvent):
                self.refuse(last, "A second document starts here. Put each document into a file of its own.")
        return Document(data, self.lines, tuple(self.guesses))

    def value(self, event: yaml.Event, keys: Keys) -> Tree:
        self.lines[keys] = _line(event)
        self.check(event)
        if isinstance(event, yaml.ScalarEvent):
            return None if not event.style and event.value in NULLS else self.scalar(event, keys)
        if len(keys) >= MAX_DEPTH:
            self.refuse(event, f"Lists and mappings are nested more than {MAX_DEPTH} deep. Make the file flatter.")
        return self.sequence(keys) if isinstance(event, yaml.SequenceStartEvent) else self.mapping(keys)

    def check(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.refuse(event, "Aliases (`*name`) are not allowed. Write it out, or quote text that starts with `*`.")
        if getattr(event, "anchor", None) is not None:
            self.refuse(event, "Anchors (`&name`) are not allowed. Remove it, or quote text that starts with `&`.")
        if getattr(event, "tag", None) is not None:
            self.refuse(event, "Tags (`!name`) are not allowed. Remove it, or quote text that starts with `!`.")

    def scalar(self, event: yaml.ScalarEvent, keys: Keys) -> str:
        value: str = event.value
        if not event.style and (kind := self.kind(value)) != "str":
            self.guesses.append(Guess(keys, _line(event), value, kind))
        if event.style == '"' and (bad := CONTROL.search(value)):
            self.refuse(event, f"An escape stands for U+{ord(bad[0]):04X}, which is not text. Remove it.")
        return value

    def kind(self, value: str) -> str:
        """Return what YAML 1.1 or 1.2 takes a scalar without quotes for; PyYAML overlooks `y`, `n`, `1e3`, `0o7`."""
        if value.lower() in ("y", "n"):
            return "bool"
        if NUMBER.fullmatch(value):
            return "float"
        return str(self.resolver.resolve(yaml.ScalarNode, value, (True, False))).rpartition(":")[2]

    def sequence(self, keys: Keys) -> list[Tree]:
        items: list[Tree] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            items.append(self.value(event, (*keys, len(items))))
        return items

    def mapping(self, keys: Keys) -> dict[str, Tree]:
        pairs: dict[str, Tree] = {}
        written: dict[str, int] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.key(event, keys)
            if key in pairs:
                self.refuse(event, f"The key `{key:.60}` is on line {written[key]} already. Keep one of the two.")
            written[key] = _line(event)
            pairs[key] = self.value(next(self.events), (*keys, key))
        return pairs

    def key(self, event: yaml.Event, keys: Keys) -> str:
        self.check(event)
        if not isinstance(event, yaml.ScalarEvent):
            self.refuse(event, "A key must be a word, not a list or a mapping. Quote text that starts with `[` or `{`.")
        if not event.style and event.value == "<<":
            self.refuse(event, "Merge keys (`<<`) are not allowed. Write the values out.")
        return self.scalar(event, (*keys, event.value))

    def refuse(self, event: yaml.Event, message: str) -> NoReturn:
        raise self.error(message, path=self.path, line=_line(event))


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1

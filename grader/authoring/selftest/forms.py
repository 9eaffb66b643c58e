"""Sentences that say, and sentences that deny, the words of a reference."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class Form:
    """A way in which references are worded, with templates of sentences that say and that deny it."""

    name: str
    pattern: re.Pattern[str]
    said: str
    denied: tuple[str, ...]


@cache
def forms() -> tuple[Form, ...]:
    """Return the forms, in the order in which they are tried."""
    found = _data("forms.toml")["forms"]
    return tuple(Form(f["name"], re.compile(f["pattern"], re.IGNORECASE), f["said"], tuple(f["denied"])) for f in found)


@cache
def fillers() -> tuple[str, ...]:
    """Return the templates of words that change nothing around an answer."""
    return tuple(_data("noise.toml")["filler"])


def said(source: str) -> str:
    """Return the words of a reference as a sentence."""
    form, parts = _form(source)
    return form.said.format_map(parts)


def denials(source: str) -> tuple[str, ...]:
    """Return sentences that say the contrary of the words of a reference."""
    form, parts = _form(source)
    return tuple(template.format_map(parts) for template in form.denied)


def _form(source: str) -> tuple[Form, dict[str, str]]:
    text = " ".join(source.split()).strip(" .,;:")
    for form in forms():
        if found := form.pattern.fullmatch(text):
            parts = {name: part or "" for name, part in found.groupdict().items()}
            return form, parts | {name.capitalize(): part[:1].upper() + part[1:] for name, part in parts.items()}
    raise ValueError(f"no form fits {source!r}: the last one must fit everything")


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("grader.authoring.selftest").joinpath("data", name).read_text("utf-8"))

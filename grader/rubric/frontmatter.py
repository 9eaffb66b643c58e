"""The front matter of a seed: id, title and tags between two `---` lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from grader.errors import SeedError

from .slug import slugify
from .yaml import Document, Tree, read_yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a seed says of itself; `body` is the index of the first line after it."""

    id: str | None = None
    title: str | None = None
    tags: tuple[str, ...] = ()
    body: int = 0


def read_front_matter(lines: Sequence[str], *, path: str) -> FrontMatter:
    """Return the front matter that `lines` open with, an empty one if there is none; SeedError names a faulty line."""
    if lines[0].rstrip() != FENCE:
        return FrontMatter()
    body = next((index + 1 for index, line in enumerate(lines) if index and line.rstrip() == FENCE), 0)
    if not body:
        raise SeedError("The front matter is never closed. Add a line `---` after it.", path=path, line=1)
    # An empty line stands for the opening `---`, so that YAML counts lines as the seed does.
    document = read_yaml("\n".join(["", *lines[1 : body - 1]]), path=path, error=SeedError)
    values = _mapping(document, path)
    return FrontMatter(_id(values, document, path), _title(values, document, path), _tags(values, document, path), body)


def check_id(value: Tree, *, path: str, line: int = 1, of: str = "seed") -> str:
    """Return the id of a seed or question if it is its own slug, for it names files; else raise SeedError."""
    if not isinstance(value, str) or not value or slugify(value) != value:
        message = f"A {of}'s id is words of a-z and 0-9 joined by `-`, at most 100 characters. Change it."
        raise SeedError(message, path=path, line=line)
    return value


def _mapping(document: Document, path: str) -> Mapping[str, Tree]:
    if document.data is not None and not isinstance(document.data, dict):
        message = "The front matter is not a mapping. Write `title: some words`."
        raise SeedError(message, path=path, line=document.line())
    return document.data or {}


def _id(values: Mapping[str, Tree], document: Document, path: str) -> str | None:
    value = values.get("id")
    return None if value is None else check_id(value, path=path, line=document.line("id"))


def _title(values: Mapping[str, Tree], document: Document, path: str) -> str | None:
    value = values.get("title")
    if value is not None and not isinstance(value, str):
        raise SeedError("The title is not a text. Write `title: some words`.", path=path, line=document.line("title"))
    return value


def _tags(values: Mapping[str, Tree], document: Document, path: str) -> tuple[str, ...]:
    value = values.get("tags")
    tags = value if isinstance(value, list) else [] if value is None else [value]
    words = tuple(tag for tag in tags if isinstance(tag, str))
    if len(words) < len(tags):
        raise SeedError("A tag is not a word. Write `tags: [one, two]`.", path=path, line=document.line("tags"))
    return words

"""A seed: questions with their reference answers, as a document of some shape holds them."""

from dataclasses import dataclass
from typing import Literal, get_args

Shape = Literal["bullets", "numbered", "headings", "table", "csv", "tsv", "jsonl"]
SHAPES: tuple[Shape, ...] = get_args(Shape)


@dataclass(frozen=True, slots=True)
class SeedQuestion:
    """One question of a seed.

    `reference` is the answer as written: each paragraph, item or row of it is a line. `line` is 1-based, `sha256` the
    hash of the question's lines in the document, without white space at their ends. `weight` is None where none stands.
    """

    question: str
    reference: str
    slug: str
    line: int
    sha256: str
    weight: float | None = None


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed document: its id, title, tags, the hash of its bytes, its questions in order and the shape they have."""

    id: str
    title: str
    tags: tuple[str, ...]
    sha256: str
    questions: tuple[SeedQuestion, ...]
    shape: Shape = "bullets"

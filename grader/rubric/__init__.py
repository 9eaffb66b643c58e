"""What earns marks: seeds, rubrics, lexicons."""

from .expression import AllOf, AnyOf, Avoid, Bind, Expect, Prefer, phrases, texts
from .files import FileRubrics, read_lexicon, read_rubric
from .hashing import content_hash
from .lexicon import EMPTY, Lexicon, Term
from .model import Concept, Feedback, Rubric, Source, Waiver
from .naming import resolve
from .repository import Rubrics
from .schema import json_schema
from .seed import Seed, SeedQuestion, parse_seed, read_seed

__all__ = [
    "EMPTY",
    "AllOf",
    "AnyOf",
    "Avoid",
    "Bind",
    "Concept",
    "Expect",
    "Feedback",
    "FileRubrics",
    "Lexicon",
    "Prefer",
    "Rubric",
    "Rubrics",
    "Seed",
    "SeedQuestion",
    "Source",
    "Term",
    "Waiver",
    "content_hash",
    "json_schema",
    "parse_seed",
    "phrases",
    "read_lexicon",
    "read_rubric",
    "read_seed",
    "resolve",
    "texts",
]

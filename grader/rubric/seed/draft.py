"""A question as a shape gives it, and the checks that every question must pass, whatever its shape."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256

from grader.rubric.slug import slugify

from .model import SeedQuestion
from .page import Page

MAX_QUESTION = 1000
MAX_WEIGHT = 1000
END_OF_QUESTION = re.compile(r"\?([*_]*)(?=\s|$)")
NUMBER = re.compile(r"(\d{1,2}[.)]|Q(uestion )?\d{0,2}[.):])\s+(?=\S)")
BREAK = re.compile(r"[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Draft:
    """A question before the checks; `start` to `end` are its 0-based lines; without a slug, its words give one."""

    question: str
    reference: str
    start: int
    end: int
    weight: float | None = None
    slug: str | None = None


def one_line(text: str) -> str:
    """Return a text without line breaks."""
    return BREAK.sub(" ", text.strip())


def lines_of(texts: Iterable[str]) -> str:
    """Return texts as lines, the empty ones left out."""
    return "\n".join(filter(None, map(one_line, texts)))


def split_question(text: str) -> tuple[str, str] | None:
    """Return the question up to its `?`, and what stands after it; None if no `?` with a blank after it ends one."""
    end = END_OF_QUESTION.search(text)
    if end is None:
        return None
    question = text[: end.start()].lstrip(end[1][:1] or " ").rstrip("? \t\u00a0")
    return f"{unnumbered(question)}?", text[end.end() :].strip()


def unnumbered(text: str) -> str:
    """Return a question without the number before it, as in `2. ` or `Q3: `."""
    return NUMBER.sub("", text, count=1) if NUMBER.match(text) else text


def weight_of(page: Page, text: str, line: int) -> float | None:
    """Return the number in a weight's cell, None for an empty one. Raises SeedError unless 0 < weight <= 1000."""
    if not text.strip():
        return None
    try:
        weight = float(text)
    except ValueError:
        weight = 0.0
    if not 0 < weight <= MAX_WEIGHT:
        message = f"The weight is not a number above 0 and at most {MAX_WEIGHT}. Write `2` or `0.5`, or leave it out."
        raise page.fault(message, line)
    return weight


def checked(page: Page, draft: Draft, shape_advice: str) -> SeedQuestion:
    """Return the question of a draft. Raises SeedError: too long, no word for a slug, no reference answer."""
    line = draft.start + 1
    if len(draft.question) > MAX_QUESTION:
        raise page.fault(f"The question is longer than {MAX_QUESTION} characters. Shorten it.", line)
    slug = draft.slug or slugify(draft.question)
    if not slug:
        raise page.fault(f"The question needs a word of the letters a-z or the digits 0-9. {shape_advice}", line)
    if not any(map(str.isalnum, draft.reference)):
        raise page.fault(f"No reference answer goes with the question. {shape_advice}", line)
    return SeedQuestion(draft.question, draft.reference, slug, line, _hash(page, draft), draft.weight)


def _hash(page: Page, draft: Draft) -> str:
    source = "\n".join(line.rstrip() for line in page.lines[draft.start : draft.end])
    return sha256(source.rstrip("\n").encode()).hexdigest()

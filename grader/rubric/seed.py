"""A seed document (markdown with `- question? answer` bullets) to a Seed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path, PurePath

from grader.errors import SeedError

from .encoding import decode
from .frontmatter import check_id, read_front_matter
from .slug import slugify

MAX_BYTES = 1024 * 1024
MAX_QUESTION = 1000
SHAPE = "Write `- question? answer` on one line."
BULLET = re.compile(r" {0,3}[-*+][ \t]+\S")
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
END_OF_QUESTION = re.compile(r"\?(?=\s|$)")


@dataclass(frozen=True, slots=True)
class SeedQuestion:
    """One bullet of a seed: question, reference answer as written, slug, 1-based line and the hash of that line."""

    question: str
    reference: str
    slug: str
    line: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Seed:
    """A seed document: its id, title, tags, the hash of its bytes and its questions in order."""

    id: str
    title: str
    tags: tuple[str, ...]
    sha256: str
    questions: tuple[SeedQuestion, ...]


def read_seed(path: Path) -> Seed:
    """Return the seed in the file at `path`; any fault, of the file or of its text, raises SeedError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "this cannot be a file's name"
        raise SeedError(f"The seed cannot be read: {reason}.", path=str(path)) from fault
    return parse_seed(data, path=str(path))


def parse_seed(data: bytes, *, path: str, seed_id: str | None = None) -> Seed:
    """Return the seed in `data`; `seed_id` wins over the front matter's id, and that over the stem of `path`."""
    lines = decode(data, limit=MAX_BYTES, path=path, error=SeedError).split("\n")
    front = read_front_matter(lines, path=path)
    questions = tuple(_question(line, number, path) for number, line in _bullets(lines, front.body, path))
    if not questions:
        raise SeedError(f"There is no question from here on. {SHAPE}", path=path, line=front.body + 1)
    _refuse_one_slug_twice(questions, path)
    name = check_id(seed_id, path=path) if seed_id is not None else front.id or _id_of(path)
    title = (front.title or "").strip() or name.replace("-", " ")
    return Seed(name, title, front.tags, sha256(data).hexdigest(), questions)


def _id_of(path: str) -> str:
    name = slugify(PurePath(path).stem)
    if not name:
        message = "The file's name gives the seed no id. Start the file with the lines `---`, `id: some-words`, `---`."
        raise SeedError(message, path=path, line=1)
    return name


def _bullets(lines: Sequence[str], body: int, path: str) -> Iterator[tuple[int, str]]:
    """Yield number and text of each bullet outside fenced code."""
    fence, opened = "", 0
    for number, line in enumerate(lines[body:], body + 1):
        if fence:
            fence = "" if _closes(line, fence) else fence
        elif fence := _opening(line):
            opened = number
        elif BULLET.match(line) and not _is_rule(line):
            yield number, line.rstrip()
    if fence:
        raise SeedError("The code block is never closed. End it with the same marks on a line.", path=path, line=opened)


def _opening(line: str) -> str:
    found = FENCE.match(line)
    return found[1] if found and not (found[1][0] == "`" and "`" in found[2]) else ""


def _closes(line: str, fence: str) -> bool:
    found = FENCE.match(line)
    return found is not None and found[1].startswith(fence) and not found[2].strip()


def _is_rule(line: str) -> bool:
    marks = line.replace(" ", "").replace("\t", "")
    return len(marks) >= 3 and set(marks) in ({"-"}, {"*"})


def _question(line: str, number: int, path: str) -> SeedQuestion:
    text = line.lstrip(" ")[1:].lstrip()
    end = END_OF_QUESTION.search(text)
    if end is None:
        raise SeedError(f"No `?` with a blank after it ends the question. {SHAPE}", path=path, line=number)
    question, reference = text[: end.start()].rstrip("? \t\u00a0"), text[end.end() :].strip()
    if len(question) >= MAX_QUESTION:
        message = f"The question is longer than {MAX_QUESTION} characters. Shorten it."
        raise SeedError(message, path=path, line=number)
    name = slugify(question)
    if not name:
        message = f"The question needs a word of the letters a-z or the digits 0-9. {SHAPE}"
        raise SeedError(message, path=path, line=number)
    if not any(map(str.isalnum, reference)):
        raise SeedError(f"No reference answer stands after the question's `?`. {SHAPE}", path=path, line=number)
    return SeedQuestion(f"{question}?", reference, name, number, sha256(line.encode()).hexdigest())


def _refuse_one_slug_twice(questions: Sequence[SeedQuestion], path: str) -> None:
    lines: dict[str, int] = {}
    for question in questions:
        first = lines.setdefault(question.slug, question.line)
        if first != question.line:
            message = f"The questions of lines {first} and {question.line} have the slug `{question.slug}`. Reword one."
            raise SeedError(message, path=path, line=question.line)

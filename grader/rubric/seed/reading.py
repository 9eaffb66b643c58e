"""Read a seed: find its shape, let the reader of that shape find the questions, check them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path, PurePath

from grader.errors import SeedError
from grader.rubric.assessments import ASSESSMENTS
from grader.rubric.files import LEXICONS
from grader.rubric.frontmatter import FrontMatter, check_id, read_front_matter
from grader.rubric.slug import slugify

from . import columns, headings, jsonl, lists
from .delimited import read_csv, read_tsv
from .detection import refuse_strays, shape_of_data, shape_of_markdown
from .draft import Draft, checked
from .markdown import blocks
from .model import SHAPES, Seed, SeedQuestion, Shape
from .page import MAX_BYTES, Page, page_lines
from .tables import read_tables

DATA: tuple[Shape, ...] = ("csv", "tsv", "jsonl")
READERS: dict[Shape, tuple[Callable[[Page], Iterable[Draft]], str]] = {
    "bullets": (partial(lists.read_list, kind="bullet"), lists.ADVICE["bullet"]),
    "numbered": (partial(lists.read_list, kind="number"), lists.ADVICE["number"]),
    "headings": (headings.read_headings, headings.ADVICE),
    "table": (read_tables, columns.ADVICE),
    "csv": (read_csv, columns.ADVICE),
    "tsv": (read_tsv, columns.ADVICE),
    "jsonl": (jsonl.read_jsonl, jsonl.ADVICE),
}


def read_seed(path: Path, *, shape: Shape | None = None) -> Seed:
    """Return the seed in the file at `path`; any fault, of the file or of its text, raises SeedError."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "this cannot be a file's name"
        raise SeedError(f"The seed cannot be read: {reason}.", path=str(path)) from fault
    return parse_seed(data, path=str(path), shape=shape)


def parse_seed(data: bytes, *, path: str, seed_id: str | None = None, shape: Shape | None = None) -> Seed:
    """Return the seed in `data`; any fault raises SeedError.

    Without a `shape`, the name of `path` and the text tell it. `seed_id` wins over the front matter's id, and that
    over the stem of `path`.
    """
    lines = page_lines(data, path)
    known = shape or shape_of_data(path, lines)
    front = FrontMatter() if known in DATA else read_front_matter(lines, path=path)
    page = Page(path, lines, front.body, chosen=shape is not None)
    page = page if known in DATA else replace(page, blocks=blocks(page))
    found = known or shape_of_markdown(page)
    questions = _questions(page, found)
    name = _free(check_id(seed_id, path=path) if seed_id is not None else front.id or _id_of(path), path)
    title = (front.title or "").strip() or name.replace("-", " ")
    return Seed(name, title, front.tags, sha256(data).hexdigest(), questions, found or "bullets")


def _questions(page: Page, shape: Shape | None) -> tuple[SeedQuestion, ...]:
    if shape is None:
        advice = f"{lists.ADVICE['bullet']} Other shapes: {', '.join(SHAPES[1:])}."
        raise page.fault(f"There is no question from here on. {advice}", page.body + 1)
    read, advice = READERS[shape]
    drafts = tuple(read(page))
    if not drafts:
        raise page.fault(f"There is no question of the shape `{shape}` from here on. {advice}", page.body + 1)
    if not page.chosen and shape not in DATA:
        refuse_strays(page, shape, drafts)
    questions = tuple(checked(page, draft, advice) for draft in drafts)
    _refuse_one_slug_twice(page, questions)
    return questions


def _id_of(path: str) -> str:
    name = slugify(PurePath(path).stem)
    if not name:
        message = "The file's name gives the seed no id. Start the file with the lines `---`, `id: some-words`, `---`."
        raise SeedError(message, path=path, line=1)
    return name


def _free(name: str, path: str) -> str:
    """Refuse the names of the folders beside those of the seeds' rubrics."""
    if name in (LEXICONS, ASSESSMENTS):
        raise SeedError(f"The id `{name}` is kept for other files. Give the seed another one.", path=path, line=1)
    return name


def _refuse_one_slug_twice(page: Page, questions: Sequence[SeedQuestion]) -> None:
    lines: dict[str, int] = {}
    for question in questions:
        first = lines.setdefault(question.slug, question.line)
        if first != question.line:
            message = f"The questions of lines {first} and {question.line} have the slug `{question.slug}`. Reword one."
            raise page.fault(message, question.line)

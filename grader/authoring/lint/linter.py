"""Run the checks over files of rubrics, and over the lexicons they use."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from grader.errors import FileFault, LexiconError, RubricError, SeedError
from grader.rubric import EMPTY, Document, Lexicon, Rubric, Seed, read_document, read_lexicon, rubric_of

from . import coverage, crossing, feedback, hints, phrases, question, seeding, slips, waivers, weights
from .finding import Finding
from .layout import check_layout
from .lexicons import check_lexicon
from .library import Library
from .page import Page
from .refused import explain
from .subject import Subject, subject

LEXICONS = "lexicon"
Check = Callable[[Subject], Iterator[Finding]]
CHECKS: tuple[Check, ...] = (
    seeding.check,
    coverage.check,
    question.check,
    weights.check,
    phrases.check,
    slips.check,
    crossing.check,
    feedback.check,
    hints.check,
)


@dataclass(frozen=True, slots=True)
class Report:
    """What lint found in some files: what is left to do, and what people have accepted."""

    files: int
    findings: tuple[Finding, ...]
    waived: tuple[Finding, ...]

    def count(self, severity: str) -> int:
        """Return how many findings of a severity are left."""
        return sum(finding.severity == severity for finding in self.findings)


def lint(paths: Iterable[Path], library: Library) -> Report:
    """Return what is likely wrong with the rubrics in some files; a file that cannot be read is a finding itself."""
    found: list[Finding] = []
    lexicons: dict[Path, None] = {}
    files = 0
    for path in dict.fromkeys(paths):
        files += 1
        if path.absolute().parent.name == LEXICONS:
            lexicons[path] = None
        else:
            found += _file(path, library, lexicons)
    for path in lexicons:
        found += _lexicon(path)
    ordered = sorted(dict.fromkeys(found), key=lambda f: (f.path, f.line, f.code, f.message))
    left, waived = ([f for f in ordered if (f.waived is not None) == is_waived] for is_waived in (False, True))
    return Report(files, tuple(left), tuple(waived))


def _file(path: Path, library: Library, lexicons: dict[Path, None]) -> Iterator[Finding]:
    try:
        page = _page(path, read_document(path))
    except RubricError as fault:
        yield _refused(path, fault)
        return
    yield from check_layout(page)
    try:
        rubric = rubric_of(page.document, path)
    except RubricError as fault:
        yield from explain(page) or (_refused(path, fault),)
        return
    yield from _rubric(page, rubric, path, library, lexicons)


def _rubric(page: Page, rubric: Rubric, path: Path, library: Library, lexicons: dict[Path, None]) -> Iterator[Finding]:
    lexicon: Lexicon = EMPTY
    seed: Seed | None = None
    found: list[Finding] = []
    seed_id = rubric.seed if rubric.source is None else rubric.source.seed
    try:
        lexicon = library.lexicon(rubric.lexicon, path)
        if rubric.lexicon is not None:
            lexicons[library.shelf(path).lexicon_path(rubric.lexicon)] = None
    except LexiconError as fault:
        found.append(page.finding("F005", ("lexicon",), str(fault), text=rubric.lexicon or ""))
    try:
        seed = library.seed(seed_id, path)
    except SeedError as fault:
        found.append(page.finding("S005", ("source",), str(fault), text=seed_id))
    ready = subject(page, rubric, lexicon, seed)
    found += (finding for check in CHECKS for finding in check(ready))
    yield from waivers.apply(ready, found)


def _lexicon(path: Path) -> Iterator[Finding]:
    try:
        page = _page(path, read_document(path, error=LexiconError))
        read_lexicon(path)
    except LexiconError as fault:
        yield _refused(path, fault)
        return
    yield from check_layout(page)
    yield from check_lexicon(page)


def _page(path: Path, document: Document) -> Page:
    return Page(str(path), tuple(path.read_text("utf-8-sig").split("\n")), document)


def _refused(path: Path, fault: FileFault) -> Finding:
    place = f"{fault.path}:{fault.line}: " if fault.line else f"{fault.path}: "
    return Finding(str(path), fault.line or 1, "F001", str(fault).removeprefix(place))

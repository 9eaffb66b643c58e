"""A seed document that somebody sent, to drafts of rubrics with what lint finds in each; nothing stays on the disk."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePath
from tempfile import TemporaryDirectory

from grader.errors import SeedError
from grader.rubric import EMPTY, Lexicon, Seed, SeedQuestion, Shape, parse_seed, rubric_text

from .builder import build_rubric, left_out
from .lint import Finding, Library, lint

MOST = 60


@dataclass(frozen=True, slots=True)
class SeedDraft:
    """The rubric drafted for a question, as the text of its file; empty, with `error`, if none can be built.

    `points` are the sources of its concepts, `left_out` what only repeats the question.
    """

    id: str
    question: SeedQuestion
    text: str
    points: tuple[str, ...]
    left_out: tuple[str, ...]
    findings: tuple[Finding, ...] = ()
    error: str = ""


@dataclass(frozen=True, slots=True)
class SeedDrafts:
    """A seed with the drafts of its first questions, at most 60."""

    seed: Seed
    drafts: tuple[SeedDraft, ...]


def drafts_of(
    data: bytes, name: str, library: Library, *, lexicon: Lexicon = EMPTY, shape: Shape | None = None
) -> SeedDrafts:
    """Return what a seed's bytes give; `name` is the file's, and tells its shape and id where the text does not.

    Raises SeedError with the file's name and the line.
    """
    seed = parse_seed(data, path=name, shape=shape)
    made = [_draft(question, seed, lexicon, name) for question in seed.questions[:MOST]]
    return SeedDrafts(seed, tuple(_checked(made, seed, data, name, library)))


def _draft(question: SeedQuestion, seed: Seed, lexicon: Lexicon, name: str) -> SeedDraft:
    spare = left_out(question.question, question.reference, lexicon)
    try:
        rubric = build_rubric(question, seed_id=seed.id, lexicon=lexicon, path=name)
    except SeedError as error:
        return SeedDraft(f"{seed.id}/{question.slug}", question, "", (), spare, error=str(error))
    points = tuple(concept.source for concept in rubric.concepts)
    return SeedDraft(rubric.id, question, rubric_text(rubric), points, spare)


def _checked(made: Iterable[SeedDraft], seed: Seed, data: bytes, name: str, library: Library) -> Iterable[SeedDraft]:
    """The drafts with their findings: lint reads files, and compares them with the seed that lies beside."""
    with TemporaryDirectory(prefix="grader-") as folder:
        root = Path(folder)
        _write(root / "seeds" / f"{seed.id}{PurePath(name).suffix or '.md'}", data)
        for draft in made:
            path = root / "rubrics" / f"{draft.id}.yaml"
            _write(path, draft.text.encode())
            found = lint([path], library).findings if draft.text else ()
            yield SeedDraft(draft.id, draft.question, draft.text, draft.points, draft.left_out, found, draft.error)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)

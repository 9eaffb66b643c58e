"""Rubrics and lexicons in YAML files: `<folder>/<seed>/<slug>.yaml`, `<folder>/lexicon/<domain>.yaml`."""

from collections.abc import Iterator
from pathlib import Path

from grader.errors import LexiconError, RubricError, UnknownRubric

from .assessments import ASSESSMENTS
from .lexicon import EMPTY, Lexicon
from .model import Rubric
from .validation import read_document, validated
from .yaml import Document

LEXICONS = "lexicon"
PROPOSED = ".proposed.yaml"


class FileRubrics:
    """The rubrics in some folders; where two hold the same id, the first folder wins. Files are read when asked for."""

    def __init__(self, folders: tuple[Path, ...]) -> None:
        self._folders = folders
        self._rubrics: dict[str, Rubric] = {}
        self._lexicons: dict[str, Lexicon] = {}

    def ids(self) -> tuple[str, ...]:
        """Return the ids of all rubrics, sorted."""
        return tuple(sorted({rubric_id for folder in self._folders for rubric_id in _ids(folder)}))

    def get(self, rubric_id: str) -> Rubric:
        """Return a rubric by its full id. Raises UnknownRubric, RubricError."""
        if rubric_id not in self._rubrics:
            self._rubrics[rubric_id] = read_rubric(self.path(rubric_id))
        return self._rubrics[rubric_id]

    def lexicon(self, name: str | None) -> Lexicon:
        """Return a lexicon by name; None is the empty one. Raises LexiconError."""
        if name is None:
            return EMPTY
        if name not in self._lexicons:
            self._lexicons[name] = read_lexicon(self.lexicon_path(name))
        return self._lexicons[name]

    def path(self, rubric_id: str) -> Path:
        """Return the file that holds a rubric. Raises UnknownRubric."""
        if rubric_id in self.ids():
            paths = (folder / f"{rubric_id}.yaml" for folder in self._folders)
            return next(path for path in paths if path.is_file())
        raise UnknownRubric(f"No rubric is called {rubric_id!r}. `grader rubric list` prints those there are.")

    def lexicon_path(self, name: str) -> Path:
        """Return the file that holds a lexicon. Raises LexiconError."""
        paths = [folder / LEXICONS / f"{name}.yaml" for folder in self._folders]
        found = next((path for path in paths if path.is_file()), None)
        if found is None:
            raise LexiconError(f"There is no lexicon {name!r}: write {LEXICONS}/{name}.yaml beside the rubrics.")
        return found


def read_rubric(path: Path) -> Rubric:
    """Return the rubric in a file. Raises RubricError with file and line; the id must agree with the file's place."""
    return rubric_of(read_document(path), path)


def rubric_of(document: Document, path: Path) -> Rubric:
    """Return the rubric that a file's document holds. Raises RubricError with file and line."""
    rubric = validated(Rubric, document, path, RubricError)
    expected = f"{path.absolute().parent.name}/{path.stem}"
    if rubric.id != expected:
        raise RubricError(
            f"the id is {rubric.id}, but the file's place says {expected}: make them agree.",
            path=str(path),
            line=document.line("id"),
        )
    return rubric


def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in a file. Raises LexiconError with file and line."""
    return validated(Lexicon, read_document(path, LexiconError), path, LexiconError)


def _ids(folder: Path) -> Iterator[str]:
    for path in folder.glob("*/*.yaml"):
        kept = path.parent.name in (LEXICONS, ASSESSMENTS) or path.name.endswith(PROPOSED)
        if not kept and path.is_file():
            yield f"{path.parent.name}/{path.stem}"

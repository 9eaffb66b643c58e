"""Rubrics and lexicons in YAML files: `<folder>/<seed>/<slug>.yaml`, `<folder>/lexicon/<domain>.yaml`."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from grader.errors import FileFault, LexiconError, RubricError, UnknownRubric

from .lexicon import EMPTY, Lexicon
from .model import Rubric
from .yaml import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)
LEXICONS = "lexicon"
_HOLD_EXPECT = ("expect", "partly", "avoid")
_KINDS = ("any", "all", "avoid", "prefer", "bind")
_TAGS = ("phrases", "literal['all']", "constrained-int", "[key]")


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
            self._rubrics[rubric_id] = read_rubric(self._path(rubric_id))
        return self._rubrics[rubric_id]

    def lexicon(self, name: str | None) -> Lexicon:
        """Return a lexicon by name; None is the empty one. Raises LexiconError."""
        if name is None:
            return EMPTY
        if name not in self._lexicons:
            self._lexicons[name] = read_lexicon(self._lexicon_path(name))
        return self._lexicons[name]

    def _path(self, rubric_id: str) -> Path:
        if rubric_id in self.ids():
            paths = (folder / f"{rubric_id}.yaml" for folder in self._folders)
            return next(path for path in paths if path.is_file())
        raise UnknownRubric(f"No rubric is called {rubric_id!r}. `grader rubric list` prints those there are.")

    def _lexicon_path(self, name: str) -> Path:
        paths = [folder / LEXICONS / f"{name}.yaml" for folder in self._folders]
        found = next((path for path in paths if path.is_file()), None)
        if found is None:
            raise LexiconError(f"There is no lexicon {name!r}: write {LEXICONS}/{name}.yaml beside the rubrics.")
        return found


def read_rubric(path: Path) -> Rubric:
    """Return the rubric in a file. Raises RubricError with file and line; the id must agree with the file's place."""
    document = read_yaml(_read(path, RubricError), path=str(path))
    rubric = _validated(Rubric, document, path, RubricError)
    expected = f"{path.parent.name}/{path.stem}"
    if rubric.id != expected:
        raise RubricError(
            f"the id is {rubric.id}, but the file's place says {expected}: make them agree.",
            path=str(path),
            line=document.line("id"),
        )
    return rubric


def read_lexicon(path: Path) -> Lexicon:
    """Return the lexicon in a file. Raises LexiconError with file and line."""
    document = read_yaml(_read(path, LexiconError), path=str(path), error=LexiconError)
    return _validated(Lexicon, document, path, LexiconError)


def _ids(folder: Path) -> Iterator[str]:
    for path in folder.glob("*/*.yaml"):
        if path.parent.name != LEXICONS and path.is_file():
            yield f"{path.parent.name}/{path.stem}"


def _read(path: Path, error: type[FileFault]) -> bytes:
    try:
        return path.read_bytes()
    except OSError as cause:
        raise error(f"the file cannot be read ({cause.strerror}).", path=str(path)) from cause


def _validated(model: type[Model], document: Document, path: Path, error: type[FileFault]) -> Model:
    try:
        return model.model_validate(document.data)
    except ValidationError as cause:
        first = cause.errors(include_url=False, include_input=False)[0]
        where = _place(first["loc"])
        name = ".".join(str(part) for part in where) or "the file"
        message = f"{name}: {first['msg'].removeprefix('Value error, ')}"
        raise error(message, path=str(path), line=document.line(*where)) from cause


def _place(location: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """Pydantic names the kind of an expectation before its parts; the file does not."""
    place: list[int | str] = []
    is_kind = False
    for part in location:
        before = place[-1] if place else ""
        holds_expect = isinstance(before, int) or before in _HOLD_EXPECT
        is_kind = not is_kind and holds_expect and part in _KINDS
        if not is_kind and part not in _TAGS:
            place.append(part)
    return tuple(place)

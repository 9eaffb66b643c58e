"""A YAML file to a model, with each fault at its line."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from grader.errors import FileFault, RubricError

from .yaml import Document, read_yaml

Model = TypeVar("Model", bound=BaseModel)
_HOLD_EXPECT = ("expect", "partly", "avoid")
_KINDS = ("any", "all", "avoid", "prefer", "bind")
_TAGS = ("phrases", "literal['all']", "constrained-int", "[key]")


class Fault(NamedTuple):
    """What is wrong with a document, and the line."""

    line: int
    message: str


def read_document(path: Path, error: type[FileFault] = RubricError) -> Document:
    """Return the YAML document in a file; a fault of the file or of its YAML raises `error`."""
    try:
        data = path.read_bytes()
    except OSError as cause:
        raise error(f"the file cannot be read ({cause.strerror}).", path=str(path)) from cause
    return read_yaml(data, path=str(path), error=error)


def read_model(model: type[Model], path: Path, error: type[FileFault]) -> Model:
    """Return what a YAML file holds, as a model. Raises `error` with file and line."""
    return validated(model, read_document(path, error), path, error)


def validated(model: type[Model], document: Document, path: Path, error: type[FileFault]) -> Model:
    """Return a document as a model; the first fault raises `error` with path and line."""
    try:
        return model.model_validate(document.data)
    except ValidationError as cause:
        first = _faults(cause, document)[0]
        raise error(first.message, path=str(path), line=first.line) from cause


def faults(model: type[BaseModel], document: Document) -> tuple[Fault, ...]:
    """Return all that keeps a document from being a model."""
    try:
        model.model_validate(document.data)
    except ValidationError as cause:
        return _faults(cause, document)
    return ()


def _faults(cause: ValidationError, document: Document) -> tuple[Fault, ...]:
    found = []
    errors = cause.errors(include_url=False, include_input=False)
    # Faulty items are not counted, so a list of nothing else is called too short as well.
    faulty = {error["loc"][:end] for error in errors for end in range(len(error["loc"]))}
    for error in (error for error in errors if error["type"] != "too_short" or error["loc"] not in faulty):
        where = _place(error["loc"])
        name = ".".join(str(part) for part in where) or "the file"
        found.append(Fault(document.line(*where), f"{name}: {error['msg'].removeprefix('Value error, ')}"))
    return tuple(found)


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

"""A rubric to the text of its file, in the layout of the shipped ones; reading it gives the same rubric."""

import json
import os
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import NamedTemporaryFile

from grader.errors import FileFault

from .assessment import Assessment
from .expression import AllOf, AnyOf, Avoid, Bind, Expect, Prefer
from .model import Concept, Rubric, Waiver

SCHEMA = "# yaml-language-server: $schema=../rubric.schema.json"
WIDTH = 106
_STEP = "  "
_TAKEN = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_NUMBER = re.compile(r"[0-9.]+(?:e[0-9]+)?|0[xob][0-9a-f]+|[0-9]+(?:-[0-9]+)+")


def rubric_text(rubric: Rubric) -> str:
    """Return the text of a rubric's file."""
    return "\n".join((SCHEMA, *_rubric(rubric), ""))


def assessment_text(assessment: Assessment) -> str:
    """Return an assessment without a policy as the text of a file."""
    head = "# yaml-language-server: $schema=../assessment.schema.json"
    lines = [head, f"id: {assessment.id}", *_text("title", assessment.title), "questions:"]
    for question in assessment.questions:
        lines.append(f"  - rubric: {question.rubric}")
        if question.weight != 1:
            lines.append(f"    weight: {question.weight:g}")
    return "\n".join(lines) + "\n"


def save_text(path: Path, text: str) -> None:
    """Write a file in one step: whoever reads it sees the old text or the new one. Raises FileFault."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text.encode("utf-8"))
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or "this cannot be a file's name"
        raise FileFault(f"The file cannot be written ({reason}). Choose another folder.", path=str(path)) from cause


def _replace(path: Path, data: bytes) -> None:
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            os.chmod(file.name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
            os.replace(file.name, path)
        except BaseException:
            Path(file.name).unlink(missing_ok=True)
            raise


def _rubric(rubric: Rubric) -> Iterator[str]:
    yield f"id: {_plain(rubric.id)}"
    yield f"question: {_quoted(rubric.question)}"
    if rubric.source is not None:
        yield "source:"
        yield from (f"{_STEP}{name}: {_plain(value)}" for name, value in rubric.source.model_dump().items())
    if rubric.generated is not None:
        yield f"generated: {_plain(rubric.generated)}"
    if rubric.lexicon is not None:
        yield f"lexicon: {_plain(rubric.lexicon)}"
    yield from _given(rubric, "credit", "enough")
    yield "concepts:"
    for concept in rubric.concepts:
        yield from _indented(_item(_concept(concept)))
    yield from _waivers(rubric.waive)


def _concept(concept: Concept) -> Iterator[str]:
    yield f"id: {_plain(concept.id)}"
    yield f"source: {_quoted(concept.source)}"
    yield from _given(concept, "weight", "required", "stance")
    yield from _under("expect", concept.expect)
    if concept.partly is not None:
        yield from _under("partly", concept.partly)
    if concept.paraphrases:
        yield "paraphrases:"
        yield from (f"{_STEP}- {_quoted(text)}" for text in concept.paraphrases)
    yield "feedback:"
    yield from (f"{_STEP}{verdict}: {_quoted(text)}" for verdict, text in concept.feedback.model_dump().items())
    for name in ("hint", "narrow", "direct", "follow_up"):
        if (text := getattr(concept, name)) is not None:
            yield f"{name}: {_quoted(text)}"
    yield from _waivers(concept.waive)


def _given(part: Rubric | Concept, *names: str) -> Iterator[str]:
    """The fields that do not hold what they hold by default."""
    for name in names:
        value = getattr(part, name)
        if value != type(part).model_fields[name].default:
            yield f"{name}: {value if isinstance(value, str) else json.dumps(value)}"


def _waivers(waivers: tuple[Waiver, ...]) -> Iterator[str]:
    if waivers:
        yield "waive:"
    for waiver in waivers:
        yield from _indented(_item(f"{name}: {_quoted(text)}" for name, text in waiver.model_dump().items()))


def _under(name: str, expect: Expect) -> Iterator[str]:
    """An expectation as the value of a key."""
    if isinstance(expect, str):
        yield from _text(name, expect)
    else:
        yield f"{name}:"
        yield from _indented(_form(expect))


def _form(expect: Expect) -> Iterator[str]:
    match expect:
        case AnyOf(any=parts, at_least=least):
            yield from _list("any", parts)
            if least != 1:
                yield f"at_least: {least}"
        case AllOf(all=parts):
            yield from _list("all", parts)
        case Avoid(avoid=part):
            yield from _under("avoid", part)
        case Prefer(prefer=better, over=worse):
            yield from (*_text("prefer", better), *_text("over", worse))
        case Bind(bind=pairs):
            yield "bind:"
            for left, right in pairs.items():
                yield from _indented(_text(_quoted(left), right))


def _list(name: str, parts: tuple[Expect, ...]) -> Iterator[str]:
    yield f"{name}:"
    for part in parts:
        yield from _indented(_item(_form(part)) if not isinstance(part, str) else _text("-", part))


def _text(key: str, text: str) -> Iterator[str]:
    """Phrases as a folded block; what folding would change, in quotes."""
    mark = key if key == "-" else f"{key}:"
    if text != " ".join(text.split()):
        yield f"{mark} {_quoted(text)}"
        return
    yield f"{mark} >-"
    yield from (f"{_STEP}{line}" for line in _folded(text))


def _folded(text: str) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and len(line) + 1 + len(word) > WIDTH:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line


def _item(lines: Iterable[str]) -> Iterator[str]:
    for at, line in enumerate(lines):
        yield f"{_STEP if at else '- '}{line}"


def _indented(lines: Iterable[str]) -> Iterator[str]:
    yield from (f"{_STEP}{line}" for line in lines)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _plain(value: object) -> str:
    """A slug, a hash or a number; in quotes where a reader of YAML could take it for something else."""
    text = str(value)
    taken = text in _TAKEN or _NUMBER.fullmatch(text)
    return f'"{text}"' if isinstance(value, str) and taken else text

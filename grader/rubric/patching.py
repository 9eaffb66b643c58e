"""Add a phrase to the text of a rubric file, and leave the rest of its layout as it is."""

from grader.errors import RubricError

from .expression import AnyOf, Expect
from .model import Rubric
from .yaml import Keys, read_yaml

WIDEST = 112
BLOCKS = (">", ">-", ">+")
QUOTES = "\"'"


def with_phrase(rubric: Rubric, concept_id: str, phrase: str) -> Rubric | None:
    """Return a rubric with one more phrase for a concept, None if its expectation is no list of phrases."""
    concept = rubric.concept(concept_id)
    expect = None if concept is None else _more(concept.expect, phrase)
    if expect is None:
        return None
    concepts = tuple(c.model_copy(update={"expect": expect}) if c.id == concept_id else c for c in rubric.concepts)
    return rubric.model_copy(update={"concepts": concepts})


def patched(text: str, rubric: Rubric, concept_id: str, phrase: str) -> str:
    """Return the text of a rubric's file with one more phrase for a concept.

    Raises RubricError if its layout allows no such change: then it is one for a person to make.
    """
    wanted = with_phrase(rubric, concept_id, phrase)
    place = _place(rubric, concept_id)
    if wanted is not None and place is not None:
        found = _appended(text, read_yaml(text, path="").line(*place) - 1, phrase)
        if _reads_as(found, wanted):
            return found
    raise RubricError(f"{concept_id}: the layout of its `expect` allows no added phrase. Add `| {phrase}` by hand.")


def _more(expect: Expect, phrase: str) -> Expect | None:
    if isinstance(expect, str):
        return f"{expect} | {phrase}"
    at = _first_text(expect)
    if at is None or not isinstance(expect, AnyOf):
        return None
    parts = tuple(f"{part} | {phrase}" if i == at else part for i, part in enumerate(expect.any))
    return expect.model_copy(update={"any": parts})


def _first_text(expect: Expect) -> int | None:
    if not isinstance(expect, AnyOf) or expect.at_least > 1:
        return None
    return next((i for i, part in enumerate(expect.any) if isinstance(part, str)), None)


def _place(rubric: Rubric, concept_id: str) -> Keys | None:
    index = next(i for i, concept in enumerate(rubric.concepts) if concept.id == concept_id)
    expect = rubric.concepts[index].expect
    if isinstance(expect, str):
        return "concepts", index, "expect"
    at = _first_text(expect)
    return None if at is None else ("concepts", index, "expect", "any", at)


def _appended(text: str, first: int, phrase: str) -> str:
    lines = text.split("\n")
    last = _last(lines, first)
    if lines[first].split()[-1] in BLOCKS and last > first:
        added = _to_block(lines[last], phrase)
    else:
        added = [_to_flow(lines[last], phrase)]
    return "\n".join([*lines[:last], *added, *lines[last + 1 :]])


def _last(lines: list[str], first: int) -> int:
    """The last line of a value: what is indented deeper than the line it begins on."""
    last = first
    for i in range(first + 1, len(lines)):
        if lines[i].strip() and _indent(lines[i]) <= _indent(lines[first]):
            break
        last = i if lines[i].strip() else last
    return last


def _to_block(line: str, phrase: str) -> list[str]:
    whole = f"{line} | {phrase}"
    return [whole] if len(whole) <= WIDEST else [line, f"{' ' * _indent(line)}| {phrase}"]


def _to_flow(line: str, phrase: str) -> str:
    if line.rstrip()[-1] in QUOTES:
        return f"{line.rstrip()[:-1]} | {phrase}{line.rstrip()[-1]}"
    return f"{line} | {phrase}"


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _reads_as(text: str, wanted: Rubric) -> bool:
    try:
        return Rubric.model_validate(read_yaml(text, path="").data) == wanted
    except (RubricError, ValueError):
        return False

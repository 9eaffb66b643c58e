"""Find the rubric a person means: by id, slug, part of an id, or the question's text."""

from difflib import get_close_matches

from grader.errors import AmbiguousRubric, UnknownRubric

from .repository import Rubrics
from .slug import slugify

MOST_NEAR = 5


def resolve(name: str, rubrics: Rubrics) -> str:
    """Return the id of the rubric a name means.

    A full id wins, then an exact slug, then a question's text, then whole words that only one id has.
    Raises UnknownRubric (with near names) and AmbiguousRubric (with the candidates).
    """
    ids = rubrics.ids()
    if name in ids:
        return name
    wanted = slugify(name)
    for found in (_with_slug(name.lower(), ids), _with_slug(wanted, ids), _with_part(name.lower(), wanted, ids)):
        if len(found) == 1:
            return found[0]
        if found:
            raise _ambiguous(name, found)
    raise _unknown(name, wanted, ids)


def _with_slug(wanted: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(rubric_id for rubric_id in ids if rubric_id.partition("/")[2] == wanted)


def _with_part(name: str, wanted: str, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Parts of words do not count: `2` means no `ec2`."""
    parts = [f"-{part}-" for part in (name.replace("/", "-"), wanted) if part]
    return tuple(each for each in ids if any(part in f"-{each.replace('/', '-')}-" for part in parts))


def _ambiguous(name: str, found: tuple[str, ...]) -> AmbiguousRubric:
    listed = ", ".join(found[:MOST_NEAR])
    return AmbiguousRubric(f"{name!r} could be any of {len(found)} rubrics: {listed}. Give more of it.", near=found)


def _unknown(name: str, wanted: str, ids: tuple[str, ...]) -> UnknownRubric:
    by_slug = {rubric_id.partition("/")[2]: rubric_id for rubric_id in ids}
    near = tuple(by_slug[found] for found in get_close_matches(wanted, list(by_slug), n=MOST_NEAR, cutoff=0.45))
    advice = f"Did you mean {', '.join(near)}?" if near else "`grader rubric list` prints those there are."
    return UnknownRubric(f"No rubric is called {name[:100]!r}. {advice}", near=near)

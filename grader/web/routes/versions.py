"""The versions of a rubric, newest first, and what changed from one to another."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from grader.authoring import diff
from grader.bootstrap import Serving
from grader.errors import RubricError, UnknownRubric
from grader.rubric import Rubric, content_hash, rubric_text
from grader.web.asking import Who, Wired
from grader.web.page_route import PageRoute
from grader.web.pages import page

FILE = 0
LARGEST = 2**31 - 1
Number = Annotated[int, Query(ge=FILE, le=LARGEST)]
router = APIRouter(prefix="/rubrics", route_class=PageRoute, include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A version in the list; number 0 is the file, which has no date of its own."""

    number: int
    hash: str
    made: datetime | None = None
    made_by: str = ""


@router.get("/{seed}/{slug}/versions", tags=["list_versions"])
def versions(request: Request, services: Wired, who: Who, seed: str, slug: str, published: Number = FILE) -> Response:
    """Return the list of versions; `published` is the one that has just come into force."""
    name = f"{seed}/{slug}"
    sent = services.kept.publishing.versions(who, name)
    rows = [Row(each.number, each.hash, each.made, each.made_by) for each in reversed(sent)] + _file(services, name)
    rubric = services.kept.shelves.shelf(who.tenant).get(name)
    shown = {"rubric": rubric, "rows": rows, "published": published if rows[0].number == published else FILE}
    return page(request, "versions.html", {**shown, "may_write": who.may("create_rubric")})


@router.get("/{seed}/{slug}/diff", tags=["read_version"])
def compare(request: Request, services: Wired, who: Who, seed: str, slug: str, old: Number, new: Number) -> Response:
    """Return what changed from one version to another."""
    name = f"{seed}/{slug}"
    before, after = (_version(services, who, name, number) for number in (old, new))
    shown = {"rubric": after, "old": old, "new": new, "changes": diff(before, after), "source": rubric_text(after)}
    return page(request, "diff.html", {**shown, "same": content_hash(before) == content_hash(after)})


def _version(services: Serving, who: Who, name: str, number: int) -> Rubric:
    if number == FILE:
        return services.rubrics.get(name)
    return services.kept.publishing.version(who, name, number)


def _file(services: Serving, name: str) -> list[Row]:
    """The version that stands in a file, if one does and can be read."""
    try:
        return [Row(FILE, content_hash(services.rubrics.get(name)))]
    except (UnknownRubric, RubricError):
        return []

"""A rubric as it is being written: what the checks say, how an answer fares, and what publishing it would change."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from grader.access import Principal
from grader.authoring import Change, Checked, checked, diff
from grader.bootstrap import Serving
from grader.errors import AnswerRefused, LexiconError, RubricError, UnknownRubric
from grader.grading import Grade, GradeFlip, Labels, Place, Shelf, Span, grade, prepare
from grader.rubric import Rubric, content_hash, patched, rubric_text

_SIGNS = re.compile(r"[^\w\s'-]|_")  # what is more than a letter in a phrase
LONGEST_CLAIM = 1000
MOST_FLIPS, MOST_GRADES, MOST_COUNTED = 200, 2000, 10**9
NEW = """\
id: my-questions/when-to-use-an-index
question: When to use an index?
concepts:
  - id: frequent-lookups
    source: on columns that are looked up often
    expect: >-
      column looked up often | frequent lookup | column in the where clause
    feedback: Say something about how the data is read.
    hint: A table has forty columns. How do you choose?
  - id: write-cost
    source: every index makes writes slower
    expect: >-
      slower write | write cost | insert gets slower
    feedback: Say something about the price.
    hint: Why not index every column?
"""


@dataclass(frozen=True, slots=True)
class Draft:
    """What the editor's form holds.

    `base` names the version in force that was looked at, `reviewed` the content whose changes a person has seen.
    """

    text: str
    answer: str = ""
    base: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Looked:
    """A draft with what the checks say, and the grade of the answer tried on it or why there is none."""

    draft: Draft
    checked: Checked
    file: str
    grade: Grade | None = None
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """What publishing a draft would change.

    `number` is the version it would become, `moved`: another version has come into force since the draft was begun.
    `flips` are the kept grades that would change, at most 200; `more` of them are not shown. 2,000 grades of the rubric
    are looked at, the newest first: those from `first` to `last`. `older` says where the rest begins; empty: nowhere.
    """

    number: int
    new: bool
    same: bool
    moved: bool
    changes: tuple[Change, ...]
    flips: tuple[GradeFlip, ...]
    more: bool
    hash: str
    first: int = 0
    last: int = 0
    older: str = ""


def opened(services: Serving, who: Principal, rubric_id: str) -> Draft:
    """Return the draft that begins with the rubric in force; a file is taken as it is written. Raises UnknownRubric."""
    shelf = services.kept.shelves.shelf(who.tenant)
    rubric = shelf.get(rubric_id)
    if rubric_id in shelf.own():
        return Draft(rubric_text(rubric), base=_base(rubric))
    return Draft(services.rubrics.path(rubric_id).read_text("utf-8-sig"), base=_base(rubric))


def with_claim(draft: Draft, rubric: Rubric, concept_id: str, said: Span | None) -> tuple[Draft, str]:
    """Return a draft in which a concept has what someone said as a further phrase, and why not if it cannot.

    The claim is there as the answer to try, too: a person shortens the phrase and sees that it is still met.
    """
    if said is None:
        return draft, "The grade has no such claim any more."
    claim = said.text[:LONGEST_CLAIM]
    phrase, tried = " ".join(_SIGNS.sub(" ", claim).split()), replace(draft, answer=claim)
    if rubric.concept(concept_id) is None:
        return tried, "The rubric has no such concept any more."
    try:
        return replace(tried, text=patched(draft.text, rubric, concept_id, phrase)), ""
    except RubricError as error:
        return tried, str(error)


def look(services: Serving, who: Principal, draft: Draft) -> Looked:
    """Return what the checks say of a draft, and the grade of its answer if there is one."""
    found = checked(draft.text, services.library())
    name = found.rubric.slug if found.rubric else "rubric"
    looked = Looked(draft, found, f"{name}.yaml")
    if found.rubric is None or not draft.answer.strip():
        return looked
    try:
        tried = _tried(services.kept.shelves.shelf(who.tenant), found.rubric, draft.answer)
    except (AnswerRefused, LexiconError) as error:
        return Looked(draft, found, looked.file, fault=str(error))
    return Looked(draft, found, looked.file, tried)


def review(services: Serving, who: Principal, draft: Draft, rubric: Rubric, older: str = "") -> Review:
    """Return what would change if a rubric were published; `older` is that of a review before. Raises LexiconError."""
    there = in_force(services.kept.shelves.shelf(who.tenant), rubric.id)
    before, after = _place(older)
    found = services.kept.regrading.flip_page(who, rubric, MOST_GRADES, after)
    last = before + found.looked
    return Review(
        number=_number(services, who, rubric.id),
        new=there is None,
        same=there is not None and content_hash(there) == content_hash(rubric),
        moved=draft.base.startswith(f"{rubric.id} ") and draft.base != _base(there),
        changes=diff(there, rubric) if there else (),
        flips=found.flips[:MOST_FLIPS],
        more=len(found.flips) > MOST_FLIPS,
        hash=content_hash(rubric),
        first=before + 1,
        last=last,
        older=f"{last} {found.after.made.isoformat()} {found.after.id}" if found.after else "",
    )


def is_reviewed(services: Serving, who: Principal, draft: Draft, rubric: Rubric) -> bool:
    """Return whether a person has seen what would change: of this very content, against the version in force."""
    there = in_force(services.kept.shelves.shelf(who.tenant), rubric.id)
    return draft.reviewed == content_hash(rubric) and draft.base == _base(there)


def base_of(services: Serving, who: Principal, rubric: Rubric) -> str:
    """Return what names the version in force under a rubric's id; empty if there is none."""
    return _base(in_force(services.kept.shelves.shelf(who.tenant), rubric.id))


def in_force(shelf: Shelf, rubric_id: str) -> Rubric | None:
    """Return the rubric in force under an id; None if there is none, or its file cannot be read."""
    try:
        return shelf.get(rubric_id)
    except (UnknownRubric, RubricError):
        return None


def by_concept(changes: tuple[Change, ...]) -> Iterator[tuple[str | None, tuple[Change, ...]]]:
    """Yield the changes of each concept, in order; those of the rubric itself under None."""
    for concept in dict.fromkeys(change.concept for change in changes):
        yield concept, tuple(change for change in changes if change.concept == concept)


def phrases_of(changes: tuple[Change, ...]) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Yield, of a concept's changes, the phrases that went and came, in one row: what they are for, removed, added."""
    for what, name in (("phrase", "phrases"), ("partly", "phrases that only touch it")):
        removed = tuple(each.old or "" for each in changes if each.what == f"{what} removed")
        added = tuple(each.new or "" for each in changes if each.what == f"{what} added")
        if removed or added:
            yield name, removed, added


def _place(older: str) -> tuple[int, Place | None]:
    """How many grades were looked at before, and where the older ones begin; what cannot be read is the beginning."""
    try:
        looked, made, name = older.split(" ")
        place = Place(datetime.fromisoformat(made).astimezone(UTC), name[:100])
        if not name.isprintable():
            return 0, None
        return min(max(int(looked), 0), MOST_COUNTED), place
    except (ValueError, OverflowError):
        return 0, None


def _base(rubric: Rubric | None) -> str:
    return "" if rubric is None else f"{rubric.id} {content_hash(rubric)}"


def _number(services: Serving, who: Principal, rubric_id: str) -> int:
    try:
        return len(services.kept.publishing.versions(who, rubric_id)) + 1
    except (UnknownRubric, RubricError):
        return 1


def _tried(shelf: Shelf, rubric: Rubric, answer: str) -> Grade:
    return grade(prepare(rubric, shelf.lexicon(rubric.lexicon)), answer, Labels("tried"))

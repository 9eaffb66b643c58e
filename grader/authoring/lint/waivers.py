"""Apply the waivers of a rubric: findings that a person has accepted, with a reason."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from grader.rubric import Waiver

from .finding import Finding
from .page import Keys
from .subject import Subject
from .words import plain

Granted = tuple[Keys, str | None, Waiver]


def apply(subject: Subject, findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those that a waiver names marked as waived, and the waivers that name none."""
    granted = tuple(_granted(subject))
    used: set[Keys] = set()
    for finding in findings:
        keys, reason = next(((k, w.reason) for k, owner, w in granted if _names(owner, w, finding)), ((), None))
        used.add(keys)
        yield finding if reason is None else replace(finding, waived=reason)
    for keys, _, waiver in granted:
        if keys not in used:
            message = f'no finding {waiver.code} on "{plain(waiver.text)}" is there to waive'
            yield subject.finding("V001", keys, message, text=waiver.text, fix="remove the waiver")


def _granted(subject: Subject) -> Iterator[Granted]:
    """Yield each waiver with its place, and the concept it is limited to."""
    for number, waiver in enumerate(subject.rubric.waive):
        yield ("waive", number), None, waiver
    for place, concept in enumerate(subject.rubric.concepts):
        for number, waiver in enumerate(concept.waive):
            yield ("concepts", place, "waive", number), concept.id, waiver


def _names(owner: str | None, waiver: Waiver, finding: Finding) -> bool:
    same = waiver.code == finding.code and plain(waiver.text) == plain(finding.text)
    return same and owner in (None, finding.concept)

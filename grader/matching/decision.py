"""Decide a concept's verdict from what supports it and what contradicts it."""

from typing import NamedTuple

from . import confidence
from .alignment import Alignment
from .cues import find_cues
from .evidence import Partial, Verdict
from .expectation import Finding
from .reading import Reading
from .stuffing import Lists
from .vocabulary import key_of

MET, CONTRADICTED, CLEARER = 0.7, 0.65, 0.1
CLAIMED = frozenset({"met", "partial"})


class Decision(NamedTuple):
    """A verdict for a concept and the alignments that led to it; `disputed`: how likely it is argued against."""

    verdict: Verdict
    confidence: float
    alignments: tuple[Alignment, ...] = ()
    partial: Partial | None = None
    coverage: float = 0.0
    conflicting: bool = False
    disputed: float = 0.0


def decide(finding: Finding, reading: Reading, *, alternatives: bool = False) -> Decision | None:
    """Return the decision that an answer's findings for a concept lead to, or None if nothing was found.

    `alternatives`: one of several things is enough, so that rejecting another contradicts nothing.
    """
    supported = bool(finding.support) and finding.support_score >= MET
    denied = finding.contra_score >= CONTRADICTED
    if supported and denied and not _is_outdone(finding, reading, alternatives=alternatives):
        return _conflict(finding, reading)
    if supported:
        return _support(finding)
    if denied:
        return contradicted(finding.contra)
    return None


def contradicted(contra: tuple[Alignment, ...], disputed: float = 0.0) -> Decision:
    """Return the decision that what denies a concept leads to."""
    return Decision("contradicted", confidence.of_contradiction(contra), contra, disputed=disputed)


def decide_partly(touched: Finding) -> Decision | None:
    """Return the decision that phrases which only touch a concept lead to, or None if none was found."""
    if touched.support_score < MET:
        return None
    sure = confidence.of_support(touched.support, 0.5)
    return Decision("partial", sure, touched.support, "incomplete", touched.support_score / 2)


def named_only(decision: Decision, named: bool, lists: Lists) -> Decision:
    """Lower what stands in a bare list: names are no claim, unless the reference only names the concept too.

    Names deny nothing, and a definition or a relation cannot be claimed by them at all: in a list it is missed.
    """
    where = lists.stuffed if named and decision.verdict != "contradicted" else lists.bare
    if not where or not all(hit.first in where for a in decision.alignments for hit in a.hits):
        return decision
    if named and decision.verdict != "contradicted":
        return decision._replace(verdict="partial", partial="named_only")
    return Decision("missed", decision.confidence)


def _is_outdone(finding: Finding, reading: Reading, *, alternatives: bool) -> bool:
    """What is said against it yields to the claim: a mere drawback, another alternative, an instance ("no Kafka")."""
    said = {i for a in finding.support for hit in a.hits for i in range(hit.first, hit.last + 1)}
    if all(a.weak or (a.explicit and any(hit.first in said for hit in a.hits)) for a in finding.contra):
        return True
    clause = reading.clauses.clause
    if {clause[a.first] for a in finding.support} & {clause[a.first] for a in finding.contra}:
        return False
    named_as, denied = ({reading.stems[hit.first] for a in found for hit in a.hits} for found in finding[:2])
    named = {name for a in finding.contra for name in key_of(a.phrase.text)}
    return named_as.isdisjoint(denied) and (alternatives or named.isdisjoint(denied))


def _support(finding: Finding) -> Decision:
    sure = confidence.of_support(finding.support, finding.whole)
    coverage = finding.whole * finding.support_score
    if finding.whole < 1:
        return Decision("partial", sure, finding.support, "incomplete", coverage)
    return Decision("met", sure, finding.support, coverage=coverage)


def _conflict(finding: Finding, reading: Reading) -> Decision:
    """Claimed both ways: the last claim wins after a clear correction, a clear claim over a loose one.

    Within a sentence the first claim wins, since what follows explains it, unless the contrary is said in more words;
    else it is partial and flagged.
    """
    said, denied = finding.support[0], finding.contra[0]
    lead = finding.support_score - finding.contra_score
    if _corrected(min(said.first, denied.first), max(said.first, denied.first), reading):
        wins = said.first > denied.first
    elif abs(lead) > CLEARER:
        wins = lead > 0
    elif reading.clauses.sentence[said.first] == reading.clauses.sentence[denied.first]:
        fuller = len(denied.hits) > len(said.hits) and not denied.explicit
        wins = said.first <= denied.first and not fuller
    else:
        both = finding.support + finding.contra
        return Decision("partial", 0.5, both, "incomplete", finding.whole * finding.support_score / 2, conflicting=True)
    return _support(finding) if wins else contradicted(finding.contra)


def _corrected(first: int, last: int, reading: Reading) -> bool:
    cues = find_cues(reading.tokens.words[first : last + 1])
    return any(cue.section == "correction" for cue in cues)

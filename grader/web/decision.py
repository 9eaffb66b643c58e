"""What a reviewer decides on a page, from the fields of its form."""

from collections.abc import Mapping

from grader.errors import OverrideRefused
from grader.grading import ConceptOverride, Decision, Grade
from grader.matching import Partial, Verdict

VERDICTS: tuple[Verdict, ...] = ("met", "partial", "missed", "contradicted")
PART: Partial = "incomplete"
BLIND = "Decided before the machine's verdicts were shown."
UNDONE = "Undone: the machine's verdicts stand again."
FIELD = "verdict:"


def decision(fields: Mapping[str, str], grade: Grade, *, blind: bool) -> Decision | None:
    """Return what a form decides about the grade in force; None: it agrees with it.

    Raises OverrideRefused for a score that is none, and where a blind form leaves a concept out.
    """
    chosen = {concept.id: fields.get(FIELD + concept.id, "") for concept in grade.concepts}
    if blind and not all(chosen.values()):
        raise OverrideRefused("Say of each concept whether the answer meets it.")
    score = None if blind else _score(fields.get("score", ""))
    changed = tuple(
        _override(each.id, chosen[each.id]) for each in grade.concepts if _differs(chosen[each.id], each.verdict)
    )
    if not changed and score is None:
        return None
    reason = fields.get("reason", "").strip()
    return Decision(reason or BLIND if blind else reason, changed, score)


def undoing(machine: Grade) -> Decision:
    """Return the decision that the machine's verdicts stand again."""
    return Decision(UNDONE, tuple(_override(each.id, each.verdict, each.partial) for each in machine.concepts))


def _differs(chosen: str, verdict: str) -> bool:
    return chosen in VERDICTS and chosen != verdict


def _override(concept: str, verdict: str, partial: Partial | None = None) -> ConceptOverride:
    found = next(each for each in VERDICTS if each == verdict)
    return ConceptOverride(concept=concept, verdict=found, partial=(partial or PART) if found == "partial" else None)


def _score(text: str) -> float | None:
    if not text.strip():
        return None
    try:
        found = float(text.replace(",", ".")) / 100
    except ValueError:
        found = -1.0
    if not 0 <= found <= 1:
        raise OverrideRefused("The score is a number from 0 to 100.")
    return round(found, 4)

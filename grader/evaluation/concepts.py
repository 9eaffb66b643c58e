"""Agreement on each concept, with intervals: how often each side says met, and who is kinder."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from .agreement import agreement
from .breakdown import height, question_of
from .intervals import Estimate
from .run import Compared

ROUNDS = 200


@dataclass(frozen=True, slots=True)
class ConceptAgreement:
    """Labels and grades on one concept: the share of the same verdicts, kappa, and the share of met on each side.

    `too_high` of the machine's verdicts are kinder than the label, `too_low` stricter.
    """

    question: str
    concept: str
    source: str
    n: int
    same: Estimate
    kappa: Estimate
    labelled_met: float
    given_met: float
    too_high: int
    too_low: int


def concept_agreement(
    compared: Iterable[Compared], *, seed: int = 0, rounds: int = ROUNDS
) -> tuple[ConceptAgreement, ...]:
    """Return the agreement on each concept that has labels, that with most disagreements first."""
    groups: dict[tuple[str, str], list[Compared]] = defaultdict(list)
    for one in compared:
        for pair in one.pairs:
            groups[question_of(one), pair.given.id].append(replace(one, pairs=(pair,)))
    found = [_concept(question, answers, seed, rounds) for (question, _), answers in groups.items()]
    return tuple(sorted(found, key=lambda one: (-one.too_high - one.too_low, one.n, one.question, one.concept)))


def _concept(question: str, answers: Sequence[Compared], seed: int, rounds: int) -> ConceptAgreement:
    pairs = [pair for one in answers for pair in one.pairs]
    found = agreement([replace(one, row=replace(one.row, score=None)) for one in answers], seed=seed, rounds=rounds)
    heights = [height(pair) for pair in pairs]
    return ConceptAgreement(
        question,
        pairs[0].given.id,
        pairs[0].given.source,
        len(pairs),
        found.verdicts["accuracy"],
        found.verdicts["kappa"],
        round(sum(pair.labelled == "met" for pair in pairs) / len(pairs), 4),
        round(sum(pair.given.verdict == "met" for pair in pairs) / len(pairs), 4),
        sum(one > 0 for one in heights),
        sum(one < 0 for one in heights),
    )

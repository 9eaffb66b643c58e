"""The report of an evaluation: what is printed, written as JSON, and drawn."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from grader.matching import calibration

from .agreement import Agreement, agreement, verdict_sums
from .breakdown import By, ConceptFigures, QuestionFigures, by_concept, by_group, by_question
from .disagreements import Disagreement, worst
from .intervals import ROUNDS
from .labels import Fault
from .oracle import Routed, oracle_curve, routed_at
from .reliability import Bin, Cover, coverage, reliability
from .run import Compared
from .verdicts import VERDICTS, confusion


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report shall hold: groups, the number of `worst` disagreements, the intervals' random `seed`.

    With `oracle`, what a judge that is always right would bring.
    """

    by: By | None = None
    worst: int = 10
    seed: int = 0
    rounds: int = ROUNDS
    oracle: bool = False


@dataclass(frozen=True, slots=True)
class Oracle:
    """What a judge that is always right would bring: at the threshold in use, and at others."""

    now: Routed | None
    curve: tuple[Routed, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """Agreement of grades with labels; `confusion` has a row for each labelled and a column for each given verdict.

    `scores` are the pairs (labelled, given) of all answers with a labelled score.
    """

    asked: Asked
    whole: Agreement
    failed: tuple[Fault, ...]
    confusion: tuple[tuple[int, ...], ...]
    reliability: tuple[Bin, ...]
    coverage: tuple[Cover, ...]
    concepts: tuple[ConceptFigures, ...]
    questions: tuple[QuestionFigures, ...]
    groups: dict[str, Agreement]
    worst: tuple[Disagreement, ...]
    scores: tuple[tuple[float, float], ...]
    oracle: Oracle | None = None


def make_report(compared: Sequence[Compared], failed: tuple[Fault, ...], asked: Asked) -> Report:
    """Return the report on some graded answers and those that failed."""
    sums = verdict_sums(compared)
    certain = [(pair.given.confidence, pair.agree) for one in compared for pair in one.pairs]
    return Report(
        asked,
        agreement(compared, seed=asked.seed, rounds=asked.rounds),
        failed,
        tuple(map(tuple, confusion(sums))),
        reliability(sums),
        coverage(certain),
        by_concept(compared),
        by_question(compared),
        by_group(compared, asked.by, seed=asked.seed, rounds=asked.rounds) if asked.by else {},
        worst(compared, asked.worst),
        tuple((one.row.score, one.grade.score) for one in compared if one.row.score is not None),
        Oracle(routed_at(certain, calibration().unsure_below), oracle_curve(certain)) if asked.oracle else None,
    )


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as JSON: `rows`, `verdicts` and `scores` stay as they are, more keys may come."""
    parts = asdict(report)
    asked, whole, groups = parts.pop("asked"), parts.pop("whole"), parts.pop("groups")
    del parts["scores"]
    oracle = parts.pop("oracle")
    if oracle is not None:
        parts["judge_oracle"] = oracle
    parts["confusion"] = {"verdicts": list(VERDICTS), "labelled_by_given": parts["confusion"]}
    method = {"interval": 0.95, "rounds": asked["rounds"], "seed": asked["seed"]}
    return {**whole, **parts, "by": asked["by"], "groups": groups, "method": method}

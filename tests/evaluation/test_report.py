"""The report holds what was asked for, and its JSON keeps its shape."""

import json

from grader.evaluation.labels import Fault
from grader.evaluation.report import Asked, as_json, make_report

from .factories import compared

ANSWERS = [compared("mx", "mm", score=0.5, graded=1.0, kind="terse"), compared("cm", "cm", score=0.25, graded=0.5)]
FAULTS = (Fault("f", 3, "bad"),)


def test_the_json_has_rows_and_figures_with_their_intervals() -> None:
    found = as_json(make_report(ANSWERS, FAULTS, Asked(by="kind", rounds=20)))
    assert found["rows"] == 2
    assert {"accuracy", "macro_f1", "met_f1", "contradicted_as_met", "brier", "ece"} <= set(found["verdicts"])
    assert {"pearson", "rmse", "mae", "qwk"} <= set(found["scores"])
    assert set(found["verdicts"]["accuracy"]) == {"value", "low", "high", "n"}
    assert found["failed"] == ({"path": "f", "line": 3, "message": "bad"},)
    assert set(found["groups"]) == {"terse", "(none)"}
    assert found["confusion"]["labelled_by_given"][0][0] == 2


def test_the_json_is_json_and_the_same_every_time() -> None:
    first, again = (json.dumps(as_json(make_report(ANSWERS, FAULTS, Asked(seed=4, rounds=20)))) for _ in range(2))
    assert first == again
    assert json.loads(first)["method"] == {"interval": 0.95, "rounds": 20, "seed": 4}


def test_only_as_many_disagreements_as_asked_for_are_shown() -> None:
    assert [len(make_report(ANSWERS, (), Asked(worst=n, rounds=2)).worst) for n in (0, 1)] == [0, 1]


def test_without_groups_asked_for_there_are_none() -> None:
    assert as_json(make_report(ANSWERS, (), Asked(rounds=2)))["groups"] == {}

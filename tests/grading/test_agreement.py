"""Agreement of the shipped rubrics with labelled answers, where these are at hand."""

from pathlib import Path

from benchmarks.agreement import measure


def test_the_shipped_rubrics_agree_with_the_labels(gold: Path) -> None:
    found = measure(gold)["all"]
    assert found.accuracy >= 0.75
    assert found.correlation >= 0.80

"""Built, unreviewed rubrics against the expected concepts and the labelled answers, where these are at hand."""

from pathlib import Path

from benchmarks.builder import agreement, built, other_structure, verdicts

# A little below what is reported: a change that loses agreement fails here.
STRUCTURE, VERDICTS = 27, 0.70


def test_built_rubrics_have_the_expected_concepts(gold: Path) -> None:
    rubrics = built()
    assert len(rubrics) - len(other_structure(rubrics, gold)) >= STRUCTURE


def test_built_rubrics_agree_with_the_labels_before_anyone_has_reviewed_them(gold: Path) -> None:
    assert agreement(verdicts(built(), gold)) >= VERDICTS

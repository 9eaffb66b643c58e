"""The same said by a native speaker and another, tersely and at length, in speech and in writing: the same score."""

from collections import Counter
from statistics import fmean

import pytest

from benchmarks.robustness import SEED, TWINS, Twins, twins, with_length
from grader.bootstrap import services
from grader.settings import Settings

VOICES = (("native", "non-native"), ("terse", "long"), ("spoken", "written"))
GAP, LENGTH = 0.03, 0.2


@pytest.fixture(scope="module")
def found() -> list[Twins]:
    return twins(services(Settings()).grading)


def test_there_are_forty_pairs_over_all_questions(found: list[Twins]) -> None:
    assert len(found) >= 40
    assert all(f'"{question.slug}"' in TWINS.read_text("utf-8") for question in SEED.questions)
    assert set(Counter(t.voices for t in found)) == set(VOICES)


@pytest.mark.parametrize("voices", VOICES, ids=" and ".join)
def test_no_voice_scores_more_than_the_other(found: list[Twins], voices: tuple[str, str]) -> None:
    assert abs(fmean(t.gap for t in found if t.voices == voices)) <= GAP


def test_twins_score_nearly_the_same(found: list[Twins]) -> None:
    assert fmean(abs(t.gap) for t in found) <= GAP


def test_twins_are_answers_of_some_worth_and_length_buys_nothing(found: list[Twins]) -> None:
    assert fmean(score for t in found for score in t.scores) > 0.6
    assert abs(with_length(found)) <= LENGTH

"""Verdicts stay where only the letters of an answer change, or words that say nothing stand around it."""

from pathlib import Path

import pytest

from benchmarks.robustness import DISGUISES, kept
from grader.bootstrap import services
from grader.evaluation import Labelled, read_labels
from grader.settings import Settings

OWN = Path(__file__).parent.parent / "labels" / "backend-hiring-questions.jsonl"
EVERY = 6
KEPT = dict.fromkeys(DISGUISES, 0.99) | {"typing slips": 0.96}


def read(path: Path) -> tuple[Labelled, ...]:
    return read_labels(path.read_bytes(), str(path))[0]


def shortfalls(rows: tuple[Labelled, ...], seed: int) -> dict[str, float]:
    found = kept(rows, services(Settings()).grading, seed)
    assert set(found) == set(KEPT)
    return {name: share for name, share in found.items() if share < KEPT[name]}


def test_our_own_labelled_answers_keep_their_verdicts_in_disguise() -> None:
    assert shortfalls(read(OWN)[::EVERY], 1) == {}


@pytest.mark.long
@pytest.mark.parametrize("seed", range(EVERY))
def test_all_of_our_own_labelled_answers_keep_their_verdicts_in_disguise(seed: int) -> None:
    assert shortfalls(read(OWN), seed) == {}


def test_answers_of_another_writer_keep_their_verdicts_in_disguise(gold: Path) -> None:
    assert shortfalls(read(gold / "dev.jsonl"), 1) == {}


def test_a_disguise_that_changes_meaning_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DISGUISES, "lower case", lambda answer, _: answer.replace("e", "o"))
    assert "lower case" in shortfalls(read(OWN)[::20], 1)

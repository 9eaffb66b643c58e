"""Match an answer against a rubric."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import read

HOSTILE = [
    "queue " * 3333,
    "\n" * 20_000,
    "?" * 20_000,
    "a" * 20_000,
    "e\u0301" * 10_000,
    "not " * 5000,
    ", no queue" * 2000,
]
SCRIPT = "from tests.factories import read; print(read('queue | spread load', 'I avoid queues, and spread the load.'))"


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_gives_a_verdict(text: str) -> None:
    assert read("queue", text).concepts[0].verdict in ("met", "partial", "missed", "contradicted")


@given(st.sampled_from(["I use a queue.", "I'd avoid queues", "clean code"]), st.data())
def test_an_invisible_character_changes_no_verdict(answer: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(answer)))
    hidden = answer[:place] + "\u200b" + answer[place:]
    assert read("queue", hidden).concepts[0].verdict == read("queue", answer).concepts[0].verdict


@pytest.mark.timeout(20)
@pytest.mark.parametrize("answer", HOSTILE, ids=[repr(text[:8]) for text in HOSTILE])
def test_the_work_is_bounded(answer: str) -> None:
    assert len(read("queue | spread load", answer).concepts) == 1


def test_the_result_does_not_hang_on_the_hash_seed() -> None:
    runs = [
        subprocess.run([sys.executable, "-c", SCRIPT], env={"PYTHONHASHSEED": seed}, capture_output=True, check=True)
        for seed in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout != b""


def test_what_a_sentence_settles_for_itself_stays_settled() -> None:
    settled = "Each bug we queue, nobody should ever queue by hand."
    assert read("queue | buffer", settled).concepts[0].verdict == "met"
    assert read("queue | buffer", f"{settled} A buffer helps.").concepts[0].verdict == "met"


def test_claims_in_sentences_of_their_own_stay_in_conflict() -> None:
    found = read("queue | buffer", "We never queue. A buffer helps.").concepts[0]
    assert (found.verdict, found.conflicting) == ("partial", True)

"""Find bare lists of words of the trade."""

import pytest

from tests.factories import read

TRADE = "saga | raft | paxos | helm | istio | envoy | kanban"


def test_a_list_stuffed_with_foreign_terms_earns_a_quarter() -> None:
    found = read("queue", "saga raft queue paxos helm istio envoy", trade=TRADE)
    assert (found.concepts[0].verdict, found.concepts[0].partial) == ("partial", "named_only")
    assert "stuffing" in found.flags


def test_one_natural_sentence_does_not_save_a_stuffed_list() -> None:
    found = read("queue", "I like to think about things. saga raft queue paxos helm istio envoy", trade=TRADE)
    assert found.concepts[0].partial == "named_only"


def test_a_terse_list_of_what_was_asked_is_a_claim() -> None:
    assert read("queue", "queue, saga", trade=TRADE).concepts[0].verdict == "met"


def test_in_notes_bare_terms_count() -> None:
    assert (
        read("queue", "saga raft queue paxos helm istio envoy", mode="notes", trade=TRADE).concepts[0].verdict == "met"
    )


@pytest.mark.parametrize(
    "filler", ["okay so, um, yeah, {}", "{} That is all I know", "{} hope this helps you", "well {} I guess so"]
)
def test_words_that_say_nothing_around_it_do_not_save_a_stuffed_list(filler: str) -> None:
    answer = filler.format("saga raft queue paxos helm istio envoy")
    assert read("queue", answer, trade=TRADE).concepts[0].partial == "named_only"


def test_a_list_with_a_predicate_is_a_claim() -> None:
    answer = "Saga raft queue paxos helm istio envoy are what I would use in the end for that."
    assert read("queue", answer, trade=TRADE).concepts[0].verdict == "met"


def test_a_list_that_repeats_a_question_of_two_words_is_stuffed() -> None:
    question = "How to implement event driven?"
    repeated = read("queue", "event driven, queue, saga, raft, paxos, helm", question=question, trade=TRADE)
    parted = read("queue", "queue, saga, raft, driven, paxos, event", question=question, trade=TRADE)
    assert repeated.concepts[0].partial == "named_only"
    assert parted.concepts[0].verdict == "met"

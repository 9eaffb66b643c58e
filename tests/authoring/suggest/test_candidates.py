"""Candidate phrases from missed answers."""

from grader.authoring.suggest.candidates import candidates


def test_what_several_answers_share_comes_first_and_at_its_longest() -> None:
    missed = ["We park jobs in a mailbox and go home.", "Let it park jobs in the mailbox."]
    assert candidates(missed, [], [])[0].phrase == "park jobs mailbox"


def test_what_other_answers_say_as_often_is_left_out() -> None:
    phrases = [c.phrase for c in candidates(["blue mailbox"], ["We painted the mailbox blue."], [])]
    assert phrases == []


def test_what_is_near_to_the_concepts_phrases_comes_first() -> None:
    found = candidates(["green tomatoes, parked orders"], [], ["park/hold messages"])
    assert "parked" in found[0].phrase


def test_what_one_answer_says_must_be_near_to_what_the_concept_has() -> None:
    assert candidates(["park jobs"], [], ["queue"]) == []
    assert [c.phrase for c in candidates(["park jobs"], [], ["park it"])] == ["park jobs"]
    assert [c.phrase for c in candidates(["mailbox", "mailbox"], [], [])] == ["mailbox"]


def test_words_of_two_sentences_are_no_phrase() -> None:
    assert candidates(["Mailbox. Tomatoes."], [], ["mailbox"]) == []

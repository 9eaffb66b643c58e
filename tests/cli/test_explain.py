"""`grader explain` says why a concept was or was not met."""

import json

from .conftest import Run


def test_a_denied_concept_names_the_word_that_denies_it(grader: Run) -> None:
    code, out, _ = grader("explain", "how-to-scale", "--concept", "queues", "I would never use queues.")
    assert code == 0
    assert out.startswith("queues: contradicted (")
    assert "denied by 'never'" in out


def test_a_phrase_that_is_not_whole_names_its_missing_words(grader: Run) -> None:
    out = grader("explain", "how-to-scale", "--concept", "scale-out", "-", stdin=b"We would buy servers.").out
    assert '50% of it in "servers"' in out
    assert "missing" in out


def test_an_answer_far_from_the_concept_is_said_to_be_so(grader: Run) -> None:
    out = grader("explain", "how-to-scale", "--concept", "queues", "Bananas are yellow.").out
    assert "no phrase of this concept has a word in the answer" in out


def test_json_holds_the_explanation(grader: Run) -> None:
    found = json.loads(grader("explain", "how-to-scale", "--concept", "queues", "add queues", "--json").out)
    assert found["verdict"] == "met"
    assert found["evidence"][0]["text"] == "queues"


def test_an_unknown_concept_is_answered_with_those_there_are(grader: Run) -> None:
    code, _, err = grader("explain", "how-to-scale", "--concept", "nope", "x")
    assert code == 2
    assert "scale-out, queues" in err


def test_words_that_argue_against_a_claim_are_shown(grader: Run) -> None:
    answer = "A queue only moved our problem to the weekend: nobody looked, jobs got lost, and people say it scales."
    out = grader("explain", "how-to-scale", "--concept", "queues", answer).out
    assert "likely that the words around argue against it, most of all" in out

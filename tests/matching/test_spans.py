"""Where in the answer the evidence stands."""

from tests.factories import read


def evidence(phrases: str, answer: str) -> list[str]:
    return [span.text for span in read(phrases, answer).concepts[0].evidence]


def test_words_near_each_other_are_one_span() -> None:
    assert evidence("spread load", "We spread the whole load.") == ["spread the whole load"]


def test_words_far_apart_are_spans_of_their_own() -> None:
    assert evidence("spread load", "We spread over many small machines of ours the load.") == ["spread", "load"]


def test_spans_are_those_of_the_original_text() -> None:
    answer = "caf\u00e9 \u2014 node.js\u200b: we QUEUE it"
    span = read("queue", answer).concepts[0].evidence[0]
    assert answer[span.start : span.end] == span.text == "QUEUE"

"""How likely the words around a claim argue against it."""

import json
from itertools import pairwise
from math import exp
from pathlib import Path

import pytest

from grader.matching import compile_rubric, match, signs_of_disputes
from grader.matching.disputes import DENIED, around, disputed, shipped, signs, telling, turned, weights_of
from grader.matching.matcher import NO_LISTS, decide_by_rules
from grader.matching.reading import read
from tests.factories import make_lexicon, make_rubric

ANSWERS = Path(__file__).parent.parent / "labels" / "denials.jsonl"
COMPILED = compile_rubric(make_rubric({"broker": "kafka", "cache": "cache"}), make_lexicon(trade="mongodb"))


def found(answer: str) -> set[str]:
    """Return what is so of the claim of a broker."""
    return set(signs_of_disputes(COMPILED, answer)["broker"][1])


def chance(answer: str, weights: dict[str, float]) -> float:
    """Return how likely an answer argues against its first concept."""
    reading = read(answer, COMPILED.reader)
    decisions = decide_by_rules(COMPILED, reading, NO_LISTS)
    return disputed(decisions[0], around(decisions, reading), weights_of(weights))


def test_a_claim_is_told_from_a_dispute_by_the_words_around_it() -> None:
    before = found("Well, Kafka is a zoo. Three people feed it.")
    assert {"before:well", "after:is", "after:a zoo", "next:feed it", "sentence:zoo", "words=1", "rules=met"} <= before
    assert "previous:well" not in before
    assert "previous:well" in found("Well then. Kafka is fine.")


def test_names_are_left_out() -> None:
    said = found("MongoDB and Kafka are zoos.")
    assert {"before:*", "before:* and", "sentence:*"} <= said
    assert not [sign for sign in said if "kafka" in sign or "mongodb" in sign]


def test_the_sentences_after_count_up_to_the_next_claim() -> None:
    said = found("We run Kafka. It is loud. We like the cache. It is quiet.")
    assert "next:loud" in said
    assert not {"next:quiet", "next:like"} & said


def test_denials_beside_a_claim_and_of_other_concepts_count() -> None:
    assert {"denied=1", "denials after=1"} <= found("We run Kafka, and avoid a cache.")
    assert "denied=0" in found("We run Kafka and a cache.")


def test_the_chance_is_the_logistic_of_the_weights() -> None:
    weights = {"always": -1.0, "after:zoo": 2.0, "after:a zoo": 0.5, "rules=met": 0.25, "before:zoo": 9.0}
    assert chance("Kafka is a zoo.", weights) == pytest.approx(1 / (1 + exp(-1.75)))
    assert chance("Kafka is a must.", weights) == pytest.approx(1 / (1 + exp(0.75)))


def test_what_is_counted_is_what_is_named() -> None:
    weights = shipped()
    named = json.loads((Path(__file__).parents[2] / "grader/matching/data/disputes.json").read_text("utf-8"))["weights"]
    for line in ANSWERS.read_text("utf-8").splitlines()[:120]:
        reading = read(json.loads(line)["answer"], COMPILED.reader)
        decisions = decide_by_rules(COMPILED, reading, NO_LISTS)
        near = around(decisions, reading)
        for decision in decisions:
            if decision.alignments:
                total = sum(named.get(sign, 0.0) for sign in signs(decision, near))
                assert disputed(decision, near, weights) == pytest.approx(1 / (1 + exp(-total)))


def test_a_claim_that_is_probably_disputed_is_contradicted_and_a_denial_stays_one() -> None:
    reading = read("Kafka is a zoo. Avoid a cache.", COMPILED.reader)
    decisions = decide_by_rules(COMPILED, reading, NO_LISTS)
    for always, verdict in ((9.0, "contradicted"), (-9.0, "met")):
        broker, cache = turned(decisions, reading, weights_of({"always": always}))
        assert (broker.verdict, cache.verdict) == (verdict, decisions[1].verdict)
        assert (broker.disputed >= DENIED) == (verdict == "contradicted")


def test_an_omission_that_the_rules_saw_judged_is_no_dispute() -> None:
    reading = read("Not using Kafka is the last thing I'd do.", COMPILED.reader)
    (broker, _) = turned(decide_by_rules(COMPILED, reading, NO_LISTS), reading, weights_of({"always": 9.0}))
    assert broker.verdict == "met"


def test_nothing_found_cannot_be_disputed() -> None:
    assert [concept.disputed for concept in match(COMPILED, "I would ask a colleague.").concepts] == [0.0, 0.0]


def test_no_word_speaks_for_a_dispute_alone() -> None:
    """A single word cannot outweigh the rules: it takes several."""
    weights = shipped()
    of_words = [weight for region in weights.words.values() for weight in region.values()]
    of_pairs = [weight for region in weights.pairs.values() for weight in region.values()]
    assert max(map(abs, of_words + of_pairs)) < abs(weights.always) + 1


@pytest.mark.parametrize(
    "answer",
    [
        "Honestly, Kafka is a zoo that eats three engineers, and what for? People say it scales. Ours never did.",
        "Everybody loves Kafka until they run it. Ours went down every second weekend and nobody knew why.",
    ],
)
def test_a_complaint_makes_a_claim_less_sure(answer: str) -> None:
    plain = match(COMPILED, "We put Kafka between the services.").concepts[0]
    complaint = match(COMPILED, answer).concepts[0]
    assert complaint.disputed > plain.disputed
    assert complaint.verdict == "contradicted" or complaint.confidence < plain.confidence


def test_pairs_are_read_from_left_to_right() -> None:
    said = found("Kafka is a zoo.")
    assert {f"after:{one} {two}" for one, two in pairwise(("is", "a", "zoo"))} <= said


def test_the_words_that_speak_most_for_a_dispute_are_named_without_small_words() -> None:
    reading = read("Kafka is a zoo. Never liked it.", COMPILED.reader)
    decisions = decide_by_rules(COMPILED, reading, NO_LISTS)
    weights = {
        "after:is": 3.0,
        "after:a zoo": 2.0,
        "after:zoo": 1.0,
        "after:.": 9.0,
        "next:liked": 0.5,
        "next:it": -1.0,
    }
    assert telling(decisions[0], around(decisions, reading), weights) == ["a zoo", "zoo", "liked"]

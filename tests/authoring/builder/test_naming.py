"""The ids of concepts."""

from grader.authoring.builder.naming import another, concept_ids
from grader.authoring.builder.topic import topic
from tests.factories import make_lexicon


def ids(*units: str, question: str = "how?") -> tuple[str, ...]:
    return concept_ids(units, topic(question, units, make_lexicon()))


def test_an_id_is_made_of_telling_words() -> None:
    assert ids("use the explain command", "prefer integration tests") == ("explain", "integration-tests")


def test_the_subject_of_a_comparison_is_part_of_the_id() -> None:
    assert ids("UDP for live video", question="TCP vs UDP?") == ("udp-live-video",)


def test_ids_differ_and_exist_in_every_script() -> None:
    assert ids("use keys", "keys", "用户") == ("keys", "keys-2", "key-idea-3")
    assert len(another("a" * 100, ["a" * 100])) <= 100

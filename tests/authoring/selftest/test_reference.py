"""The reference answer of a rubric."""

from grader.authoring.selftest.reference import joined, reference_of
from grader.rubric import Rubric, parse_seed


def test_the_reference_is_the_answer_of_the_seed(scale: Rubric) -> None:
    seed = parse_seed(b"- how to scale? more servers, and queues\n", path="toy.md")
    assert reference_of(scale, [seed]) == "more servers, and queues"


def test_without_the_seed_it_is_the_joined_sources(scale: Rubric) -> None:
    other = parse_seed(b"- how to scale? something else\n", path="other.md")
    assert reference_of(scale, [other]) == "use more servers, use queues"
    assert joined(scale, without="servers") == "use queues"

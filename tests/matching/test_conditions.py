"""What stands behind "if" or "when" is supposed, not claimed."""

from grader.matching.conditions import denied_conditions, in_condition
from grader.text import divide, tokenize


def turned(text: str, topic: str, signs: str = "") -> str:
    words = tokenize(text).words
    places = [i for i, word in enumerate(words) if word == topic]
    denied = [-1 if word in signs.split() else 1 for word in words]
    found = denied_conditions(words, divide(words), denied, places)
    return " ".join(words[i] for i in sorted(found))


def test_a_condition_is_known_by_its_first_words() -> None:
    words = tokenize("retry, and if it fails, stop").words
    clauses = divide(words)
    assert in_condition(words.index("fails"), words, clauses)
    assert not in_condition(words.index("stop"), words, clauses)


def test_denying_the_topic_denies_its_condition() -> None:
    assert turned("no machine when it is complex", "machine", "machine") == "when it is complex"
    assert turned("it is overkill when they grow", "machine") == "when they grow"


def test_a_topic_that_is_not_denied_leaves_the_condition_as_it_is() -> None:
    assert turned("a machine when it is complex", "machine") == ""

"""Claims beyond the rubric."""

from tests.factories import read


def test_an_asserted_word_of_the_trade_is_shown() -> None:
    found = read("queue", "I use a queue. I also shard the tables.", trade="shard")
    assert [span.text for span in found.beyond] == ["I also shard the tables"]


def test_what_is_denied_or_known_is_not() -> None:
    assert read("queue", "Queues. I would never shard.", trade="shard | queue").beyond == ()

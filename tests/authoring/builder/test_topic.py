"""What phrases are written against."""

from grader.authoring.builder.topic import topic
from tests.factories import make_lexicon


def test_words_of_the_question_and_words_many_units_share_may_be_left_out() -> None:
    units = ["to understand the user", "to understand the load", "to understand the cost"]
    found = topic("why monitor a page?", units, make_lexicon())
    assert {"monitor", "page", "understand"} <= found.asked
    assert "user" not in found.asked


def test_what_compared_things_have_in_common_tells_them_not_apart() -> None:
    found = topic("mitosis vs meiosis?", ["mitosis: two cells", "meiosis: four cells"], make_lexicon())
    assert "cell" in found.asked
    assert "two" not in found.asked


def test_a_name_is_known_by_what_it_is_a_kind_of() -> None:
    lexicon = make_lexicon(terms={"error tracker": {"instances": "sentry"}})
    assert topic("how?", [], lexicon).kinds == {("sentri",): ("error tracker",)}

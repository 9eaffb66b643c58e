"""Names in addresses; what they do is tested at the routes that use them."""

import pytest

from grader.api.names import _CARD, _GRADE, _SLUG
from grader.grading import new_id


def test_every_id_that_we_give_is_taken() -> None:
    assert all(_GRADE.fullmatch(new_id()) and _CARD.fullmatch(new_id("crd")) for _ in range(100))


@pytest.mark.parametrize("name", ["a", "a-b", "0", "when-to-use-cache"])
def test_a_slug_is_taken(name: str) -> None:
    assert _SLUG.fullmatch(name)


@pytest.mark.parametrize("name", ["", "-a", "a-", "a--b", "A", "a b", "a/b", "a\n", "..", "\0"])
def test_nothing_else_is(name: str) -> None:
    assert not _SLUG.fullmatch(name)

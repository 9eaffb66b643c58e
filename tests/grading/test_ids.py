"""Names for grades."""

import re

from grader.grading.ids import content_id, new_id


def test_a_fresh_id_has_128_bits_in_base32() -> None:
    assert re.fullmatch(r"grd_[a-z2-7]{26}", new_id())


def test_fresh_ids_differ() -> None:
    assert len({new_id() for _ in range(100)}) == 100


def test_an_id_from_content_follows_from_it() -> None:
    assert content_id("a", None) == content_id("a", None)


def test_parts_that_run_together_the_same_give_different_ids() -> None:
    assert len({content_id("ab", "c"), content_id("a", "bc"), content_id("abc"), content_id("abc", None)}) == 4

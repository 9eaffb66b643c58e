"""A rubric is compared with its seed."""

from .conftest import Garden, Lint, codes, one


def test_a_changed_line_is_found_with_what_to_write(garden: Garden) -> None:
    garden.change(garden.seed, ("roses healthy? prune", "roses healthy? always prune"))
    found = one(list(garden.report().findings), "S003")
    assert found.line == 3
    assert "always prune" in found.message
    assert "sha256:" in str(found.fix)


def test_a_line_that_only_moved_is_found(garden: Garden) -> None:
    garden.change(garden.seed, ("- How to keep", "\n- How to keep"))
    assert one(list(garden.report().findings), "S003").fix == "write line: 2"


def test_a_question_that_is_gone_is_found(garden: Garden) -> None:
    garden.change(garden.seed, ("keep roses", "keep all roses"))
    assert codes(list(garden.report().findings)) == ["S004"]


def test_a_source_is_verbatim(lint: Lint) -> None:
    found = one(lint(("source: feed with compost", "source: feed with good compost")), "S002")
    assert (found.line, found.text, found.concept) == (19, "feed with good compost", "feed")


def test_a_source_in_other_letters_is_mended_by_the_seeds_own(lint: Lint) -> None:
    assert (
        one(lint(("source: feed with compost", "source: Feed with compost")), "S002").fix == "write 'feed with compost'"
    )

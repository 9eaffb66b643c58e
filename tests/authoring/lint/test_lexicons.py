"""A lexicon's own faults are notes."""

from .conftest import Garden, one


def test_a_surface_that_says_and_denies_a_term_is_found(garden: Garden) -> None:
    garden.change(garden.lexicon, ("opposite: let grow", "opposite: let grow | cut back"))
    found = one(list(garden.report().findings), "L001")
    assert (found.path, found.line, found.text, found.severity) == (str(garden.lexicon), 9, "cut back", "note")


def test_a_surface_that_stands_twice_in_a_term_is_found(garden: Garden) -> None:
    garden.change(garden.lexicon, ("same: leaves", "same: leaves | leafage | leaves"))
    assert one(list(garden.report().findings), "L002").text == "leaves"


def test_a_term_may_be_a_plain_text(garden: Garden) -> None:
    garden.change(garden.lexicon, ("foliage:\n    same: leaves", "foliage: leaves | leaves"))
    assert one(list(garden.report().findings), "L002").line == 5

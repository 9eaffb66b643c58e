"""A waiver accepts one finding, with a reason."""

import pytest

from .conftest import Garden, codes

LEAK = ("The ground is poor. What do you do?", "Would you spread manure?")
WAIVER = "waive: [{code: T004, text: manure, reason: Everybody says it.}]"


@pytest.mark.parametrize("place", ["lexicon: garden", "    source: feed with compost"])
def test_what_a_person_accepted_is_kept_apart_with_the_reason(place: str, garden: Garden) -> None:
    indent = " " * (len(place) - len(place.lstrip()))
    garden.change(garden.rubric, LEAK, (place, f"{place}\n{indent}{WAIVER}"))
    report = garden.report()
    assert report.findings == ()
    assert [(f.code, f.waived) for f in report.waived] == [("T004", "Everybody says it.")]


def test_a_waiver_that_no_finding_needs_is_a_finding(garden: Garden) -> None:
    garden.change(garden.rubric, ("lexicon: garden", f"lexicon: garden\n{WAIVER}"))
    found = garden.report().findings
    assert [(f.code, f.line, f.text) for f in found] == [("V001", 5, "manure")]


def test_a_concepts_waiver_does_not_cover_another_concept(garden: Garden) -> None:
    place = "    source: prune in winter"
    garden.change(garden.rubric, LEAK, (place, f"{place}\n    {WAIVER}"))
    assert sorted(codes(list(garden.report().findings))) == ["T004", "V001"]

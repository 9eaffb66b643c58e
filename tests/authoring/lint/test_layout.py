"""Dangers of YAML are found with their lines."""

import pytest

from .conftest import Garden, Lint, codes, one


@pytest.mark.parametrize(
    "word", ["on", "No", "yes", "OFF", "NULL", "12", "1e3", "0x1F", "12:30", "2024-01-01", "1_000"]
)
def test_unquoted_text_that_others_take_for_something_else_is_found(word: str, lint: Lint) -> None:
    found = one(lint(("expect: compost | manure", f"expect: {{any: [compost, manure, {word}]}}")), "F002")
    assert (found.line, found.text) == (21, word)


@pytest.mark.parametrize("word", ['"on"', "'12'", "on time"])
def test_text_in_quotes_and_longer_text_is_safe(word: str, lint: Lint) -> None:
    assert "F002" not in codes(lint(("expect: compost | manure", f"expect: {{any: [compost, manure, {word}]}}")))


def test_a_key_is_text_too(lint: Lint) -> None:
    assert one(lint(("expect: compost | manure", "expect: {bind: {on: compost}}")), "F002").text == "on"


def test_numbers_are_meant_where_numbers_belong(lint: Lint) -> None:
    assert lint(("    weight: 1\n", "    weight: 1.0\n    required: true\n")) == []


def test_a_required_that_says_yes_is_found(lint: Lint) -> None:
    assert one(lint(("    weight: 1\n", "    weight: 1\n    required: yes\n")), "F002").fix == "write true or false"


def test_a_tab_is_found(lint: Lint) -> None:
    assert one(lint(("prune | cut", "prune |\tcut")), "F003").line == 10


@pytest.mark.parametrize("hint", ["?what would you do", ":what would you do"])
def test_text_that_begins_with_a_mark_of_yaml_is_found(hint: str, lint: Lint) -> None:
    assert one(lint(("hint: How do you water?", f"hint: {hint}")), "F004").line == 38


def test_text_that_a_comment_cuts_off_is_found(lint: Lint) -> None:
    found = one(lint(("hint: How do you water?", "hint: How do you water #1 and #2?")), "F004")
    assert found.text == "How do you water"


@pytest.mark.parametrize("line", ["id: prune  # the first", 'source: "prune in winter"  # cut', "# hint: a b # c"])
def test_comments_that_cut_no_text_are_left_alone(line: str, garden: Garden) -> None:
    new = {
        "id": ("id: prune", line),
        "source": ("source: prune in winter", line),
        "# hint": ("lexicon:", line + "\nlexicon:"),
    }
    garden.change(garden.rubric, new[line.partition(":")[0]])
    assert codes(list(garden.report().findings)) == []


def test_a_lexicon_has_the_same_dangers(garden: Garden) -> None:
    garden.change(garden.lexicon, ("same: leaves", "same: off"))
    found = one(list(garden.report().findings), "F002")
    assert (found.path, found.line) == (str(garden.lexicon), 6)

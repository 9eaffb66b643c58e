"""The rules: stable codes, and a row of docs/rubrics.md for each."""

import re
from pathlib import Path

from grader.authoring import RULES

PAGE = Path(__file__).parents[3] / "docs" / "rubrics.md"
ROW = re.compile(r"^\| ([A-Z]\d{3}) \| (\w+) \| (.+) \|$", re.MULTILINE)


def test_a_code_is_a_letter_and_three_digits() -> None:
    assert all(re.fullmatch(r"[A-Z]\d{3}", code) for code in RULES)


def test_the_page_lists_the_rules_as_they_are() -> None:
    rows = [(rule.code, rule.severity, rule.finds) for rule in RULES.values()]
    assert ROW.findall(PAGE.read_text("utf-8")) == rows

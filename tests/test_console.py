"""The outputs that the pages show are real."""

import pytest

from tests.console import ROOT, run, same, transcripts

PAGES = sorted([ROOT / "README.md", *ROOT.glob("docs/*.md")])
SHOWN = [(page.name, command, output) for page in PAGES for command, output in transcripts(page.read_text("utf-8"))]


@pytest.mark.parametrize(
    ("page", "command", "shown"), SHOWN, ids=[f"{page}: {command[:60]}" for page, command, _ in SHOWN]
)
def test_a_page_shows_what_its_command_prints(page: str, command: str, shown: str) -> None:
    printed = run(command)
    assert same(shown, printed), printed


def test_the_readme_shows_a_grade_from_the_command_line_and_over_http() -> None:
    commands = [command.split()[0] for page, command, _ in SHOWN if page == "README.md"]
    assert {"grader", "curl"} <= set(commands)


def test_lines_left_out_match_anything_but_the_rest_must_agree() -> None:
    assert same("a\n...\nd", "a\nb\nc\nd")
    assert not same("a\n...\ne", "a\nb\nc\nd")

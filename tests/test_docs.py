"""What the documents say of the code is so."""

import re
from pathlib import Path

import pytest

from grader.settings import Settings

ROOT = Path(__file__).parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")
CODE = re.compile(r"`([^`\n]+)`")


def read(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def section(text: str, title: str) -> str:
    """Return what stands under a heading of a page, up to the next heading."""
    found = re.search(rf"^#+ {title}\n(.*?)(?=^#|\Z)", text, re.DOTALL | re.IGNORECASE | re.MULTILINE)
    assert found, f"the heading `{title}` is missing"
    return found[1]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_link_to_a_file_leads_to_one(page: Path) -> None:
    assert [name for name in LINK.findall(page.read_text("utf-8")) if not (page.parent / name).exists()] == []


def test_the_readme_links_to_every_page() -> None:
    linked = {(ROOT / name).resolve() for name in LINK.findall(read("README.md"))}
    assert [page.name for page in PAGES if page.name != "README.md" and page.resolve() not in linked] == []


def test_the_readme_says_where_to_change_what() -> None:
    table = section(read("README.md"), "where to change what")
    paths = [word for word in CODE.findall(table) if "/" in word]
    assert len(paths) > 5
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_readme_names_the_two_commands_to_begin_with() -> None:
    assert {"make serve", "make test"} <= set(re.findall(r"make \w+", read("README.md")))


def test_every_make_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([\w-]+):", read("Makefile"), re.MULTILINE))
    named = {name for page in PAGES for name in re.findall(r"(?:`|^\$? *)make ([a-z-]+)", page.read_text("utf-8"))}
    assert named <= targets


def test_every_setting_is_documented_and_every_documented_setting_exists() -> None:
    named = set(re.findall(r"\bGRADER_(?!TEST_)[A-Z_]*[A-Z]\b", "".join(page.read_text("utf-8") for page in PAGES)))
    assert named == {f"GRADER_{name.upper()}" for name in Settings.model_fields}


def test_the_changelog_begins_with_what_is_not_yet_released() -> None:
    headings = re.findall(r"^## (.*)", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", heading) for heading in headings[1:])

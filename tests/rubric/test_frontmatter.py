"""What a seed says of itself is read strictly and named with its line if it is wrong."""

import pytest

from grader.errors import SeedError
from grader.rubric.frontmatter import FrontMatter, check_id, read_front_matter


def front_of(text: str) -> FrontMatter:
    return read_front_matter(text.split("\n"), path="seeds/x.md")


def test_id_title_and_tags_are_read_and_other_keys_ignored() -> None:
    front = front_of("---\nid: a-b\ntitle: A, and B\nauthor: {name: me}\ntags:\n  - on\n  - '1'\n---\nbody")
    assert front == FrontMatter("a-b", "A, and B", ("on", "1"), 8)


@pytest.mark.parametrize("text", ["", "body", "\n---\nid: a\n---", " ---\nid: a\n---", "----\nid: a\n---"])
def test_only_a_first_line_of_three_hyphens_opens_front_matter(text: str) -> None:
    assert front_of(text) == FrontMatter()


@pytest.mark.parametrize("text", ["---\n---\n", "---  \n# nothing\n---\t\n", "---\nid:\ntitle: ~\ntags: null\n---"])
def test_front_matter_may_be_empty(text: str) -> None:
    front = front_of(text)
    assert (front.id, front.title, front.tags) == (None, None, ())
    assert front.body == text.rstrip().count("\n") + 1


def test_a_single_tag_needs_no_list() -> None:
    assert front_of("---\ntags: advice\n---").tags == ("advice",)


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("---\nid: a", 1, "never closed"),
        ("---\n- a\n---", 2, "not a mapping"),
        ("---\n\nid: A\n---", 3, "a-z and 0-9"),
        ("---\nx: 1\nid: [a]\n---", 3, "a-z and 0-9"),
        ("---\nx: 1\ntitle: {a: b}\n---", 3, "title is not a text"),
        ("---\nx: 1\ntags: {a: b}\n---", 3, "tag is not a word"),
        ("---\nx: 1\ntags: [a, ~]\n---", 3, "tag is not a word"),
        ("---\nx: 1\ny: 2\nx: 3\n---", 4, "on line 2 already"),
        ("---\nx: 1\ny: *a\n---", 3, "Aliases"),
        ("---\nx: 1\n--- y\n---", 3, "second document"),
        ("---\nx: 1\ny: z: 1\n---", 3, "Not valid YAML"),
    ],
)
def test_a_fault_in_the_front_matter_names_its_line_in_the_seed(text: str, line: int, message: str) -> None:
    with pytest.raises(SeedError, match=message) as caught:
        front_of(text)
    assert (caught.value.path, caught.value.line) == ("seeds/x.md", line)


@pytest.mark.parametrize("name", ["", "../etc", "a/b", "A", "a b", "a_b", "-a", "a--b", "é", "a" * 101, None, ["a"]])
def test_an_id_that_is_not_a_slug_is_refused(name: str | list[str] | None) -> None:
    with pytest.raises(SeedError):
        check_id(name, path="x.md")  # type: ignore[arg-type]

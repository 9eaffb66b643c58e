"""Rubrics written to files."""

import stat
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.errors import FileFault
from grader.rubric import Rubric, read_rubric, rubric_text, save_text
from grader.rubric.encoding import CONTROL
from grader.rubric.yaml import read_yaml

SHIPPED = sorted((Path(__file__).parent.parent.parent / "rubrics").glob("backend*/*.yaml"))
HASH = "0123456789abcdef" * 4


def again(rubric: Rubric) -> Rubric:
    """Return what reading a written rubric gives."""
    return Rubric.model_validate(read_yaml(rubric_text(rubric), path="it").data)


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_rubric_is_read_as_it_was_written(path: Path) -> None:
    assert again(read_rubric(path)) == read_rubric(path)


LINES = st.text(min_size=1, max_size=40).filter(lambda text: text.strip() and not CONTROL.search(text))
PHRASES = st.text(min_size=2, max_size=300).filter(
    lambda text: len(text.strip()) > 1 and any(map(str.isalnum, text)) and not CONTROL.search(text)
)
SLUGS = st.sampled_from(["on", "null", "a-b", "1", "2020-01-01", "x"])
EXPECTS: st.SearchStrategy[Any] = st.recursive(
    PHRASES,
    lambda inner: st.one_of(
        st.builds(lambda parts: {"any": parts, "at_least": len(parts)}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda parts: {"all": parts}, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda part: {"avoid": part}, inner),
        st.builds(lambda a, b: {"prefer": a, "over": b}, PHRASES, PHRASES),
        st.builds(lambda pairs: {"bind": pairs}, st.dictionaries(PHRASES, PHRASES, min_size=1, max_size=2)),
    ),
    max_leaves=6,
)
WAIVERS = st.lists(st.fixed_dictionaries({"code": LINES, "text": LINES, "reason": LINES}), max_size=2)
CONCEPTS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {"id": SLUGS, "source": LINES, "expect": EXPECTS, "feedback": LINES, "hint": LINES},
    optional={
        "narrow": LINES,
        "direct": LINES,
        "follow_up": LINES,
        "weight": st.floats(min_value=1e-9, max_value=100, allow_subnormal=False),
        "partly": EXPECTS,
        "required": st.booleans(),
        "stance": st.sampled_from(["fact", "house"]),
        "waive": WAIVERS,
        "paraphrases": st.lists(st.sampled_from(["a: b", '"x" # y', "- ß"]), max_size=2),
    },
)
NAMED: st.SearchStrategy[Any] = st.lists(CONCEPTS, min_size=1, max_size=2, unique_by=lambda concept: str(concept["id"]))
RUBRICS: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "question": LINES,
        "concepts": NAMED,
    },
    optional={
        "source": st.fixed_dictionaries({"seed": SLUGS, "line": st.integers(1, 99), "sha256": st.just(HASH)}),
        "generated": st.just(f"sha256:{HASH}"),
        "lexicon": SLUGS,
        "credit": st.sampled_from(["verdict", "continuous"]),
        "waive": WAIVERS,
    },
)


@given(RUBRICS)
def test_any_rubric_is_read_as_it_was_written(data: dict[str, Any]) -> None:
    rubric = Rubric.model_validate({"id": "toy/one", **data})
    assert again(rubric) == rubric
    assert rubric_text(again(rubric)) == rubric_text(rubric)


def test_the_text_has_the_layout_of_the_shipped_files() -> None:
    path = next(path for path in SHIPPED if path.stem == "when-to-use-rest-api-or-graphql")
    written = rubric_text(read_rubric(path)).splitlines()
    assert written[:9] == path.read_text("utf-8").splitlines()[:9]
    assert max(map(len, written)) < 150


def test_a_file_is_replaced_in_one_step_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "new" / "one.yaml"
    save_text(path, "é")
    path.chmod(0o640)
    save_text(path, "ö")
    assert path.read_bytes() == "ö".encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [found.name for found in path.parent.iterdir()] == ["one.yaml"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(FileFault, match=r"one\.yaml: The file cannot be written \(.+\)\. Choose another folder\."):
        save_text(tmp_path / "file" / "one.yaml", "x")
    with pytest.raises(FileFault):
        save_text(tmp_path / "a\0b", "x")

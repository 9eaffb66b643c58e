"""YAML is read strictly: plain trees of strings with their lines, or an error with file and line."""

import json
from collections.abc import Iterator

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

import grader.rubric.yaml as reader
from grader.errors import LexiconError, RubricError
from grader.rubric.yaml import MAX_BYTES, Document, Tree, read_yaml

LETTERS = st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufffe\uffff\ufeff")
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.none() | st.text(LETTERS, max_size=20),
    lambda trees: st.lists(trees, max_size=4) | st.dictionaries(st.text(LETTERS, max_size=8), trees, max_size=4),
    max_leaves=20,
)
MARKUP = st.text("ab01:-?[]{}&*!|>'\"%#,.\n\r \t<~\\xuU@`=é\u2028\0", max_size=60)


@pytest.fixture(autouse=True, scope="module", params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest) -> Iterator[None]:
    """Every test runs with the loader in C and with the one in Python."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reader, "LOADER", getattr(yaml, request.param))
        yield


def read(text: str | bytes) -> Document:
    return read_yaml(text, path="rubrics/x.yaml")


def outcome(text: str | bytes) -> Document | RubricError:
    try:
        return read(text)
    except RubricError as fault:
        return fault


def fault_of(text: str | bytes) -> RubricError:
    with pytest.raises(RubricError) as caught:
        read(text)
    return caught.value


def test_every_scalar_is_a_string_and_words_stay_words() -> None:
    document = read("a: 1\nb: [on, no, yes, true, 1.0, 2024-01-01, 0x1F, Null]\n")
    assert document.data == {"a": "1", "b": ["on", "no", "yes", "true", "1.0", "2024-01-01", "0x1F", "Null"]}


def test_plain_null_tilde_and_nothing_are_none_and_quoted_they_are_text() -> None:
    assert read("[null, ~, {a: }]").data == [None, None, {"a": None}]
    assert read("""['null', "~", '', ""]""").data == ["null", "~", "", ""]
    assert read("a: |\n  null\n").data == {"a": "null\n"}


@pytest.mark.parametrize("text", ["", "\n\n", "# a comment", "---\n", "---\n...\n", "\ufeff"])
def test_an_empty_document_is_none_on_some_line(text: str) -> None:
    document = read(text)
    assert document.data is None
    assert document.line("any", 3) == document.line() >= 1


def test_each_value_has_a_line() -> None:
    document = read("# one\nid: x\nconcepts:\n  - id: a\n    expect:\n\n      any: [b,\n        c]\n  - id: d\n")
    assert [document.line("id"), document.line("concepts"), document.line("concepts", 0)] == [2, 4, 4]
    assert document.line("concepts", 0, "expect") == 7
    assert [document.line("concepts", 0, "expect", "any", index) for index in (0, 1)] == [7, 8]
    assert document.line("concepts", 1, "id") == 9


def test_an_unknown_path_has_the_line_of_its_nearest_known_ancestor() -> None:
    document = read("\na:\n  b:\n    - c\n")
    assert document.line("a", "b", 7, "d") == document.line("a", "b") == 4
    assert document.line("a", "x", "b", 0) == document.line("a") == 3
    assert document.line("x") == document.line() == 2


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a: 1\nb: &x 2", 2, "Anchors"),
        ("a: 1\nb: &x [1]", 2, "Anchors"),
        ("a: 1\n&x b: 1", 2, "Anchors"),
        ("a: 1\nb: *x", 2, "Aliases"),
        ("a: 1\n*x : 2", 2, "Aliases"),
        ("a: 1\nb: !!str 2", 2, "Tags"),
        ("a: 1\nb: !!python/object:os.system {}", 2, "Tags"),
        ("a: 1\nb: ! 2", 2, "Tags"),
        ("a: 1\nb: !x\n  - c", 2, "Tags"),
        ("a: 1\nb: 2\na: 3", 3, "`a` is on line 1 already"),
        ("1: a\n'1': b", 2, "`1` is on line 1 already"),
        ("a: 1\nb: {c: 1, c: 2}", 2, "`c` is on line 2 already"),
        ("a:\n  - 1\na:\n  - 2", 3, "`a` is on line 1 already"),
        ("a: 1\n? [b]\n: 2", 2, "A key must be a word"),
        ("a: 1\n? {b: c}\n: 2", 2, "A key must be a word"),
        ("a: 1\n<<: {b: c}", 2, "Merge keys"),
        ("a: 1\n---\nb: 2", 2, "second document"),
        ("a: 1\n---\n", 2, "second document"),
        ("a: 1\nb: c: d", 2, "Not valid YAML"),
        ("a: 1\nb: 'c", 2, "Not valid YAML"),
        ("a: 1\n\tb: 2", 2, "Not valid YAML"),
        ("a: 1\nb: @c", 2, "Not valid YAML"),
        ("a: 1\nb: \0", 2, "U\\+0000"),
        ('a: 1\nb: "\\0"', 2, "U\\+0000"),
        ('a: 1\nb: "\\e[31m"', 2, "U\\+001B"),
        ('a: 1\n"b\\x07": 2', 2, "U\\+0007"),
        ("a: 1\nb: \ud800", 2, "UTF-8"),
        (b"a: 1\nb: \xff", 2, "UTF-8"),
        ("a: 1\nb: c".encode("utf-16"), 1, "UTF-8"),
    ],
)
def test_what_is_not_plain_is_refused_with_file_and_line(text: str | bytes, line: int, message: str) -> None:
    with pytest.raises(RubricError, match=message) as caught:
        read(text)
    assert (caught.value.path, caught.value.line) == ("rubrics/x.yaml", line)


@pytest.mark.parametrize("text", ['"\\ud800"', '"\\UFFFFFFFF"', '"\\U00110000"', f"%YAML 1.{'9' * 5000}\n---\na"])
def test_an_escape_or_a_version_out_of_range_is_refused(text: str) -> None:
    assert fault_of(text).path == "rubrics/x.yaml"


def test_a_quoted_merge_key_is_a_word() -> None:
    assert read("'<<': a").data == {"<<": "a"}


def test_lists_nest_20_deep_and_no_deeper() -> None:
    assert read("[" * 20 + "]" * 20).data is not None
    assert "20 deep" in str(fault_of("[" * 21 + "]" * 21))


@pytest.mark.parametrize("opening", ["[", "- ", "{a: ", "[\n", "[{a: "])
def test_any_depth_is_refused_without_a_recursion_error(opening: str) -> None:
    assert "20 deep" in str(fault_of(opening * 10_000))


def test_256_kib_are_read_and_no_more() -> None:
    assert read("a" * MAX_BYTES).data == "a" * MAX_BYTES
    assert "256 KiB" in str(fault_of("a" * (MAX_BYTES + 1)))
    assert "256 KiB" in str(fault_of(b"\n" * (MAX_BYTES + 1)))


def test_bytes_str_and_every_line_break_read_alike() -> None:
    text = "a:\n  - é 🙂\n  - b\n"
    assert read(text) == read(text.encode()) == read(text.replace("\n", "\r\n")) == read("\ufeff" + text)


def test_the_caller_chooses_the_error() -> None:
    with pytest.raises(LexiconError, match=r"^lexicon/x\.yaml:1: "):
        read_yaml("*a", path="lexicon/x.yaml", error=LexiconError)


@settings(deadline=None)
@given(TREES)
def test_any_tree_written_as_json_is_read_back(tree: Tree) -> None:
    assert read(json.dumps(tree, ensure_ascii=False, indent=1)).data == tree


@settings(deadline=None)
@given(st.text() | st.text(st.characters(), max_size=50) | st.binary() | MARKUP)
def test_anything_is_a_document_or_the_error(text: str | bytes) -> None:
    found = outcome(text)
    if isinstance(found, RubricError):
        assert found.path == "rubrics/x.yaml"
    else:
        assert min(found.lines.values()) >= 1


def test_text_that_other_readers_take_for_something_else_is_noted_keys_too() -> None:
    document = read('on: [1e3, "12", word, 0o7]\nb: {no: NULL, c: null}\n')
    assert [(guess.keys, guess.line, guess.text, guess.kind) for guess in document.guesses] == [
        (("on",), 1, "on", "bool"),
        (("on", 0), 1, "1e3", "float"),
        (("on", 3), 1, "0o7", "float"),
        (("b", "no"), 2, "no", "bool"),
        (("b", "no"), 2, "NULL", "null"),
    ]

"""A seed's bullets become questions with reference answers, or an error says which line to correct."""

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.errors import SeedError
from grader.rubric.seed import MAX_BYTES, Seed, SeedQuestion, parse_seed, read_seed

SHIPPED = Path(__file__).parents[3] / "seeds" / "backend-hiring-questions.md"
LINES = st.sampled_from(
    [
        "---",
        "id: a",
        "tags: [b]",
        "- what is a? b",
        "* what is a? c",
        "   + c ? d",
        "- e",
        "- ? f",
        "- g?",
        "```",
        "~~~~",
        "",
        "# h",
    ]
)
MARKUP = st.text("-*+ ?`~:ab\té\n\r\u0301\0", max_size=80)


def parse(text: str | bytes, path: str = "seeds/x.md") -> Seed:
    return parse_seed(text if isinstance(text, bytes) else text.encode(), path=path)


def outcome(data: bytes) -> Seed | SeedError:
    try:
        return parse(data)
    except SeedError as fault:
        return fault


def only(text: str) -> SeedQuestion:
    (question,) = parse(text).questions
    return question


def test_the_shipped_seed_has_27_questions() -> None:
    seed = read_seed(SHIPPED)
    assert (seed.id, seed.title) == ("backend-hiring-questions", "backend hiring questions")
    assert seed.tags == ("advice", "mentorship", "questions", "async")
    assert len({question.slug for question in seed.questions}) == len(seed.questions) == 27
    assert [question.line for question in seed.questions] == list(range(15, 42))


def test_a_shipped_question_has_its_line_slug_and_hash() -> None:
    seed = read_seed(SHIPPED)
    by_slug = {question.slug: question for question in seed.questions}
    question = by_slug["when-to-use-rest-api-or-graphql"]
    assert (question.line, question.question) == (39, "when to use REST API or GraphQL?")
    assert question.reference == "prefer GraphQL for internal products, and REST API for public APIs."
    assert question.sha256 == sha256(SHIPPED.read_bytes().split(b"\n")[38].rstrip()).hexdigest()
    assert seed.sha256 == sha256(SHIPPED.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("line", "question", "reference"),
    [
        ("- What is X? a thing", "What is X?", "a thing"),
        ("- what is X ? a thing.", "what is X?", "a thing."),
        ("- what is X?? a thing", "what is X?", "a thing"),
        ("* what is X?\ta thing  ", "what is X?", "a thing"),
        ("   +   what is X? a, b", "what is X?", "a, b"),
        ("-\twhat is X? why? because", "what is X?", "why? because"),
        ("- is ?x=1 a query? yes", "is ?x=1 a query?", "yes"),
        ("- Qu'est-ce\u00a0? une chose", "Qu'est-ce?", "une chose"),
    ],
)
def test_a_bullet_is_a_question_and_its_reference(line: str, question: str, reference: str) -> None:
    found = only(line)
    assert (found.question, found.reference) == (question, reference)


@pytest.mark.parametrize(
    "line",
    [
        "words? words",
        "1. how",
        "    - how? so",
        "\t- how? so",
        "-how? so",
        "- - -",
        "* * *",
        "- ---",
        "-",
        "> - how? so",
    ],
)
def test_a_line_that_is_not_a_bullet_is_ignored(line: str) -> None:
    assert only(f"{line}\n- what is X? a thing\n{line}").line == 2


@pytest.mark.parametrize(
    "block",
    ["```\n- a? b\n```", "~~~ md\n- a? b\n```\n~~~~", "  ````\n```\n- a? b\n  `````  ", "```\n``` md\n- a? b\n```"],
)
def test_bullets_in_fenced_code_are_ignored(block: str) -> None:
    assert only(f"{block}\n- what is X? a thing").slug == "what-is-x"


def test_code_within_a_line_opens_no_fence() -> None:
    assert only("```x``` is code\n- what is X? a thing").line == 2


def test_line_breaks_of_any_kind_and_a_byte_order_mark_change_no_question() -> None:
    text = "---\nid: a\n---\n\n- what is X? a thing\n- what is Y? b \n"
    expected = parse(text).questions
    assert parse(text.replace("\n", "\r\n")).questions == expected
    assert parse(b"\xef\xbb\xbf" + text.encode()).questions == expected
    assert [question.line for question in expected] == [5, 6]


def test_the_hash_of_a_line_ignores_white_space_at_its_end() -> None:
    assert only("- a? b").sha256 == only("- a? b \t\r\n").sha256 == sha256(b"- a? b").hexdigest()
    assert only("- a? c").sha256 != only("- a? b").sha256


def test_the_id_is_the_callers_then_the_front_matters_then_the_files() -> None:
    text = b"---\nid: front\n---\n- a? b"
    assert parse_seed(text, path="stem.md", seed_id="caller").id == "caller"
    assert parse_seed(text, path="stem.md").id == "front"
    assert parse_seed(b"- a? b", path="some/My Stem.md").id == "my-stem"


def test_without_a_title_the_id_is_read_as_one() -> None:
    assert parse("- a? b", path="front-end-questions.md").title == "front end questions"


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("", 1, "no question"),
        ("# only\nwords?", 1, "no question"),
        ("---\nid: a\n---\n", 4, "no question"),
        ("- a? b\n- how to scale", 2, "No `\\?`"),
        ("- a? b\n- how to scale?so", 2, "No `\\?`"),
        ("- a? b\n- how to scale?", 2, "No reference"),
        ("- a? b\n- how to scale? ...", 2, "No reference"),
        ("- a? b\n- ? so", 2, "needs a word"),
        ("- a? b\n- что это? ответ", 2, "needs a word"),
        ("- a? b\n\n- A ? c", 3, "lines 1 and 3 have the slug `a`"),
        (f"- a? b\n- {'c' * 1000}? d", 2, "longer than 1000"),
        ("- a? b\n```\n- c? d", 2, "never closed"),
        ("---\nid: a\n- a? b", 1, "never closed"),
        ("- a? b\n- c? \0d", 2, "U\\+0000"),
        ("- a? b\n- c? \x1b[31m", 2, "U\\+001B"),
        (b"- a? b\r\n- c? \xff", 2, "UTF-8"),
        ("- a? b\n".encode("utf-16"), 1, "UTF-8"),
        (b"- a? b\n" + b" " * MAX_BYTES, 2, "1024 KiB"),
    ],
)
def test_a_fault_names_the_file_and_the_line(text: str | bytes, line: int, message: str) -> None:
    with pytest.raises(SeedError, match=message) as caught:
        parse(text)
    assert (caught.value.path, caught.value.line) == ("seeds/x.md", line)


@pytest.mark.parametrize("seed_id", ["", "../x", "A b"])
def test_an_id_that_cannot_name_a_folder_is_refused(seed_id: str) -> None:
    with pytest.raises(SeedError, match="a-z and 0-9"):
        parse_seed(b"- a? b", path="x.md", seed_id=seed_id)


@pytest.mark.parametrize("name", ["assessments", "lexicon"])
def test_a_seed_cannot_have_the_name_of_another_folder_of_the_rubrics(name: str) -> None:
    with pytest.raises(SeedError, match="kept for other files"):
        parse("- a? b", path=f"{name}.md")


def test_a_file_name_without_letters_asks_for_an_id() -> None:
    with pytest.raises(SeedError, match="id: some-words"):
        parse("- a? b", path="что.md")


def test_a_file_that_cannot_be_read_is_a_seed_error(tmp_path: Path) -> None:
    for path in (tmp_path / "absent.md", tmp_path, tmp_path / "nul\0.md"):
        with pytest.raises(SeedError, match="cannot be read"):
            read_seed(path)


def test_a_seed_of_exactly_1_mib_is_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"- a? b\n".ljust(MAX_BYTES))
    assert len(read_seed(path).questions) == 1
    path.write_bytes(b"- a? b\n".ljust(MAX_BYTES + 1))
    with pytest.raises(SeedError, match="1024 KiB"):
        read_seed(path)


@settings(deadline=None)
@given(st.binary() | (st.text() | MARKUP | st.lists(LINES, max_size=12).map("\n".join)).map(str.encode))
def test_any_bytes_are_a_seed_or_a_seed_error(data: bytes) -> None:
    found = outcome(data)
    if isinstance(found, SeedError):
        assert found.path == "seeds/x.md"
        assert found.line >= 1
    else:
        assert found.questions
        assert all(question.question and question.reference for question in found.questions)
        assert len({question.slug for question in found.questions}) == len(found.questions)

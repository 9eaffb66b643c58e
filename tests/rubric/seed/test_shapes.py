"""Ten seeds of other fields and shapes are read whole."""

import re
from pathlib import Path

import pytest

from grader.rubric import Shape, read_seed

FOLDER = Path(__file__).parents[2] / "seeds"
SEEDS: dict[str, tuple[Shape, int]] = {
    "biology.md": ("headings", 7),
    "front-end.md": ("bullets", 9),
    "law.md": ("headings", 5),
    "linux-operations.tsv": ("tsv", 8),
    "machine-learning.jsonl": ("jsonl", 8),
    "mobile.md": ("bullets", 6),
    "networking.md": ("table", 8),
    "product-management.csv": ("csv", 7),
    "sql.md": ("numbered", 9),
    "statistics.csv": ("csv", 9),
}
CONSTRUCTS = {
    "a list": r"^\w[^,.]*, [^,.]+, [^,.]+$",
    "like": r"\blike (\S+ ){0,2}\S+, [^,]+, ",
    "prefer": r"\bprefer .+ over ",
    "avoid": r", avoid ",
    "a missing comma": r"[a-z] avoid ",
    "a for b and c for d": r"\w for .+ and .+ for ",
    "an example": r"(good example is|for example) ",
    "a slash": r"\w/\w",
    "prose": r"^[A-Z].*\. [A-Z].*\. [A-Z].*\.$",
    "a typo": r"memoizaton|paginaton|firewal\b|infecton|liabilty|binomal|managment|droput|breadcrums|stickyness",
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_seed_has_the_shape_and_the_questions_of_its_file(name: str) -> None:
    seed = read_seed(FOLDER / name)
    assert (seed.shape, len(seed.questions)) == SEEDS[name]
    assert len({question.slug for question in seed.questions}) == SEEDS[name][1]
    assert all(len(question.reference) > 20 for question in seed.questions)


def test_every_file_is_listed() -> None:
    assert {path.name for path in FOLDER.iterdir() if path.is_file()} == set(SEEDS)


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_each_construct_of_references_occurs_in_two_seeds_at_least(construct: str) -> None:
    rule = re.compile(CONSTRUCTS[construct], re.MULTILINE)
    texts = {name: [question.reference for question in read_seed(FOLDER / name).questions] for name in SEEDS}
    assert len([name for name in SEEDS if any(map(rule.search, texts[name]))]) >= 2


@pytest.mark.parametrize("name", ["networking.md", "statistics.csv", "linux-operations.tsv", "machine-learning.jsonl"])
def test_weights_are_read(name: str) -> None:
    assert len({question.weight for question in read_seed(FOLDER / name).questions}) > 1

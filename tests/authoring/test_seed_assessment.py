"""The assessment that a seed with weights asks for."""

from pathlib import Path

from grader.authoring import assessment_of
from grader.rubric import assessment_text, parse_seed, read_assessment

WEIGHTED = "question,reference,weight\nHow to query?,use an index,2\nWhat is a tort?,a civil wrong,\n"


def test_weights_become_an_assessment_in_the_order_of_the_seed() -> None:
    found = assessment_of(parse_seed(WEIGHTED.encode(), path="mixed.csv"))
    assert found is not None
    assert [(question.rubric, question.weight) for question in found.questions] == [
        ("mixed/how-to-query", 2),
        ("mixed/what-is-a-tort", 1),
    ]


def test_without_weights_there_is_none() -> None:
    assert assessment_of(parse_seed(b"- How to query? use an index\n", path="mixed.md")) is None


def test_its_file_reads_as_the_same_assessment(tmp_path: Path) -> None:
    found = assessment_of(parse_seed(WEIGHTED.encode(), path="mixed.csv"))
    assert found is not None
    path = tmp_path / "mixed.yaml"
    path.write_text(assessment_text(found), encoding="utf-8")
    assert read_assessment(path) == found

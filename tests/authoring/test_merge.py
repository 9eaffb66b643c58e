"""A built rubric and the file that is there."""

from typing import Any

from grader.authoring import build_rubric, compare, propose
from grader.authoring.merge import is_builders
from grader.rubric import Rubric, parse_seed

OLD = "- how to query? use an index, prefer joins over subqueries, avoid select star"
NEW = "- how to query? use a covering index, prefer joins over subqueries, read the plan"


def built(line: str) -> Rubric:
    return build_rubric(parse_seed(line.encode(), path="sql.md").questions[0], seed_id="sql")


def edited(rubric: Rubric, **changes: Any) -> Rubric:
    """Return a rubric whose first concept a person has changed."""
    first, *rest = rubric.concepts
    concepts = (first.model_copy(update={"expect": "index | b tree", **changes}), *rest)
    return rubric.model_copy(update={"concepts": concepts})


def test_where_nothing_is_there_a_rubric_is_built() -> None:
    assert compare(built(OLD), None).state == "built"


def test_what_nobody_has_edited_is_built_anew_when_the_seed_changes() -> None:
    assert is_builders(built(OLD))
    assert compare(built(OLD), built(OLD)).state == "unchanged"
    assert compare(built(NEW), built(OLD)).state == "built"


def test_an_edited_file_is_kept_while_the_seed_is_the_same() -> None:
    assert not is_builders(edited(built(OLD)))
    assert compare(built(OLD), edited(built(OLD))).state == "kept"


def test_an_edited_file_is_stale_when_the_seed_has_changed() -> None:
    found = compare(built(NEW), edited(built(OLD)))
    assert found.state == "stale"
    assert found.gone == ("use an index", "avoid select star")
    assert found.new == ("use a covering index", "read the plan")


def test_a_file_that_does_not_name_its_line_is_stale_if_its_sources_differ() -> None:
    there = built(OLD).model_copy(update={"source": None, "generated": None})
    assert compare(built(OLD), there).state == "kept"
    assert compare(built(NEW), there).state == "stale"


def test_a_proposal_keeps_what_a_person_wrote() -> None:
    proposed = propose(built(NEW), edited(built(OLD)))
    first = proposed.concepts[0]
    assert (first.source, first.expect) == ("use a covering index", "index | b tree")
    assert [concept.source for concept in proposed.concepts[1:]] == ["prefer joins over subqueries", "read the plan"]
    assert proposed.source == built(NEW).source
    assert proposed.generated is None


def test_a_proposal_is_a_valid_rubric() -> None:
    there = edited(built(OLD)).model_copy(update={"enough": 3})
    proposed = propose(built("- how to query? read the plan"), there)
    assert Rubric.model_validate(proposed.model_dump()).enough == "all"


def test_ids_of_a_proposal_differ() -> None:
    there = edited(built(OLD), id="plan")
    proposed = propose(built(NEW), there)
    assert len({concept.id for concept in proposed.concepts}) == 3

"""Search for phrases that bring a rubric nearer to labels."""

from grader.authoring import Bench, Labelled, suggest
from grader.rubric import EMPTY, Rubric


def labelled(*answers: tuple[str, str]) -> list[Labelled]:
    return [
        Labelled(f"a{i}", text, {"queues": "met" if label == "met" else "missed"})
        for i, (text, label) in enumerate(answers)
    ]


def test_what_people_marked_met_becomes_a_phrase(scale: Rubric, bench: Bench) -> None:
    ours = labelled(("Park the jobs in a mailbox.", "met"), ("We park all jobs.", "met"), ("I like parks.", "missed"))
    found = suggest(scale, EMPTY, ours, [], bench)
    assert [(s.concept, s.phrase, s.right, s.wrong) for s in found.suggestions] == [
        ("queues", "park jobs", ("a0", "a1"), ())
    ]
    assert "park jobs" in str(found.rubric.concepts[1].expect)


def test_where_nothing_is_missed_nothing_is_suggested(scale: Rubric, bench: Bench) -> None:
    assert suggest(scale, EMPTY, labelled(("We use queues.", "met")), [], bench).suggestions == ()


def test_a_phrase_that_turns_as_much_wrong_as_right_is_not_suggested(scale: Rubric, bench: Bench) -> None:
    ours = labelled(("Park jobs.", "met"), ("Park jobs.", "missed"))
    assert suggest(scale, EMPTY, ours, [], bench).suggestions == ()


def test_a_phrase_that_breaks_the_self_test_is_dropped(scale: Rubric, bench: Bench) -> None:
    ours = [Labelled(name, "Use shared disks.", {"servers": "met"}) for name in ("a", "b")]
    found = suggest(scale, EMPTY, ours, [], bench)
    assert found.suggestions == ()
    assert [d.breaks.partition(":")[0] for d in found.dropped if d.phrase == "shared disks"] == ["overlap how-to-store"]

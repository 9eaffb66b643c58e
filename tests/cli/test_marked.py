"""The answer is shown with its evidence marked."""

from grader.cli.marked import marked
from grader.grading import ConceptGrade, Span
from grader.matching import Verdict


def concept(answer: str, *words: str, verdict: Verdict = "met") -> ConceptGrade:
    spans = tuple(Span(start=answer.index(w), end=answer.index(w) + len(w), text=w) for w in words)
    return ConceptGrade(
        id="c", source="s", verdict=verdict, partial=None, credit=1, weight=1, confidence=1,
        decided_by="matcher", evidence=spans, feedback="f",
    )  # fmt: skip


def test_without_colour_evidence_stands_in_brackets_with_its_concepts_number() -> None:
    answer = "use queues and more servers"
    concepts = concept(answer, "more servers"), concept(answer, "queues")
    assert marked(answer, concepts, colour=False).plain == "use [2:queues] and [1:more servers]"


def test_evidence_of_two_concepts_that_overlaps_is_shown_in_pieces() -> None:
    answer = "cache hot rows"
    concepts = concept(answer, "cache hot"), concept(answer, "hot rows")
    assert marked(answer, concepts, colour=False).plain == "[1:cache ][1,2:hot][2: rows]"


def test_in_colour_evidence_is_styled_by_its_verdict_and_numbered_where_it_ends() -> None:
    answer = "no queues"
    shown = marked(answer, (concept(answer, "queues", verdict="contradicted"),), colour=True)
    assert shown.plain == "no queues[1]"
    assert [str(span.style) for span in shown.spans] == ["underline red", "dim"]


def test_places_count_the_original_answer_though_glyphs_are_longer() -> None:
    answer = "\u202e\u202equeues\x1b"
    assert marked(answer, (concept(answer, "queues"),), colour=False).plain == "<U+202E><U+202E>[1:queues]␛"


def test_an_answer_without_evidence_is_shown_as_it_is() -> None:
    assert marked("nothing [1:x]", (), colour=False).plain == "nothing [1:x]"

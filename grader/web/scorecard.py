"""An interview's panels as a scorecard, and a scorecard as Markdown and JSON."""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from grader.grading import CardConcept, CardDraft, CardQuestion, card_total

from .interview import Line, Panel
from .marks import visible
from .pages import AFTER

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")


@dataclass(frozen=True, slots=True)
class Interview:
    """What a form holds beside its sheets; `weights` are the assessment's, by rubric: 1 where there is none."""

    candidate: str = ""
    assessment: str = ""
    started: str = ""
    weights: Mapping[str, float] | None = None


def card_of(interview: Interview, panels: Sequence[Panel]) -> CardDraft:
    """Return the scorecard of an interview as it stands."""
    weights = interview.weights or {}
    questions = tuple(_question(each, weights.get(each.rubric.id, 1.0)) for each in panels)
    return CardDraft(
        candidate=interview.candidate,
        assessment=interview.assessment or None,
        started=interview.started,
        total=card_total(questions),
        questions=questions,
    )


def as_json(card: CardDraft) -> str:
    """Return a scorecard as JSON: the notes word for word, scores 0 to 1; without what candidates are told."""
    data = card.model_dump(
        mode="json", exclude={"total": True, "questions": {"__all__": {"concepts": {"__all__": {"feedback"}}}}}
    )
    known: dict[str, Any] = {name: data.pop(name) for name in ("id", "made", "made_by") if name in data}
    questions = data.pop("questions")
    whole = {**known, **data, **card.total.model_dump(mode="json"), "questions": questions}
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def as_markdown(card: CardDraft) -> str:
    """Return a scorecard as Markdown; what people wrote is escaped, so that it shows and does nothing."""
    head = [f"# Scorecard: {_plain(card.candidate) or 'no name'}", "", _total(card), ""]
    return "\n".join([*head, *(line for each in card.questions for line in _section(each))])


def _question(panel: Panel, weight: float) -> CardQuestion:
    grade = panel.grade
    return CardQuestion(
        rubric=panel.rubric.id,
        rubric_hash=grade.rubric_hash,
        lexicon_hash=grade.lexicon_hash,
        engine=grade.engine,
        question=panel.rubric.question,
        weight=weight,
        taken=not panel.sheet.is_blank,
        notes=panel.sheet.notes,
        score=grade.score,
        unprompted=panel.unprompted,
        concepts=tuple(map(_concept, panel.lines)),
    )


def _concept(line: Line) -> CardConcept:
    asked = None if line.asked is None else line.asked.rung
    return CardConcept(**dict(line.concept), asked=asked, prompted=line.prompted, deeper=line.deeper)


def _total(card: CardDraft) -> str:
    total = card.total
    if total.score is None or total.unprompted is None:
        return "No question was taken up."
    text = _scores(total.score, total.unprompted)
    if total.low != total.high:
        text += f"; {total.counted} questions taken up, {_percent(total.low)} to {_percent(total.high)} over all"
    return text


def _section(question: CardQuestion) -> Iterator[str]:
    yield from (f"## {_plain(question.question)}", "")
    if not question.taken:
        yield from ("Not taken up.", "")
        return
    yield from (_scores(question.score, question.unprompted), "")
    yield from map(_item, question.concepts)
    yield ""
    yield from [f"> {_plain(line)}" for line in question.notes.splitlines()] or ["> No notes."]
    yield ""


def _item(concept: CardConcept) -> str:
    by = ", set by hand" if concept.decided_by == "person" else ""
    after = f", {AFTER[concept.prompted]}" if concept.prompted else ""
    deeper = ", asked in depth" if concept.deeper else ""
    return f"- **{concept.verdict}**{by}{after}{deeper}: {_plain(concept.source)}"


def _scores(score: float, unprompted: float) -> str:
    alone = "" if unprompted == score else f" ({_percent(unprompted)} without what came after a hint)"
    return f"{_percent(score)} of 100{alone}"


def _percent(score: float) -> str:
    return f"{score * 100:.0f}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", visible(text))

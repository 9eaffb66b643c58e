"""An interview's scorecard as Markdown and JSON."""

import json
import re
from collections.abc import Sequence
from typing import Any

from .interview import Line, Panel, total
from .marks import visible

_MARKUP = re.compile(r"([\\`*_{}\[\]<>()#+\-!|~&])")


def as_json(candidate: str, panels: Sequence[Panel]) -> str:
    """Return the scorecard as JSON: the notes word for word, scores 0 to 1."""
    score, unprompted = total(panels)
    card = {
        "candidate": candidate,
        "score": round(score, 4),
        "unprompted": round(unprompted, 4),
        "questions": [_question(each) for each in panels],
    }
    return json.dumps(card, indent=2, ensure_ascii=False) + "\n"


def as_markdown(candidate: str, panels: Sequence[Panel]) -> str:
    """Return the scorecard as Markdown; what people wrote is escaped, so that it shows and does nothing."""
    score, unprompted = total(panels)
    head = [f"# Scorecard: {_plain(candidate) or 'no name'}", "", _scores(score, unprompted), ""]
    return "\n".join([*head, *(line for each in panels for line in _section(each))])


def _question(panel: Panel) -> dict[str, Any]:
    concepts = [
        {**line.concept.model_dump(exclude={"feedback"}), "asked": line.asked, "prompted": line.prompted}
        for line in panel.lines
    ]
    return {
        "rubric": panel.rubric.id,
        "rubric_hash": panel.grade.rubric_hash,
        "engine": panel.grade.engine,
        "question": panel.rubric.question,
        "notes": panel.sheet.notes,
        "score": panel.grade.score,
        "unprompted": panel.unprompted,
        "concepts": concepts,
    }


def _section(panel: Panel) -> list[str]:
    notes = [f"> {_plain(line)}" for line in panel.sheet.notes.splitlines()] or ["> No notes."]
    lines = [_item(line) for line in panel.lines]
    head = [f"## {_plain(panel.rubric.question)}", "", _scores(panel.grade.score, panel.unprompted), ""]
    return [*head, *lines, "", *notes, ""]


def _item(line: Line) -> str:
    by = ", set by hand" if line.hand else ""
    after = ", after a hint" if line.prompted else ""
    return f"- **{line.concept.verdict}**{by}{after}: {_plain(line.concept.source)}"


def _scores(score: float, unprompted: float) -> str:
    alone = "" if unprompted == score else f" ({unprompted * 100:.0f} without what came after a hint)"
    return f"{score * 100:.0f} of 100{alone}"


def _plain(text: str) -> str:
    return _MARKUP.sub(r"\\\1", visible(text))

"""A model's reply as judgements: exactly the concepts asked, or an error; never a guess."""

import json
import re
from collections.abc import Sequence

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from grader.errors import JudgeError

from .port import ConceptJudgement, Verdict

MOST_QUOTES = 8
_FENCED = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?\s*```\s*\Z", re.DOTALL)


class Said(BaseModel):
    """One concept in the reply. The order of the fields is the order in which a model thinks."""

    model_config = ConfigDict(extra="forbid")

    concept: str = Field(description="The id of the concept.")
    reasoning: str = Field(description="One or two sentences: what the answer claims about this concept.")
    quotes: list[str] = Field(description="The shortest words of the answer, verbatim, that the verdict rests on.")
    verdict: Verdict = Field(description="met, partial, missed or contradicted.")


class Reply(BaseModel):
    """The whole reply."""

    model_config = ConfigDict(extra="forbid")

    verdicts: list[Said]


def reply_schema() -> dict[str, object]:
    """Return the JSON Schema of a reply, strict: every field is required, and no other may stand there."""
    return Reply.model_json_schema()


def parse_reply(text: str, asked: Sequence[str]) -> tuple[ConceptJudgement, ...]:
    """Return the judgements in a reply, in the order asked. Raises JudgeError of kind `invalid_output`."""
    fenced = _FENCED.match(text)
    try:
        reply = Reply.model_validate_json(fenced.group(1) if fenced else text, strict=True)
    except (ValidationError, RecursionError) as cause:
        raise JudgeError(kind="invalid_output") from cause
    found = {said.concept: said for said in reply.verdicts}
    if len(found) != len(reply.verdicts) or found.keys() != set(asked):
        raise JudgeError(kind="invalid_output")
    return tuple(_judgement(found[name]) for name in asked)


def write_reply(judgements: Sequence[ConceptJudgement]) -> str:
    """Return judgements as the reply of a model that would have given them."""
    said = [
        {"concept": j.concept, "reasoning": j.reasoning, "quotes": j.quotes, "verdict": j.verdict} for j in judgements
    ]
    return json.dumps({"verdicts": said}, ensure_ascii=False)


def _judgement(said: Said) -> ConceptJudgement:
    return ConceptJudgement(said.concept, said.reasoning, tuple(said.quotes[:MOST_QUOTES]), said.verdict)

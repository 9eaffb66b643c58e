"""`grader judge`: is a judge configured, does a call work, what does it cost."""

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated

import typer

from .options import AsJson
from .output import write, write_json

if TYPE_CHECKING:
    from grader.judge import Judge, JudgeRequest
    from grader.settings import Settings

SOME_FAILED = 3
QUOTE = "cache the slow reports"

judge = typer.Typer(help="Check the judge, the models that are asked for unsure concepts.", rich_markup_mode=None)
Seconds = Annotated[float, typer.Option(metavar="SECONDS", min=1, max=600, help="How long one call may take.")]


@dataclass(frozen=True, slots=True)
class Checked:
    """One model: `outcome` is `ok` or the kind of its fault; it `holds` if the reply fits and quotes the answer."""

    model: str
    outcome: str
    holds: bool
    seconds: float
    input_tokens: int
    output_tokens: int
    cost: float | None


@judge.callback()
def group() -> None:
    """Check the judge, the models that are asked for unsure concepts."""


@judge.command("check")
def check(as_json: AsJson = False, seconds: Seconds = 25.0) -> None:
    """Call each configured model once.

    Says for each whether the call worked, whether the reply held the schema, how long it took and what it cost. Exit
    code 3 if one failed.
    """
    import asyncio

    from grader.settings import read_settings

    found = asyncio.run(_check(read_settings(), seconds))
    if as_json:
        write_json({"models": [asdict(model) for model in found]})
    else:
        write("\n".join(map(_line, found)))
    if not all(model.holds for model in found):
        raise typer.Exit(SOME_FAILED)


async def _check(settings: "Settings", seconds: float) -> list[Checked]:
    from grader.bootstrap import models

    named = models(settings)
    try:
        return [await _call(model, seconds) for model in named]
    finally:
        await named[0].aclose()


async def _call(model: "Judge", seconds: float) -> Checked:
    from grader.errors import JudgeError
    from grader.judge import Attempt, now, total

    start = now()
    try:
        judgement = await model.judge(_request(), deadline=now() + seconds)
        outcome, attempts = "ok", judgement.attempts
        holds = any(QUOTE in quote for found in judgement.verdicts for quote in found.quotes)
    except JudgeError as error:
        outcome, holds = error.kind, False
        attempts = tuple(attempt for attempt in error.attempts if isinstance(attempt, Attempt))
    usage = total(attempts)
    cost = None if usage.cost is None else usage.cost / 1_000_000
    return Checked(model.model, outcome, holds, round(now() - start, 3), usage.input_tokens, usage.output_tokens, cost)


def _request() -> "JudgeRequest":
    from grader.judge import Criterion, JudgeRequest

    criterion = Criterion("slow", "cache expensive operations")
    return JudgeRequest("sha256:check", "When to use cache?", (criterion,), ("slow",), f"I would {QUOTE}.")


def _line(found: Checked) -> str:
    cost = "price unknown" if found.cost is None else f"${found.cost:.6f}"
    told = {("ok", True): "works", ("ok", False): "answers, but does not quote the answer"}
    said = told.get((found.outcome, found.holds), f"failed: {found.outcome}")
    tokens = f"{found.input_tokens} + {found.output_tokens} tokens"
    return f"{found.model}  {said}  ({found.seconds:.1f} s, {tokens}, {cost})"
